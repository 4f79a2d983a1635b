/** Keeps how search engines are configured; a change of the STAC engine shows every product anew. */
import type { Database, Page, PageRequest, Sql } from '@regards/core';
import { entityInvalid, entityNotFound, refusal, RefusedError } from '@regards/core';
import type { JobScope } from '@regards/jobs';
import type { SearchEngineConfiguration } from '@regards/generated/rs-catalog/types';
import { stacEngine } from '../products/domain/engine.ts';
import type { ItemIdentifier, StacEngine } from '../products/domain/engine.ts';

export type EngineConfiguration = SearchEngineConfiguration;

export interface KeptConfiguration extends EngineConfiguration {
  readonly id: number;
}

export interface EngineStore {
  page(engine: string | undefined, request: PageRequest): Promise<Page<KeptConfiguration>>;
  find(id: number): Promise<KeptConfiguration | undefined>;
  ofEngine(engine: string): Promise<readonly KeptConfiguration[]>;
  insert(configuration: EngineConfiguration): Promise<KeptConfiguration | 'taken'>;
  update(configuration: KeptConfiguration): Promise<KeptConfiguration | 'taken' | undefined>;
  remove(id: number): Promise<boolean>;
}

export interface EnginePorts {
  readonly database: Database;
  readonly store: (sql: Sql) => EngineStore;
  readonly planRenderAll: (scope: JobScope) => Promise<void>;
  /** What identifies items where the configuration does not say. */
  readonly identifier: ItemIdentifier;
}

export type EngineService = ReturnType<typeof engineService>;

export const engineService = ({ database, store, planRenderAll, identifier }: EnginePorts) => ({
  /** The STAC engine of the project; without configuration REGARDS's defaults. */
  async stac(sql: Sql): Promise<StacEngine> {
    const configurations = await store(sql).ofEngine('stac');
    const global = configurations.find((one) => !one.datasetUrn && one.configuration.active !== false);
    return stacEngine(global?.configuration.parameters ?? [], identifier);
  },

  page: (tenant: string, engine: string | undefined, request: PageRequest) =>
    database.read(tenant, (sql) => store(sql).page(engine, request)),

  find: (tenant: string, id: number) => database.read(tenant, (sql) => store(sql).find(id)),

  /** @throws RefusedError `entity-invalid` when the engine is configured already */
  create: (tenant: string, configuration: EngineConfiguration): Promise<KeptConfiguration> =>
    database.transaction(tenant, async (unit) => {
      checked(configuration);
      const kept = await store(unit.sql).insert(configuration);
      if (kept === 'taken') throw taken(configuration);
      await planRenderAll(unit);
      return kept;
    }),

  /** @throws RefusedError when path and body differ, there is none of that number, or its engine is taken */
  update: (tenant: string, id: number, configuration: EngineConfiguration): Promise<KeptConfiguration> =>
    database.transaction(tenant, async (unit) => {
      if (configuration.id !== undefined && configuration.id !== null && configuration.id !== id) {
        throw new RefusedError(entityInvalid(`id: ${configuration.id} in the body is not ${id} in the path`));
      }
      checked(configuration);
      const kept = await store(unit.sql).update({ ...configuration, id });
      if (kept === 'taken') throw taken(configuration);
      if (kept === undefined) throw new RefusedError(entityNotFound('SearchEngineConfiguration', id));
      await planRenderAll(unit);
      return kept;
    }),

  remove: (tenant: string, id: number): Promise<void> =>
    database.transaction(tenant, async (unit) => {
      if (!(await store(unit.sql).remove(id))) throw new RefusedError(entityNotFound('SearchEngineConfiguration', id));
      await planRenderAll(unit);
    }),
});

/** A mapping without name or source would silently show nothing. */
function checked({ configuration: { parameters = [] } }: EngineConfiguration): void {
  const mapped = parameters.find(({ name }) => name === 'stac-properties')?.value ?? [];
  if (!Array.isArray(mapped)) throw new RefusedError(entityInvalid('stac-properties: an array is expected'));
  mapped.forEach((value: unknown, at) => {
    for (const name of ['stacPropertyName', 'sourcePropertyPath']) {
      if (typeof value !== 'object' || value === null || typeof new Map(Object.entries(value)).get(name) !== 'string') {
        throw new RefusedError(entityInvalid(`stac-properties[${at}].${name}: a text is expected`));
      }
    }
  });
}

const taken = ({ configuration, datasetUrn }: EngineConfiguration): RefusedError =>
  new RefusedError(
    refusal(
      'entity-invalid',
      `configuration.pluginId: ${configuration.pluginId} is configured already for ${datasetUrn ?? 'all datasets'}`,
    ),
  );
