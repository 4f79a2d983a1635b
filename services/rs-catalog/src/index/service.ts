/** Work on the index that follows changes elsewhere: rules read again, products shown anew, a rebuild. */
import type { CallContext, Database, Sql } from '@regards/core';
import type { ProductChange } from '../products/domain/product.ts';
import type { Place, ProductIndex, ProductService } from '../products/service.ts';
import type { RulesService } from '../rules/service.ts';

export type WorkKind = 'rules' | 'render' | 'rebuild';

export interface Work {
  readonly id: number;
  readonly kind: WorkKind;
  readonly model?: string;
}

export interface Rebuild {
  readonly cursor?: string;
  readonly read: number;
  readonly started: Date;
  readonly finished?: Date;
}

/** What is planned; planned work stays until it is done, whoever does it. */
export interface WorkStore {
  plan(kind: WorkKind, models?: readonly string[]): Promise<void>;
  /** Claims what is planned and nobody works on, for a minute: an instance that dies gives it back that way. */
  take(): Promise<readonly Work[]>;
  keep(work: readonly Work[]): Promise<void>;
  giveBack(work: readonly Work[]): Promise<void>;
  done(work: readonly Work[]): Promise<void>;
  pending(kind: WorkKind): Promise<boolean>;
  rebuild(): Promise<Rebuild | undefined>;
  keepRebuild(rebuild: Rebuild): Promise<void>;
}

/** A page of all products of the project, as the feature manager gives them. */
export interface ProductFeed {
  page(context: CallContext, after: string | undefined, limit: number): Promise<FeedPage>;
}

export interface FeedPage {
  readonly products: readonly ProductChange[];
  /** Where the next page begins, absent on the last one. */
  readonly next?: string;
}

export interface IndexPorts {
  readonly database: Database;
  readonly work: (sql: Sql) => WorkStore;
  readonly index: (sql: Sql) => ProductIndex;
  readonly products: ProductService;
  readonly rules: RulesService;
  readonly feed: ProductFeed;
  readonly pageSize: number;
}

/** Products shown anew in one transaction. */
const renderedAtOnce = 1000;

/** Messages older than this are not under way any more: the broker's retries end after 13 minutes. */
const deletedKeptMs = 24 * 60 * 60 * 1000;

export type IndexService = ReturnType<typeof indexService>;

export const indexService = (ports: IndexPorts) => {
  const { database, work, index, products, rules, feed, pageSize } = ports;

  const renderModel = async (context: CallContext, piece: Work, model: string, signal: AbortSignal): Promise<void> => {
    let after: Place | undefined;
    do {
      const from: Place | undefined = after;
      after = await database.transaction(context.tenant, async ({ sql }) => {
        await work(sql).keep([piece]);
        return products.render(sql, context, model, from, renderedAtOnce);
      });
    } while (after !== undefined && !signal.aborted);
  };

  const rebuild = async (context: CallContext, piece: Work, signal: AbortSignal): Promise<boolean> => {
    const { tenant } = context;
    await rules.refresh(context);
    let state: Rebuild = { read: 0, started: new Date() };
    await database.transaction(tenant, ({ sql }) => work(sql).keepRebuild(state));
    let reading: Promise<FeedPage> | undefined = ahead(feed.page(context, undefined, pageSize));
    while (reading) {
      if (signal.aborted) return false;
      const { products: read, next }: FeedPage = await reading;
      // The feature manager reads the next page while this one is indexed.
      reading = next === undefined ? undefined : ahead(feed.page(context, next, pageSize));
      state = { ...state, read: state.read + read.length, ...(next === undefined ? {} : { cursor: next }) };
      await database.transaction(tenant, async ({ sql }) => {
        await products.index(sql, context, read);
        await work(sql).keepRebuild(state);
        await work(sql).keep([piece]);
      });
    }
    await database.transaction(tenant, async ({ sql }) => {
      await index(sql).removeUnseen(state.started);
      await index(sql).measureExtents();
      await work(sql).keepRebuild({ ...state, finished: new Date() });
    });
    return true;
  };

  /** Does one piece of work; false when it was cut short and stays planned. */
  const perform = async (context: CallContext, piece: Work, signal: AbortSignal): Promise<boolean> => {
    if (piece.kind === 'rules') await rules.refresh(context);
    else if (piece.kind === 'rebuild') return rebuild(context, piece, signal);
    else if (piece.model !== undefined) await renderModel(context, piece, piece.model, signal);
    return !signal.aborted;
  };

  return {
    plan: (sql: Sql, kind: WorkKind): Promise<void> => work(sql).plan(kind),

    planRebuild: (tenant: string): Promise<void> =>
      database.transaction(tenant, ({ sql }) => work(sql).plan('rebuild')),

    /** Does what is planned, equal pieces once; what fails or is cut short stays planned. */
    async work(context: CallContext, signal: AbortSignal): Promise<void> {
      const { tenant } = context;
      let left = [...(await database.transaction(tenant, ({ sql }) => work(sql).take()))];
      try {
        for (const [, same] of Map.groupBy(left, ({ kind, model }) => `${kind} ${model ?? ''}`)) {
          const [first] = same;
          if (first === undefined || !(await perform(context, first, signal))) return;
          await database.transaction(tenant, ({ sql }) => work(sql).done(same));
          left = left.filter((piece) => !same.includes(piece));
        }
      } finally {
        if (left.length > 0) await database.transaction(tenant, ({ sql }) => work(sql).giveBack(left));
      }
    },

    forgetDeleted: (tenant: string, now: Date): Promise<number> =>
      database.transaction(tenant, ({ sql }) => index(sql).forgetDeleted(new Date(now.getTime() - deletedKeptMs))),

    state: (tenant: string) =>
      database.read(tenant, async (sql) => ({
        products: await index(sql).countOf([...(await rules.visible(sql, 'all')).models.keys()]),
        planned: await work(sql).pending('rebuild'),
        rebuild: await work(sql).rebuild(),
      })),
  };
};

/** One that fails before it is awaited fails then. */
function ahead<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
