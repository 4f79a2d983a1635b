/** What the rules of roles and rights need of the world. */
import type { Page, PageRequest, Publication, Sql } from '@regards/core';
import type {
  ResourceAccessEvent,
  ResourceMapping,
  ResourcesAccess,
  RightsOfRole,
  Role,
  RoleEvent,
} from '@regards/generated/rs-admin/types';
import type { RoleToKeep } from '../domain/roles.ts';

export interface RoleStore {
  /** Every role of the project, each with its parents within it. */
  all(): Promise<Role[]>;
  /** Adds those that are not there. */
  ensure(roles: readonly RoleToKeep[], defaultRole: string): Promise<void>;
  /** Adds a role of the project's own, with the rights that its parent has. */
  insert(name: string, parent: string, addresses: readonly string[]): Promise<void>;
  setAddresses(name: string, addresses: readonly string[]): Promise<void>;
  setParent(name: string, parent: string): Promise<void>;
  /** Throws RefusedError when somebody holds it. */
  delete(name: string): Promise<void>;
}

/** Which operations are meant: all without a member. */
export interface ResourceFilter {
  readonly ids?: readonly number[] | undefined;
  readonly microservice?: string | undefined;
  readonly controller?: string | undefined;
}

export interface RightStore {
  /** Lets nobody else change rights of the project until the unit of work ends. */
  hold(): Promise<void>;
  resources(filter: ResourceFilter): Promise<ResourcesAccess[]>;
  resourcePage(filter: ResourceFilter, request: PageRequest): Promise<Page<ResourcesAccess>>;
  insertResources(microservice: string, mappings: readonly ResourceMapping[]): Promise<ResourcesAccess[]>;
  updateResource(id: number, change: { role: string; controller: string }): Promise<void>;
  describeResource(id: number, description: string): Promise<void>;
  /** Deletes the operations of a service with all rights on them, and gives the names of the roles that had any. */
  deleteResources(microservice: string): Promise<string[]>;
  /** By the names of roles, those without rights left out. */
  granted(): Promise<Map<string, Set<number>>>;
  grant(role: string, ids: readonly number[]): Promise<void>;
  withdraw(role: string, ids: readonly number[]): Promise<void>;
  /** Of PROJECT_ADMIN its addresses alone. */
  rightsOfRoles(microservice: string): Promise<RightsOfRole[]>;
}

export interface Stores {
  readonly roles: (sql: Sql) => RoleStore;
  readonly rights: (sql: Sql) => RightStore;
}

/** The projects that there are. */
export interface Projects {
  active(): readonly string[];
}

export interface Events {
  readonly role: Publication<RoleEvent>;
  readonly resourceAccess: Publication<ResourceAccessEvent>;
}
