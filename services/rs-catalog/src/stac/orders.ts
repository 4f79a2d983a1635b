/** Hears by which properties items are sorted, and asks once for an index over each. */
import type { Database, Sql } from '@regards/core';
import type { StacEngine } from '../products/domain/engine.ts';
import type { Attribute } from '../products/domain/product.ts';
import { shownNames } from '../products/domain/properties.ts';

export interface OrderPorts {
  readonly database: Database;
  readonly engine: (sql: Sql) => Promise<StacEngine>;
  readonly attributes: (sql: Sql) => Promise<ReadonlyMap<string, readonly Attribute[]>>;
  /** Tells whether one was planned. */
  readonly plan: (tenant: string, property: string) => Promise<boolean>;
  /** Begins with planned work. */
  readonly wake: () => void;
}

/** Only properties that items show are worth an index; whoever invents names gets none. */
export function orderListener({ database, engine, attributes, plan, wake }: OrderPorts) {
  const known = new Set<string>();
  return async (tenant: string, property: string): Promise<void> => {
    const key = `${tenant} ${property}`;
    if (known.has(key)) return;
    const isShown = await database.read(tenant, async (sql) => {
      const [shown, byModel] = await Promise.all([engine(sql), attributes(sql)]);
      return [...byModel.values()].some((list) => shownNames(list, shown).some(({ name }) => name === property));
    });
    if (!isShown) return;
    if (await plan(tenant, property)) wake();
    known.add(key);
  };
}
