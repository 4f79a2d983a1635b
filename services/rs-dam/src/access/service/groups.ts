/** Groups: made, opened to everyone or closed, deleted. */
import {
  entityAlreadyExists,
  entityInvalid,
  entityNotFound,
  operationForbidden,
  refusal,
  RefusedError,
  refuseBeyond,
} from '@regards/core';
import type { Page, PageRequest, Sql } from '@regards/core';
import { bounds } from '@regards/generated/rs-dam/bounds';
import { groupNameFaults, publicGroup } from '../domain/group.ts';
import type { Group } from '../domain/group.ts';
import type { AccessPorts, GroupStore, KeptGroup } from './ports.ts';

export type GivenGroup = Pick<Group, 'name' | 'isPublic'> & { readonly id?: number };

export const groupService = ({ database, groups, rights, events, touch }: Omit<AccessPorts, 'datasets'>) => ({
  list: (tenant: string, filter: { readonly isPublic?: boolean }, request: PageRequest): Promise<Page<KeptGroup>> =>
    database.read(tenant, (sql) => groups(sql).page(filter, request)),

  get: (tenant: string, name: string): Promise<KeptGroup> =>
    database.read(tenant, (sql) => groupNamed(groups(sql), name)),

  /** Names of the groups that everyone belongs to; for other modules, within their own transaction. */
  publicNames: async (sql: Sql): Promise<readonly string[]> =>
    (await groups(sql).groups({ isPublic: true })).map(({ name }) => name),

  create: (tenant: string, { id, name, isPublic }: GivenGroup): Promise<KeptGroup> =>
    database.transaction(tenant, async (unit) => {
      if (id !== undefined) throw new RefusedError(entityInvalid('A new group has no id.'));
      const faults = groupNameFaults(name);
      if (faults.length > 0) throw new RefusedError(entityInvalid(...faults));
      await touch(unit.sql);
      const made = await groups(unit.sql).insert({ name, isPublic, isInternal: false });
      if (!made) throw new RefusedError(entityAlreadyExists('AccessGroup', name));
      // Public ones, and those that have rights on a dataset, are listed whole.
      const all = await groups(unit.sql).groups({});
      refuseBeyond(bounds['CatalogueRules.publicGroups'], all.length, 'groups in a project');
      events.group(unit, made, 'CREATE');
      if (isPublic) events.publicGroup(unit, made, 'CREATE');
      return made;
    }),

  /** Whether it is public; everything else stays. */
  update: (tenant: string, name: string, given: GivenGroup): Promise<KeptGroup> =>
    database.transaction(tenant, async (unit) => {
      await touch(unit.sql);
      const before = await groupNamed(groups(unit.sql), name);
      if (given.name !== name || (given.id !== undefined && given.id !== before.id)) {
        throw new RefusedError(
          refusal('identifier-mismatch', `The path names group ${name} with id ${before.id}, the body another.`),
        );
      }
      if (before.isPublic === given.isPublic) return before;
      if (before.isInternal)
        throw new RefusedError(operationForbidden(`Everyone belongs to the group ${name}, always.`));
      const changed = { ...before, isPublic: given.isPublic };
      await groups(unit.sql).update(before.id, given.isPublic);
      events.publicGroup(unit, changed, given.isPublic ? 'CREATE' : 'DELETE');
      return changed;
    }),

  remove: (tenant: string, name: string): Promise<void> =>
    database.transaction(tenant, async (unit) => {
      await touch(unit.sql);
      const group = await groupNamed(groups(unit.sql), name);
      if (group.isInternal) throw new RefusedError(operationForbidden(`The group ${name} is always there.`));
      if ((await rights(unit.sql).rights({ group: name })).length > 0) {
        throw new RefusedError(operationForbidden(`The group ${name} has access rights.`));
      }
      await groups(unit.sql).delete(group.id);
      events.group(unit, group, 'DELETE');
      if (group.isPublic) events.publicGroup(unit, group, 'DELETE');
    }),

  /** Makes the group `Public`, unless it is there. */
  prepare: (tenant: string): Promise<void> =>
    database.transaction(tenant, async (unit) => {
      const made = await groups(unit.sql).insert(publicGroup);
      if (!made) return;
      await touch(unit.sql);
      events.group(unit, made, 'CREATE');
      events.publicGroup(unit, made, 'CREATE');
    }),
});

export async function groupNamed(store: GroupStore, name: string): Promise<KeptGroup> {
  const [group] = await store.groups({ names: [name] });
  if (!group) throw new RefusedError(entityNotFound('AccessGroup', name));
  return group;
}
