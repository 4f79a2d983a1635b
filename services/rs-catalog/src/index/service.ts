/** Work on the index that follows changes elsewhere: rules read again, products shown anew, a rebuild. */
import type { CallContext, Database, Sql } from '@regards/core';
import type { JobRun, JobScope } from '@regards/jobs';
import { visibleTo } from '../products/domain/membership.ts';
import type { AccessRules } from '../products/domain/membership.ts';
import type { ProductChange } from '../products/domain/product.ts';
import type { Place, ProductIndex, ProductService } from '../products/service.ts';
import type { RulesService } from '../rules/service.ts';
import { inParallel } from './parallel.ts';

export type WorkKind = 'rules' | 'rebuild';

export interface Rebuild {
  readonly read: number;
  readonly started: Date;
  readonly finished?: Date;
}

/** The last rebuild. */
export interface RebuildStore {
  read(): Promise<Rebuild | undefined>;
  keep(rebuild: Rebuild): Promise<void>;
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
  readonly rebuilds: (sql: Sql) => RebuildStore;
  /** Has work done once this has committed; what is planned already is planned once. */
  readonly plan: (scope: JobScope, kind: WorkKind) => Promise<void>;
  /** Whether such work waits or is under way. */
  readonly isPlanned: (tenant: string, kind: WorkKind) => Promise<boolean>;
  readonly index: (sql: Sql) => ProductIndex;
  readonly products: ProductService;
  readonly rules: RulesService;
  readonly access: (sql: Sql) => Promise<AccessRules>;
  readonly feed: ProductFeed;
  /** Notes that items are sorted by the property; false where that is known, or as many have an index as may. */
  readonly noteOrder: (sql: Sql, property: string, most: number) => Promise<boolean>;
  readonly planOrder: (scope: JobScope, property: string) => Promise<void>;
  readonly pageSize: number;
}

/** Products shown anew in one transaction. */
const renderedAtOnce = 1000;

/** Pages of a rebuild that are written at a time: while the database is busy with one, another is made ready. */
const pagesAtOnce = 2;

/** Every index makes every write dearer; a project sorts by few properties. */
const mostOrders = 24;

/** Messages older than this are not under way any more: the broker's retries end after 13 minutes. */
const deletedKeptMs = 24 * 60 * 60 * 1000;

export type IndexService = ReturnType<typeof indexService>;

export const indexService = (ports: IndexPorts) => {
  const { database, rebuilds, plan, isPlanned, index, products, rules, feed, pageSize } = ports;

  const countProducts = async (sql: Sql): Promise<number> =>
    index(sql).countOf([...visibleTo('all', await ports.access(sql)).models.keys()]);

  return {
    plan,

    planRebuild: (tenant: string): Promise<void> => database.transaction(tenant, (unit) => plan(unit, 'rebuild')),

    /** Has an index built for sorting by the property, once; whether it was planned now. */
    planOrder: (tenant: string, property: string): Promise<boolean> =>
      database.transaction(tenant, async (unit) => {
        const isNew = await ports.noteOrder(unit.sql, property, mostOrders);
        if (isNew) await ports.planOrder(unit, property);
        return isNew;
      }),

    refreshRules: (context: CallContext): Promise<void> => rules.refresh(context),

    /** Shows the products of a model anew. */
    async renderModel(context: CallContext, job: JobRun, model: string): Promise<void> {
      let after: Place | undefined;
      do {
        const from: Place | undefined = after;
        after = await job.transaction(({ sql }) => products.render(sql, context, model, from, renderedAtOnce));
      } while (after !== undefined && !job.signal.aborted);
    },

    /** Reads everything again from the feature manager, and forgets what is no more. */
    async rebuild(context: CallContext, job: JobRun): Promise<{ readonly read: number } | undefined> {
      await rules.refresh(context);
      const total = Math.max(await database.read(job.tenant, countProducts), 1);
      let state: Rebuild = { read: 0, started: new Date() };
      await job.transaction(async ({ sql }) => {
        await index(sql).forgetSeen();
        await rebuilds(sql).keep(state);
      });
      const write = async ({ products: read }: FeedPage): Promise<void> => {
        await job.transaction(({ sql }) => products.renew(sql, context, read));
        state = { ...state, read: state.read + read.length };
        const told = state;
        await job.transaction(({ sql }) => rebuilds(sql).keep(told));
        // As many as were indexed before: nobody counts the others beforehand.
        job.progress(Math.min((told.read * 100) / total, 99));
      };
      await inParallel(pagesOf(feed, context, pageSize, job.signal), pagesAtOnce, write);
      if (job.signal.aborted) return undefined;
      await job.transaction(async ({ sql }) => {
        await index(sql).removeUnseen(state.started);
        await index(sql).forgetSeen();
        await index(sql).measureExtents();
        await rebuilds(sql).keep({ ...state, finished: new Date() });
      });
      return { read: state.read };
    },

    forgetDeleted: (job: JobRun, now: Date): Promise<number> =>
      job.transaction(({ sql }) => index(sql).forgetDeleted(new Date(now.getTime() - deletedKeptMs))),

    async state(tenant: string) {
      const planned = await isPlanned(tenant, 'rebuild');
      return database.read(tenant, async (sql) => ({
        products: await countProducts(sql),
        planned,
        rebuild: await rebuilds(sql).read(),
      }));
    },
  };
};

/** All pages, each asked for while the one before it is worked on. */
async function* pagesOf(feed: ProductFeed, context: CallContext, size: number, signal: AbortSignal) {
  let reading: Promise<FeedPage> | undefined = ahead(feed.page(context, undefined, size));
  while (reading && !signal.aborted) {
    const page: FeedPage = await reading;
    reading = page.next === undefined ? undefined : ahead(feed.page(context, page.next, size));
    yield page;
  }
}

/** One that fails before it is awaited fails then. */
function ahead<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
