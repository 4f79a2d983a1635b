/** Keeps which operations there are and which role may call them; whoever serves them is told of each change. */
import {
  entityInvalid,
  entityNotFound,
  hasGivenRights,
  operationForbidden,
  RefusedError,
  refuseBeyond,
} from '@regards/core';
import type { Caller, Database, Page, PageRequest, Refusal, UnitOfWork } from '@regards/core';
import { bounds } from '@regards/generated/rs-admin/bounds';
import type {
  ResourceMapping,
  ResourceReference,
  ResourcesAccess,
  RightsOfRole,
  Role,
} from '@regards/generated/rs-admin/types';
import {
  declarationOf,
  differences,
  followed,
  given,
  holdersByDefault,
  mayCallResource,
  parentOf,
  refusalOfChange,
  refusalOfDeclaring,
  taken,
} from '../domain/rights.ts';
import type { Granted, Rights } from '../domain/rights.ts';
import { leastFirst } from '../domain/roles.ts';
import type { Events, Projects, ResourceFilter, Stores } from './ports.ts';

export interface RightPorts {
  readonly database: Database;
  readonly stores: Stores;
  readonly events: Events;
  readonly tenants: Projects;
}

export type RightService = ReturnType<typeof rightService>;

export function rightService({ database, stores, events, tenants }: RightPorts) {
  const rightsIn = async (unit: Pick<UnitOfWork, 'sql'>): Promise<Rights> => ({
    roles: await stores.roles(unit.sql).all(),
    granted: await stores.rights(unit.sql).granted(),
  });

  const read = <T>(tenant: string, work: (unit: Pick<UnitOfWork, 'sql'>) => Promise<T>): Promise<T> =>
    database.read(tenant, (sql) => work({ sql }));

  /** The operations that a caller in the role is shown. */
  const shownTo = async (unit: Pick<UnitOfWork, 'sql'>, role: string): Promise<readonly number[] | undefined> =>
    hasGivenRights(role) ? [...((await stores.rights(unit.sql).granted()).get(role) ?? [])] : undefined;

  /** Writes what differs, lets the parents of the project's own roles follow, and tells whom it concerns. */
  async function write(unit: UnitOfWork, { roles, granted }: Rights, next: Granted): Promise<void> {
    const store = stores.rights(unit.sql);
    const changes = differences(granted, next);
    for (const { name, added, removed } of changes) {
      await store.withdraw(name, removed);
      await store.grant(name, added);
    }
    for (const { name, isNative, parentRole } of roles) {
      if (isNative || !changes.some((change) => change.name === name)) continue;
      const parent = parentOf(name, next);
      if (parent === undefined) throw new RefusedError(operationForbidden(`${name} would have less than PUBLIC has`));
      if (parent === parentRole?.name) continue;
      await stores.roles(unit.sql).setParent(name, parent);
      unit.publish(events.role, [{ payload: { role: name } }]);
    }
    const touched = await store.resources({ ids: changes.flatMap(({ added, removed }) => [...added, ...removed]) });
    const services = new Map(touched.map(({ id, microservice }) => [id, microservice]));
    for (const { name, added, removed } of changes) {
      for (const microservice of new Set([...added, ...removed].map((id) => services.get(id) ?? '')))
        unit.publish(events.resourceAccess, [{ payload: { microservice, roleName: name } }]);
    }
  }

  /** Gives or takes one right; nothing when there is no such role or operation. */
  const change = (
    tenant: string,
    caller: Caller,
    [roleName, id]: readonly [string, number],
    make: (role: Role, id: number, rights: Rights) => Granted,
  ): Promise<ResourcesAccess> =>
    database.transaction(tenant, async (unit) => {
      const store = stores.rights(unit.sql);
      await store.hold();
      const rights = await rightsIn(unit);
      const role = rights.roles.find(({ name }) => name === roleName);
      if (!role) throw new RefusedError(entityNotFound('Role', roleName));
      const [resource] = await store.resources({ ids: [id] });
      if (!resource) throw new RefusedError(entityNotFound('ResourcesAccess', id));
      refuseIf(refusalOfChange(caller.role, role, resource, rights));
      await write(unit, rights, make(role, id, rights));
      return resource;
    });

  return {
    /** One page of what the caller's role may call. */
    page: (
      tenant: string,
      role: string,
      filter: ResourceFilter,
      request: PageRequest,
    ): Promise<Page<ResourcesAccess>> =>
      read(tenant, async (unit) =>
        stores.rights(unit.sql).resourcePage({ ...filter, ids: await shownTo(unit, role) }, request),
      ),

    /** Nothing when there is none that the caller's role may call. */
    find: (tenant: string, role: string, id: number): Promise<ResourcesAccess | undefined> =>
      read(tenant, async (unit) => {
        const shown = await shownTo(unit, role);
        const [resource] = await stores.rights(unit.sql).resources({ ids: [id] });
        return shown === undefined || shown.includes(id) ? resource : undefined;
      }),

    list: (tenant: string, filter: ResourceFilter): Promise<ResourcesAccess[]> =>
      read(tenant, ({ sql }) => stores.rights(sql).resources(filter)),

    controllers: async (tenant: string, microservice: string): Promise<string[]> => {
      const resources = await read(tenant, ({ sql }) => stores.rights(sql).resources({ microservice }));
      return [...new Set(resources.map(({ controllerSimpleName }) => controllerSimpleName))].toSorted();
    },

    /** What a role may call, of one service where one is named; nothing when there is no such role. */
    ofRole: (tenant: string, name: string, microservice?: string): Promise<ResourcesAccess[] | undefined> =>
      read(tenant, async (unit) => {
        const { roles, granted } = await rightsIn(unit);
        if (!roles.some((role) => role.name === name)) return undefined;
        const resources = await stores.rights(unit.sql).resources({ microservice });
        return resources.filter((resource) => mayCallResource(name, resource, granted));
      }),

    /** The roles that may call an operation; nothing when there is no such operation. */
    rolesOf: (tenant: string, id: number): Promise<Role[] | undefined> =>
      read(tenant, async (unit) => {
        const { roles, granted } = await rightsIn(unit);
        const [resource] = await stores.rights(unit.sql).resources({ ids: [id] });
        return resource && leastFirst(roles.filter(({ name }) => mayCallResource(name, resource, granted)));
      }),

    ofService: (tenant: string, microservice: string): Promise<RightsOfRole[]> =>
      read(tenant, ({ sql }) => stores.rights(sql).rightsOfRoles(microservice)),

    /** Throws RefusedError when there is no such role or operation, or the caller may not give it. */
    async give(tenant: string, caller: Caller, roleName: string, { id }: ResourceReference): Promise<ResourcesAccess> {
      if (id == null) throw new RefusedError(entityInvalid('id: the number of an operation is needed'));
      return change(tenant, caller, [roleName, id], given);
    },

    /** Throws RefusedError when there is no such role or operation, or the caller may not take it. */
    take: (tenant: string, caller: Caller, roleName: string, id: number): Promise<ResourcesAccess> =>
      change(tenant, caller, [roleName, id], taken),

    /** Nothing when there is no such operation. */
    describe: (tenant: string, id: number, { description }: ResourceReference): Promise<ResourcesAccess | undefined> =>
      database.transaction(tenant, async ({ sql }) => {
        const store = stores.rights(sql);
        if (description != null) await store.describeResource(id, description);
        const [resource] = await store.resources({ ids: [id] });
        return resource;
      }),

    /** Throws RefusedError when a service declares operations of another one. */
    async declareFor(tenant: string, caller: Caller, microservice: string, mappings: readonly ResourceMapping[]) {
      refuseIf(refusalOfDeclaring(caller, microservice));
      await this.declare(tenant, microservice, mappings);
    },

    /**
     * Forgets the operations of a service in each project; the parents of their own roles stay as they are.
     * Throws RefusedError when a service does so with another one's.
     */
    async forget(caller: Caller, microservice: string): Promise<void> {
      refuseIf(refusalOfDeclaring(caller, microservice));
      for (const tenant of tenants.active())
        await database.transaction(tenant, async (unit) => {
          const store = stores.rights(unit.sql);
          await store.hold();
          for (const roleName of await store.deleteResources(microservice))
            unit.publish(events.resourceAccess, [{ payload: { microservice, roleName } }]);
        });
    },

    /** Takes in what is new and what is said otherwise; what nobody says any more stays. */
    async declare(tenant: string, microservice: string, mappings: readonly ResourceMapping[]): Promise<void> {
      const isKnown = ({ added, changed }: ReturnType<typeof declarationOf>) => added.length + changed.length === 0;
      const kept = await read(tenant, ({ sql }) => stores.rights(sql).resources({ microservice }));
      if (isKnown(declarationOf(mappings, kept))) return;
      await database.transaction(tenant, async (unit) => {
        const store = stores.rights(unit.sql);
        await store.hold();
        const declaration = declarationOf(mappings, await store.resources({ microservice }));
        const rights = await rightsIn(unit);
        let next = rights.granted;
        for (const { resource, mapping } of declaration.changed) {
          const { role } = mapping.resourceAccess;
          next = followed(resource, role, { ...rights, granted: next });
          await store.updateResource(resource.id, { role, controller: mapping.controllerSimpleName });
        }
        const granted = new Map([...next].map(([name, ids]) => [name, new Set(ids)]));
        for (const { id, defaultRole } of await store.insertResources(microservice, declaration.added)) {
          for (const name of holdersByDefault(defaultRole, rights.roles))
            granted.set(name, (granted.get(name) ?? new Set()).add(id));
        }
        refuseBeyond(bounds.ResourcesAccessResources, (await store.resources({})).length, 'operations in a project');
        await write(unit, rights, granted);
      });
    },
  };
}

function refuseIf(refused: Refusal | undefined): void {
  if (refused) throw new RefusedError(refused);
}
