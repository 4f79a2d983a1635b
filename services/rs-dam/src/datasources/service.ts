/** Data sources: made, changed, deleted; datasets are made of them. */
import { entityInvalid, entityNotFound, operationForbidden, refusal, RefusedError, refuseBeyond } from '@regards/core';
import type { Database, Sql, UnitOfWork } from '@regards/core';
import { bounds } from '@regards/generated/rs-dam/bounds';
import type { ModelService } from '../models/service/index.ts';
import { refuseFaults } from '../models/service/index.ts';
import { modelNameOf, sourceFaults } from './domain.ts';
import type { DataSource } from './domain.ts';

export interface KeptSource extends DataSource {
  readonly id: number;
}

export interface CountedSource extends KeptSource {
  readonly datasets: number;
}

/** A data source as a caller gives it. */
export type GivenSource = Omit<DataSource, 'model' | 'businessId'> & { readonly businessId?: string };

export interface SourceStore {
  /** Sorted by label; all of them, or those of these names. */
  sources(businessIds?: readonly string[]): Promise<readonly KeptSource[]>;
  insert(source: DataSource): Promise<KeptSource>;
  update(source: KeptSource): Promise<void>;
  delete(id: number): Promise<void>;
  usedModels(names: readonly string[]): Promise<readonly string[]>;
}

export interface SourceEvents {
  changed(unit: UnitOfWork, source: KeptSource, action: 'CREATE' | 'UPDATE' | 'DELETE'): void;
}

export interface SourcePorts {
  readonly database: Database;
  readonly store: (sql: Sql) => SourceStore;
  readonly events: SourceEvents;
  readonly models: Pick<ModelService, 'hold'>;
  readonly touch: (sql: Sql) => Promise<void>;
  /** How many datasets are made of each data source that has any. */
  readonly datasetCounts: (sql: Sql) => Promise<ReadonlyMap<string, number>>;
  readonly uuid: () => string;
}

export type SourceService = ReturnType<typeof sourceService>;

export const sourceService = ({ database, store, events, models, touch, datasetCounts, uuid }: SourcePorts) => {
  const found = async (sql: Sql, businessId: string): Promise<CountedSource> => {
    const [source] = await store(sql).sources([businessId]);
    if (!source) throw new RefusedError(entityNotFound('PluginConfiguration', businessId));
    return { ...source, datasets: (await datasetCounts(sql)).get(businessId) ?? 0 };
  };

  /** The model of a configuration that can be kept. */
  const modelFor = async (sql: Sql, source: GivenSource): Promise<string> => {
    refuseFaults(sourceFaults({ ...source, businessId: source.businessId ?? '' }));
    const name = modelNameOf(source.parameters) ?? '';
    const model = await models.hold(sql, name);
    if (!model)
      throw new RefusedError(entityInvalid(`The parameter modelName names ${name}, and there is no such model.`));
    if (model.type !== 'DATA')
      throw new RefusedError(entityInvalid(`Model ${name} is one of ${model.type}, products have one of DATA.`));
    return name;
  };

  return {
    list: (tenant: string): Promise<readonly CountedSource[]> =>
      database.read(tenant, async (sql) => {
        const counts = await datasetCounts(sql);
        return (await store(sql).sources()).map((source) => ({
          ...source,
          datasets: counts.get(source.businessId) ?? 0,
        }));
      }),

    get: (tenant: string, businessId: string) => database.read(tenant, (sql) => found(sql, businessId)),

    /** For other modules, within their own transaction. */
    all: (sql: Sql, businessIds?: readonly string[]) => store(sql).sources(businessIds),

    create: (tenant: string, given: GivenSource): Promise<CountedSource> =>
      database.transaction(tenant, async (unit) => {
        await touch(unit.sql);
        const model = await modelFor(unit.sql, given);
        const businessId = given.businessId || uuid();
        if ((await store(unit.sql).sources([businessId])).length > 0) {
          throw new RefusedError(entityInvalid(`businessId: ${businessId} is taken.`));
        }
        const made = await store(unit.sql).insert({ ...given, businessId, model });
        refuseBeyond(bounds.DataSourceResources, (await store(unit.sql).sources()).length, 'data sources in a project');
        events.changed(unit, made, 'CREATE');
        return { ...made, datasets: 0 };
      }),

    update: (tenant: string, businessId: string, given: GivenSource): Promise<CountedSource> =>
      database.transaction(tenant, async (unit) => {
        if (given.businessId !== undefined && given.businessId !== businessId) {
          throw new RefusedError(
            refusal('identifier-mismatch', `The path names ${businessId}, the body ${given.businessId}.`),
          );
        }
        await touch(unit.sql);
        const before = await found(unit.sql, businessId);
        const model = await modelFor(unit.sql, given);
        if (model !== before.model && before.datasets > 0) {
          throw new RefusedError(
            operationForbidden(`Datasets are made of ${businessId}: its model stays ${before.model}.`),
          );
        }
        const changed = { ...given, id: before.id, businessId, model };
        await store(unit.sql).update(changed);
        events.changed(unit, changed, 'UPDATE');
        return { ...changed, datasets: before.datasets };
      }),

    remove: (tenant: string, businessId: string): Promise<void> =>
      database.transaction(tenant, async (unit) => {
        await touch(unit.sql);
        const source = await found(unit.sql, businessId);
        if (source.datasets > 0) {
          throw new RefusedError(
            operationForbidden(`${source.datasets} datasets are made of data source ${businessId}.`),
          );
        }
        await store(unit.sql).delete(source.id);
        events.changed(unit, source, 'DELETE');
      }),
  };
};
