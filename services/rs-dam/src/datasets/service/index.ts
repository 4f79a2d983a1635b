/** Datasets: made, changed, deleted, and given to the modules that tell of them. */
import { entityAlreadyExists, entityNotFound, operationForbidden, refusal, RefusedError } from '@regards/core';
import type { Page, PageRequest, Sql } from '@regards/core';
import { isSubsetting, subsettingOf } from '../domain/subsetting.ts';
import { chosenUrn, newUrn } from '../domain/urn.ts';
import type { DatasetFilter, DatasetPorts, DatasetView, GivenDataset, KeptDataset } from './ports.ts';
import { foundationOf, inspectFeature } from './rules.ts';
import { viewsOf } from './views.ts';

export type DatasetService = ReturnType<typeof datasetService>;

export const datasetService = (ports: DatasetPorts) => {
  const { database, store, events, rights, touch, clock, uuid } = ports;

  const found = async (sql: Sql, filter: DatasetFilter, name: string | number): Promise<KeptDataset> => {
    const [dataset] = await store(sql).find(filter);
    if (!dataset) throw new RefusedError(entityNotFound('Dataset', name));
    return dataset;
  };

  const viewOf = async (sql: Sql, dataset: KeptDataset): Promise<DatasetView> => {
    const [view] = await viewsOf(ports, sql, [dataset]);
    if (!view) throw new Error(`dataset ${dataset.urn} has no view`);
    return view;
  };

  return {
    list: (tenant: string, filter: DatasetFilter, request: PageRequest): Promise<Page<DatasetView>> =>
      database.read(tenant, async (sql) => {
        const page = await store(sql).page(filter, request);
        return { ...page, content: await viewsOf(ports, sql, page.content) };
      }),

    get: (tenant: string, id: number): Promise<DatasetView> =>
      database.read(tenant, async (sql) => viewOf(sql, await found(sql, { ids: [id] }, id))),

    getByUrn: (tenant: string, urn: string): Promise<DatasetView> =>
      database.read(tenant, async (sql) => viewOf(sql, await found(sql, { urn }, urn))),

    isSubsetting,

    /** For other modules, within their own transaction. */
    find: async (sql: Sql, id: number): Promise<KeptDataset | undefined> => (await store(sql).find({ ids: [id] }))[0],
    findByUrn: async (sql: Sql, urn: string): Promise<KeptDataset | undefined> => (await store(sql).find({ urn }))[0],
    page: (sql: Sql, request: PageRequest): Promise<Page<KeptDataset>> => store(sql).page({}, request),
    views: async (sql: Sql, ids: readonly number[]) => {
      const views = await viewsOf(ports, sql, await store(sql).find({ ids }));
      return new Map(views.map((view) => [view.id, view]));
    },

    create: (tenant: string, given: GivenDataset): Promise<DatasetView> =>
      database.transaction(tenant, async (unit) => {
        if (given.id !== undefined) throw new RefusedError(refusal('entity-invalid', 'A new dataset has no id.'));
        const clause = subsettingOf(given.clause);
        const urn = given.urn === undefined ? newUrn(tenant, uuid()) : chosenUrn(given.urn, tenant);
        await touch(unit.sql);
        const source = await foundationOf(ports, unit.sql, given);
        await inspectFeature(ports, unit.sql, given);
        if ((await store(unit.sql).find({ urn })).length > 0)
          throw new RefusedError(entityAlreadyExists('Dataset', urn));
        const { model, feature } = given;
        const made = await store(unit.sql).insert({
          urn,
          model,
          dataSource: source.businessId,
          dataModel: source.model,
          clause,
          feature,
          created: clock.now(),
        });
        events.changed(unit, [urn], 'CREATE');
        return viewOf(unit.sql, made);
      }),

    update: (tenant: string, id: number, given: GivenDataset): Promise<DatasetView> =>
      database.transaction(tenant, async (unit) => {
        if (given.id !== id) {
          throw new RefusedError(
            refusal('identifier-mismatch', `The path names dataset ${id}, the body ${given.id ?? 'none'}.`),
          );
        }
        const clause = subsettingOf(given.clause);
        await touch(unit.sql);
        const before = await found(unit.sql, { ids: [id] }, id);
        refuseMoved(before, given);
        await foundationOf(ports, unit.sql, given);
        await inspectFeature(ports, unit.sql, given, before.feature);
        const changed = { ...before, clause, feature: given.feature, updated: clock.now() };
        await store(unit.sql).update(changed);
        events.changed(unit, [before.urn], 'UPDATE');
        return viewOf(unit.sql, changed);
      }),

    /** With the rights on it; its products stay. */
    remove: (tenant: string, id: number): Promise<void> =>
      database.transaction(tenant, async (unit) => {
        await touch(unit.sql);
        const dataset = await found(unit.sql, { ids: [id] }, id);
        await rights.removeOf(unit, dataset);
        await store(unit.sql).delete(id);
        events.changed(unit, [dataset.urn], 'DELETE');
      }),
  };
};

/** What a dataset is made of stays. */
function refuseMoved({ urn, model, dataSource }: KeptDataset, given: GivenDataset): void {
  if (given.urn !== undefined && given.urn !== urn) {
    throw new RefusedError(refusal('identifier-mismatch', `The dataset is ${urn}, not ${given.urn}.`));
  }
  if (given.dataSource !== dataSource) {
    throw new RefusedError(
      operationForbidden(
        `Dataset ${urn} is made of data source ${dataSource} and cannot change to ${given.dataSource}.`,
      ),
    );
  }
  if (given.model !== model) {
    throw new RefusedError(
      operationForbidden(`Dataset ${urn} is of model ${model} and cannot change to ${given.model}.`),
    );
  }
}

export type { DatasetView, KeptDataset } from './ports.ts';
