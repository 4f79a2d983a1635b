/** Gives out the roles of a project, gives a new project its native ones, and lets it make its own. */
import { operationForbidden, refusal, RefusedError, refuseBeyond } from '@regards/core';
import type { Database, Refusal } from '@regards/core';
import { bounds } from '@regards/generated/rs-admin/bounds';
import type { Role, RoleDraft } from '@regards/generated/rs-admin/types';
import {
  ascendants,
  borrowableRoles,
  defaultRole,
  descendants,
  keptRoles,
  leastFirst,
  managedRoles,
  refusalOfAddresses,
  refusalOfMaking,
} from '../domain/roles.ts';
import type { Events, Stores } from './ports.ts';

export interface RolePorts {
  readonly database: Database;
  readonly stores: Stores;
  readonly events: Events;
}

export type RoleService = ReturnType<typeof roleService>;

export function roleService({ database, stores, events }: RolePorts) {
  const all = (tenant: string): Promise<Role[]> => database.read(tenant, (sql) => stores.roles(sql).all());
  const find = async (tenant: string, name: string): Promise<Role | undefined> =>
    (await all(tenant)).find((role) => role.name === name);
  const told = (name: string) => [{ payload: { role: name } }];

  return {
    all,
    find,

    managed: async (tenant: string, role: string): Promise<Role[]> => managedRoles(role, await all(tenant)),

    borrowable: async (tenant: string, role: string): Promise<Role[]> => borrowableRoles(role, await all(tenant)),

    /** Nothing when there is no such role. */
    async ascendants(tenant: string, name: string): Promise<Role[] | undefined> {
      const role = await find(tenant, name);
      return role && leastFirst(ascendants(role));
    },

    /** Nothing when there is no such role. */
    async descendants(tenant: string, name: string): Promise<Role[] | undefined> {
      const roles = await all(tenant);
      return roles.some((role) => role.name === name) ? descendants(name, roles) : undefined;
    },

    includes: async (tenant: string, role: string, other: string): Promise<boolean> =>
      managedRoles(role, await all(tenant)).some(({ name }) => name === other),

    /** Throws RefusedError when there is such a role, or it cannot be. */
    create: (tenant: string, draft: RoleDraft): Promise<Role> =>
      database.transaction(tenant, async (unit) => {
        await stores.rights(unit.sql).hold();
        const store = stores.roles(unit.sql);
        const roles = await store.all();
        const { id, name } = draft.parentRole ?? {};
        const parent = roles.find((one) => (name == null ? one.id === id : one.name === name));
        refuseIf(refusalOfMaking(draft.name, parent, roles));
        refuseIf(refusalOfAddresses(draft.authorizedAddresses ?? []));
        refuseBeyond(bounds.RoleResources, roles.length + 1, 'roles in a project');
        await store.insert(draft.name, parent?.name ?? '', draft.authorizedAddresses ?? []);
        unit.publish(events.role, told(draft.name));
        return named(draft.name, await store.all());
      }),

    /** Nothing when there is no such role. Throws RefusedError when it would be another one. */
    update: (tenant: string, name: string, draft: RoleDraft): Promise<Role | undefined> =>
      database.transaction(tenant, async (unit) => {
        const store = stores.roles(unit.sql);
        const role = (await store.all()).find((one) => one.name === name);
        if (!role) return undefined;
        if (draft.name !== name)
          throw new RefusedError(refusal('identifier-mismatch', `name: ${draft.name} is not ${name}`));
        if (draft.authorizedAddresses == null) return role;
        refuseIf(refusalOfAddresses(draft.authorizedAddresses));
        await store.setAddresses(name, draft.authorizedAddresses);
        unit.publish(events.role, told(name));
        return named(name, await store.all());
      }),

    /** Whether there was such a role. Throws RefusedError when it stays. */
    delete: (tenant: string, name: string): Promise<boolean> =>
      database.transaction(tenant, async (unit) => {
        const store = stores.roles(unit.sql);
        const role = (await store.all()).find((one) => one.name === name);
        if (!role) return false;
        refuseIf(role.isNative ? operationForbidden(`Every project has the role ${name}`) : undefined);
        await store.delete(name);
        unit.publish(events.role, told(name));
        return true;
      }),

    /** Gives the project its native roles; those that are there stay as they are. */
    ensureNative: (tenant: string): Promise<void> =>
      database.transaction(tenant, ({ sql }) => stores.roles(sql).ensure(keptRoles, defaultRole)),
  };
}

function named(name: string, roles: readonly Role[]): Role {
  const role = roles.find((one) => one.name === name);
  if (!role) throw new Error(`the role ${name} that was written is not there`);
  return role;
}

function refuseIf(refused: Refusal | undefined): void {
  if (refused) throw new RefusedError(refused);
}
