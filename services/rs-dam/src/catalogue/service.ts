/** Everything that decides what is in the catalogue and who sees it, as of one moment. */
import type { Database, Page, PageRequest, Sql } from '@regards/core';
import type { AccessService, KeptRight } from '../access/service/index.ts';
import type { DatasetService, KeptDataset } from '../datasets/service/index.ts';
import type { KeptSource, SourceService } from '../datasources/service.ts';

export interface DatasetRule {
  readonly dataset: KeptDataset;
  readonly rights: readonly KeptRight[];
}

export interface Rules extends Page<DatasetRule> {
  readonly revision: number;
  readonly sources: readonly KeptSource[];
  readonly publicGroups: readonly string[];
}

export interface CataloguePorts {
  readonly database: Database;
  /** The revision as of now; nothing changes until the transaction ends. */
  readonly hold: (sql: Sql) => Promise<number>;
  readonly sources: Pick<SourceService, 'all'>;
  readonly datasets: Pick<DatasetService, 'page'>;
  readonly groups: Pick<AccessService['groups'], 'publicNames'>;
  readonly rightsOf: (sql: Sql, ids: readonly number[]) => Promise<ReadonlyMap<number, readonly KeptRight[]>>;
}

export type CatalogueService = ReturnType<typeof catalogueService>;

export const catalogueService = ({ database, hold, sources, datasets, groups, rightsOf }: CataloguePorts) => ({
  /** A page of datasets, sorted by id, with everything else whole. */
  rules: (tenant: string, request: PageRequest): Promise<Rules> =>
    database.transaction(tenant, async ({ sql }) => {
      const revision = await hold(sql);
      const page = await datasets.page(sql, { ...request, sort: [] });
      const rights = await rightsOf(
        sql,
        page.content.map(({ id }) => id),
      );
      return {
        ...page,
        content: page.content.map((dataset) => ({ dataset, rights: rights.get(dataset.id) ?? [] })),
        revision,
        sources: await sources.all(sql),
        publicGroups: await groups.publicNames(sql),
      };
    }),
});
