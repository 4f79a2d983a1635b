/** What groups and rights need from the outside. */
import type { Database, Page, PageRequest, Sql, UnitOfWork } from '@regards/core';
import type { DatasetService, DatasetView, KeptDataset } from '../../datasets/service/index.ts';
import type { Group } from '../domain/group.ts';
import type { Right } from '../domain/right.ts';

export interface KeptGroup extends Group {
  readonly id: number;
}

export interface KeptRight extends Right {
  readonly id: number;
}

/** A right with what its names stand for. */
export interface RightView extends KeptRight {
  readonly groupDetails: KeptGroup;
  readonly datasetDetails: DatasetView;
}

/** A right as a caller gives it. */
export interface GivenRight extends Right {
  readonly id?: number;
  readonly hasPlugin: boolean;
}

export interface GroupStore {
  page(filter: { readonly isPublic?: boolean }, request: PageRequest): Promise<Page<KeptGroup>>;
  /** Sorted by name. */
  groups(filter: { readonly names?: readonly string[]; readonly isPublic?: boolean }): Promise<readonly KeptGroup[]>;
  /** Undefined when the name is taken. */
  insert(group: Group): Promise<KeptGroup | undefined>;
  update(id: number, isPublic: boolean): Promise<void>;
  delete(id: number): Promise<void>;
}

export interface RightFilter {
  readonly id?: number;
  readonly group?: string;
  readonly datasets?: readonly number[];
}

export interface RightStore {
  page(filter: RightFilter, request: PageRequest): Promise<Page<KeptRight>>;
  /** Oldest first. */
  rights(filter: RightFilter): Promise<readonly KeptRight[]>;
  insert(right: Right): Promise<KeptRight>;
  update(right: KeptRight): Promise<void>;
  delete(ids: readonly number[]): Promise<void>;
}

type Change = 'CREATE' | 'UPDATE' | 'DELETE';

export interface AccessEvents {
  group(unit: UnitOfWork, group: KeptGroup, action: 'CREATE' | 'DELETE'): void;
  /** The group is public from now on, or no more. */
  publicGroup(unit: UnitOfWork, group: KeptGroup, action: 'CREATE' | 'DELETE'): void;
  right(unit: UnitOfWork, right: Right, dataset: KeptDataset, change: Change): void;
  /** Who sees the datasets is told with them. */
  datasetsChanged(unit: UnitOfWork, urns: readonly string[]): void;
}

export interface AccessPorts {
  readonly database: Database;
  readonly groups: (sql: Sql) => GroupStore;
  readonly rights: (sql: Sql) => RightStore;
  readonly events: AccessEvents;
  readonly datasets: Pick<DatasetService, 'find' | 'findByUrn' | 'views'>;
  readonly touch: (sql: Sql) => Promise<void>;
}
