/** Rights of groups on datasets: given, changed, taken. */
import { entityInvalid, entityNotFound, refusal, RefusedError } from '@regards/core';
import type { Page, PageRequest, Sql, UnitOfWork } from '@regards/core';
import type { KeptDataset } from '../../datasets/service/index.ts';
import { rightFaults, showsDataset } from '../domain/right.ts';
import type { Right } from '../domain/right.ts';
import { groupNamed } from './groups.ts';
import type { AccessPorts, GivenRight, KeptRight, RightFilter, RightView } from './ports.ts';

export const rightService = ({ database, groups, rights, events, datasets, touch }: AccessPorts) => {
  const viewsOf = async (sql: Sql, kept: readonly KeptRight[]): Promise<RightView[]> => {
    if (kept.length === 0) return [];
    const groupNames = new Map(
      (await groups(sql).groups({ names: kept.map(({ group }) => group) })).map((group) => [group.name, group]),
    );
    const views = await datasets.views(
      sql,
      kept.map(({ dataset }) => dataset),
    );
    return kept.map((right) => {
      const [groupDetails, datasetDetails] = [groupNames.get(right.group), views.get(right.dataset)];
      if (!groupDetails || !datasetDetails)
        throw new Error(`right ${right.id} is of a group or on a dataset that is gone`);
      return { ...right, groupDetails, datasetDetails };
    });
  };

  const viewOf = async (sql: Sql, right: KeptRight): Promise<RightView> => {
    const [view] = await viewsOf(sql, [right]);
    if (!view) throw new Error(`right ${right.id} has no view`);
    return view;
  };

  const found = async (sql: Sql, id: number): Promise<KeptRight> => {
    const [right] = await rights(sql).rights({ id });
    if (!right) throw new RefusedError(entityNotFound('AccessRight', id));
    return right;
  };

  /** The dataset of a right that can be kept; `id` is the right's own when it is there already. */
  const inspect = async (sql: Sql, given: GivenRight, id?: number): Promise<KeptDataset> => {
    const faults = rightFaults(given, given.hasPlugin);
    if (faults.length > 0) throw new RefusedError(entityInvalid(...faults));
    await groupNamed(groups(sql), given.group);
    const dataset = await datasets.find(sql, given.dataset);
    if (!dataset) throw new RefusedError(entityNotFound('Dataset', given.dataset));
    const present = await rights(sql).rights({ group: given.group, datasets: [given.dataset] });
    if (present.some((right) => right.id !== id)) {
      throw new RefusedError(entityInvalid(`The group ${given.group} has a right on dataset ${dataset.urn} already.`));
    }
    return dataset;
  };

  const rightOf = ({ group, dataset, metadata, file, quality }: GivenRight): Right => ({
    group,
    dataset,
    metadata,
    file,
    quality,
  });

  return {
    /** Of a group, on the dataset of a URN, where they are given. */
    list: (
      tenant: string,
      { group, urn }: { group?: string; urn?: string },
      request: PageRequest,
    ): Promise<Page<RightView>> =>
      database.read(tenant, async (sql) => {
        const dataset = urn === undefined ? undefined : await datasets.findByUrn(sql, urn);
        const filter: RightFilter = { group, ...(urn === undefined ? {} : { datasets: dataset ? [dataset.id] : [] }) };
        const page = await rights(sql).page(filter, request);
        return { ...page, content: await viewsOf(sql, page.content) };
      }),

    get: (tenant: string, id: number): Promise<RightView> =>
      database.read(tenant, async (sql) => viewOf(sql, await found(sql, id))),

    of: (tenant: string, group: string, urn: string): Promise<RightView | undefined> =>
      database.read(tenant, async (sql) => {
        const dataset = await datasets.findByUrn(sql, urn);
        const [right] = dataset ? await rights(sql).rights({ group, datasets: [dataset.id] }) : [];
        return right && viewOf(sql, right);
      }),

    create: (tenant: string, given: GivenRight): Promise<RightView> =>
      database.transaction(tenant, async (unit) => {
        if (given.id !== undefined) throw new RefusedError(entityInvalid('A new access right has no id.'));
        await touch(unit.sql);
        const dataset = await inspect(unit.sql, given);
        const made = await rights(unit.sql).insert(rightOf(given));
        events.right(unit, made, dataset, 'CREATE');
        events.datasetsChanged(unit, [dataset.urn]);
        return viewOf(unit.sql, made);
      }),

    update: (tenant: string, id: number, given: GivenRight): Promise<RightView> =>
      database.transaction(tenant, async (unit) => {
        if (given.id !== undefined && given.id !== id) {
          throw new RefusedError(
            refusal('identifier-mismatch', `The path names access right ${id}, the body ${given.id}.`),
          );
        }
        await touch(unit.sql);
        const before = await found(unit.sql, id);
        const dataset = await inspect(unit.sql, given, id);
        const changed = { ...rightOf(given), id };
        await rights(unit.sql).update(changed);
        events.right(unit, changed, dataset, 'UPDATE');
        const left = before.dataset === given.dataset ? undefined : await datasets.find(unit.sql, before.dataset);
        if (left) events.right(unit, before, left, 'DELETE');
        events.datasetsChanged(unit, [dataset.urn, ...(left ? [left.urn] : [])]);
        return viewOf(unit.sql, changed);
      }),

    remove: (tenant: string, id: number): Promise<void> =>
      database.transaction(tenant, async (unit) => {
        await touch(unit.sql);
        const right = await found(unit.sql, id);
        const dataset = await datasets.find(unit.sql, right.dataset);
        await rights(unit.sql).delete([id]);
        if (!dataset) return;
        events.right(unit, right, dataset, 'DELETE');
        events.datasetsChanged(unit, [dataset.urn]);
      }),
  };
};

/** Rights as the module of datasets asks for them; it is built before the rights, which are on its datasets. */
export const rightsOnDatasets = ({ rights, events }: Pick<AccessPorts, 'rights' | 'events'>) => ({
  of: async (sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, readonly KeptRight[]>> =>
    Map.groupBy(await rights(sql).rights({ datasets: ids }), ({ dataset }) => dataset),

  /** Groups that see each of the datasets. */
  async groupsOf(sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
    const shown = (await rights(sql).rights({ datasets: ids })).filter(showsDataset);
    const groups = Map.groupBy(shown, ({ dataset }) => dataset);
    return new Map([...groups].map(([dataset, held]) => [dataset, held.map(({ group }) => group).toSorted()]));
  },

  async removeOf(unit: UnitOfWork, dataset: KeptDataset): Promise<void> {
    const held = await rights(unit.sql).rights({ datasets: [dataset.id] });
    await rights(unit.sql).delete(held.map(({ id }) => id));
    for (const right of held) events.right(unit, right, dataset, 'DELETE');
  },
});
