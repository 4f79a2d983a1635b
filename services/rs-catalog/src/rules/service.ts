/**
 * Follows what rs-dam says of models, data sources, datasets and rights: they count for every product at once.
 */
import type { CallContext, Database, Log, Sql } from '@regards/core';
import type { JobScope } from '@regards/jobs';
import type { AccessRules, DatasetRule } from '../products/domain/membership.ts';
import type { Attribute } from '../products/domain/product.ts';

export interface SourceRule {
  readonly businessId: string;
  readonly model: string;
  readonly active: boolean;
}

/** A dataset with what it tells as a collection. */
export interface DatasetEntry extends DatasetRule {
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
  /** What decides on who sees what, without what datasets tell of themselves. */
  access(): Promise<AccessRules>;
  replace(rules: Rules): Promise<void>;
  allAttributes(): Promise<ReadonlyMap<string, readonly Attribute[]>>;
  attributes(models: readonly string[]): Promise<ReadonlyMap<string, readonly Attribute[]>>;
  keepAttributes(attributes: ReadonlyMap<string, readonly Attribute[]>): Promise<void>;
  /** Models of all products and data sources. */
  models(): Promise<readonly string[]>;
}

export interface RulesPorts {
  readonly database: Database;
  readonly source: RuleSource;
  readonly store: (sql: Sql) => RuleStore;
  readonly planRender: (scope: JobScope, models: readonly string[]) => Promise<void>;
  readonly log: Log;
}

export type RulesService = ReturnType<typeof rulesService>;

export const rulesService = ({ database, source, store, planRender, log }: RulesPorts) => ({
  /**
   * Reads everything again from rs-dam; products whose attributes changed are planned to be shown anew.
   */
  async refresh(context: CallContext): Promise<void> {
    await database.transaction(context.tenant, async (unit) => {
      const { sql } = unit;
      const kept = store(sql);
      // Asked under the lock: an answer that is older than what another instance applied would undo it.
      await kept.lock();
      const [rules, attributes] = await Promise.all([source.rules(context), source.attributes(context)]);
      const before = await kept.allAttributes();
      await kept.replace(rules);
      await kept.keepAttributes(attributes);
      await planRender(unit, changedModels(before, attributes));
      log.info({ tenant: context.tenant, datasets: rules.datasets.length }, 'rules of the catalogue read');
    });
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
