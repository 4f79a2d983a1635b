/** What the datasets need from the outside. */
import type { Clock, Database, Page, PageRequest, Sql, UnitOfWork } from '@regards/core';
import type { KeptSource, SourceService } from '../../datasources/service.ts';
import type { JsonJudge, KeptModel, ModelService } from '../../models/service/index.ts';
import type { Feature } from '../domain/feature.ts';

/** A dataset as it is kept; model and data source by their names. */
export interface KeptDataset {
  readonly id: number;
  readonly urn: string;
  readonly model: string;
  readonly dataSource: string;
  /** Model of the products of its data source. */
  readonly dataModel: string;
  readonly clause: string;
  readonly feature: Feature;
  readonly created: Date;
  readonly updated?: Date;
}

/** A dataset with what its names stand for, and who sees it. */
export interface DatasetView extends KeptDataset {
  readonly modelDetails: KeptModel;
  readonly source: KeptSource;
  readonly groups: readonly string[];
}

/** A dataset as a caller gives it. */
export interface GivenDataset {
  readonly id?: number;
  readonly urn?: string;
  readonly model: string;
  readonly dataSource: string;
  readonly clause?: string;
  readonly feature: Feature;
  /** Name of the model as the feature has it. */
  readonly featureModel?: string;
}

export interface DatasetFilter {
  readonly ids?: readonly number[];
  readonly urn?: string;
  /** How the label begins, whatever the case. */
  readonly label?: string;
}

export interface DatasetStore {
  page(filter: DatasetFilter, request: PageRequest): Promise<Page<KeptDataset>>;
  find(filter: DatasetFilter): Promise<readonly KeptDataset[]>;
  insert(dataset: Omit<KeptDataset, 'id'>): Promise<KeptDataset>;
  update(dataset: KeptDataset): Promise<void>;
  delete(id: number): Promise<void>;
  /** How many there are of each data source that has any. */
  counts(): Promise<ReadonlyMap<string, number>>;
  usedModels(names: readonly string[]): Promise<readonly string[]>;
}

export interface DatasetEvents {
  changed(unit: UnitOfWork, urns: readonly string[], action: 'CREATE' | 'UPDATE' | 'DELETE'): void;
}

/** Rights on datasets, which another module keeps. */
export interface RightsOnDatasets {
  /** Groups that see each of these datasets, sorted by name. */
  groupsOf(sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>>;
  removeOf(unit: UnitOfWork, dataset: KeptDataset): Promise<void>;
}

export interface DatasetPorts {
  readonly database: Database;
  readonly store: (sql: Sql) => DatasetStore;
  readonly events: DatasetEvents;
  readonly models: Pick<ModelService, 'hold' | 'all' | 'associations'>;
  readonly sources: Pick<SourceService, 'all'>;
  readonly rights: RightsOnDatasets;
  readonly judge: JsonJudge;
  readonly touch: (sql: Sql) => Promise<void>;
  readonly clock: Clock;
  readonly uuid: () => string;
}
