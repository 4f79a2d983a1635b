/**
 * Follows what rs-dam says of models, data sources, datasets and rights, and gives it to the products that are there.
 */
import type { CallContext, Database, Log, Sql } from '@regards/core';
import { membershipOf } from '../products/domain/membership.ts';
import type { DatasetRule, Membership } from '../products/domain/membership.ts';
import type { Attribute } from '../products/domain/product.ts';

export interface SourceRule {
  readonly businessId: string;
  readonly model: string;
  readonly active: boolean;
}

/** A dataset with what it tells as a collection. */
export interface DatasetEntry extends DatasetRule {
  readonly identifier: string;
  readonly definition: object;
}

export interface Rules {
  readonly sources: readonly SourceRule[];
  readonly datasets: readonly DatasetEntry[];
  readonly publicGroups: readonly string[];
}

/** What rs-dam is asked for. */
export interface RuleSource {
  rules(context: CallContext): Promise<Rules>;
  attributes(context: CallContext): Promise<ReadonlyMap<string, readonly Attribute[]>>;
}

export interface RuleStore {
  /** One refresh at a time in a project, whatever the number of instances. */
  lock(): Promise<void>;
  /** Holds refreshes back until this transaction ends: products indexed meanwhile would miss them. */
  share(): Promise<void>;
  read(): Promise<Rules>;
  replace(rules: Rules): Promise<void>;
  allAttributes(): Promise<ReadonlyMap<string, readonly Attribute[]>>;
  attributes(models: readonly string[]): Promise<ReadonlyMap<string, readonly Attribute[]>>;
  keepAttributes(attributes: ReadonlyMap<string, readonly Attribute[]>): Promise<void>;
  publicGroups(): Promise<readonly string[]>;
  /** Models of all products and data sources. */
  models(): Promise<readonly string[]>;
}

export interface RulesPorts {
  readonly database: Database;
  readonly source: RuleSource;
  readonly store: (sql: Sql) => RuleStore;
  readonly setMembership: (sql: Sql, model: string, membership: Membership) => Promise<number>;
  readonly planRender: (sql: Sql, models: readonly string[]) => Promise<void>;
  readonly log: Log;
}

export type RulesService = ReturnType<typeof rulesService>;

export const rulesService = ({ database, source, store, setMembership, planRender, log }: RulesPorts) => ({
  /**
   * Reads everything again from rs-dam and applies what changed; products whose attributes changed are planned anew.
   */
  async refresh(context: CallContext): Promise<void> {
    await database.transaction(context.tenant, async ({ sql }) => {
      const kept = store(sql);
      // Asked under the lock: an answer that is older than what another instance applied would undo it.
      await kept.lock();
      const [rules, attributes] = await Promise.all([source.rules(context), source.attributes(context)]);
      const before = await kept.allAttributes();
      await kept.replace(rules);
      await kept.keepAttributes(attributes);
      await planRender(sql, changedModels(before, attributes));
      let moved = 0;
      for (const model of await kept.models()) {
        moved += await setMembership(sql, model, membershipOf(model, rules.sources, rules.datasets));
      }
      log.info(
        { tenant: context.tenant, datasets: rules.datasets.length, products: moved },
        'rules of the catalogue read',
      );
    });
  },

  async memberships(sql: Sql, models: readonly string[]): Promise<ReadonlyMap<string, Membership>> {
    const kept = store(sql);
    await kept.share();
    const { sources, datasets } = await kept.read();
    return new Map(models.map((model) => [model, membershipOf(model, sources, datasets)]));
  },
});

function changedModels(
  before: ReadonlyMap<string, readonly Attribute[]>,
  after: ReadonlyMap<string, readonly Attribute[]>,
): string[] {
  return [...after].flatMap(([model, attributes]) => {
    const known = before.get(model);
    return known !== undefined && JSON.stringify(known) !== JSON.stringify(attributes) ? [model] : [];
  });
}
