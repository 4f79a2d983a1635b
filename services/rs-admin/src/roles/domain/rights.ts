/** What roles may call, and what becomes of it when a right is given or taken. */
import { accessDenied, hasGivenRights, isSystemRole, operationForbidden } from '@regards/core';
import type { Caller, Refusal } from '@regards/core';
import type { ResourceMapping, ResourcesAccess, Role } from '@regards/generated/rs-admin/types';
import { ascendants, descendants, managedRoles, parents } from './roles.ts';

/** The roles of a project, and by their names the numbers of the operations that each may call. */
export interface Rights {
  readonly roles: readonly Role[];
  readonly granted: Granted;
}

export type Granted = ReadonlyMap<string, ReadonlySet<number>>;

/** Whether projects can give it: what belongs to the instance is nobody's to give. */
const isOfProject = ({ defaultRole }: ResourcesAccess): boolean => defaultRole !== 'INSTANCE_ADMIN';

/** Whether a caller in the role may call the operation. */
export const mayCallResource = (role: string, resource: ResourcesAccess, granted: Granted): boolean =>
  hasGivenRights(role)
    ? (granted.get(role)?.has(resource.id) ?? false)
    : isOfProject(resource) || role !== projectAdmin;

const projectAdmin = 'PROJECT_ADMIN';

/** Why a caller may not give or take the right, if so. */
export function refusalOfChange(
  caller: string,
  role: Role,
  resource: ResourcesAccess,
  { roles, granted }: Rights,
): Refusal | undefined {
  if (role.name === projectAdmin) return operationForbidden('What PROJECT_ADMIN may call cannot be changed');
  if (!isOfProject(resource)) return operationForbidden(`${nameOf(resource)} belongs to the instance`);
  if (!mayCallResource(caller, resource, granted))
    return accessDenied(`A caller in role ${caller} may not call ${nameOf(resource)}, and cannot give or take it`);
  if (
    hasGivenRights(caller) &&
    (caller === role.name || !managedRoles(caller, roles).some(({ name }) => name === role.name))
  )
    return accessDenied(`A caller in role ${caller} does not manage role ${role.name}`);
  return undefined;
}

const nameOf = ({ verb, resource, microservice }: ResourcesAccess): string => `${verb} ${resource} of ${microservice}`;

/** The rights when a role may call one operation more: all that inherit from it may too. */
export const given = (role: Role, id: number, { roles, granted }: Rights): Granted =>
  changed(granted, [role, ...descendants(role.name, roles)], (ids) => ids.add(id));

/** The rights when a role may call one operation less: those that it would inherit it from may not either. */
export const taken = (role: Role, id: number, { granted }: Rights): Granted =>
  changed(granted, role.isNative ? [role, ...ascendants(role)] : [role], (ids) => ids.delete(id));

const changed = (granted: Granted, roles: readonly Role[], change: (ids: Set<number>) => unknown): Granted => {
  const next = new Map(granted);
  for (const { name } of roles) {
    const ids = new Set(granted.get(name));
    change(ids);
    next.set(name, ids);
  }
  return next;
};

/**
 * The parent of a project's own role: the greatest native one all of whose rights it has; undefined when it has less
 * than PUBLIC.
 */
export const parentOf = (name: string, granted: Granted): string | undefined =>
  parents.find((parent) => without(granted.get(parent), granted.get(name)).length === 0);

const without = (ids: ReadonlySet<number> = new Set(), others: ReadonlySet<number> = new Set()): number[] =>
  [...ids].filter((id) => !others.has(id));

/** Who may call what is new, or of which nobody changed the rights: its default role and all that inherit from it. */
export const holdersByDefault = (defaultRole: string, roles: readonly Role[]): string[] =>
  parents.some((name) => name === defaultRole)
    ? [defaultRole, ...descendants(defaultRole, roles).map(({ name }) => name)]
    : [];

/** Why a caller may not say which operations a service has, if so: services say it of themselves. */
export const refusalOfDeclaring = ({ role, login }: Caller, microservice: string): Refusal | undefined =>
  isSystemRole(role) && login !== microservice
    ? accessDenied(`${login} declares its own operations, not those of ${microservice}`)
    : undefined;

/** What a declaration changes of what is kept. */
export interface Declaration {
  readonly added: readonly ResourceMapping[];
  /** Operations of which something else is said now, with what is said. */
  readonly changed: readonly { readonly resource: ResourcesAccess; readonly mapping: ResourceMapping }[];
}

export function declarationOf(mappings: readonly ResourceMapping[], kept: readonly ResourcesAccess[]): Declaration {
  const byKey = new Map(kept.map((resource) => [keyOf(resource.resource, resource.verb), resource]));
  const wanted = new Map(mappings.map((mapping) => [keyOf(mapping.fullPath, mapping.method), mapping]));
  const found = [...wanted].map(([key, mapping]) => ({ mapping, resource: byKey.get(key) }));
  return {
    added: found.flatMap(({ mapping, resource }) => (resource ? [] : [mapping])),
    changed: found.flatMap(({ mapping, resource }) =>
      resource && differs(resource, mapping) ? [{ resource, mapping }] : [],
    ),
  };
}

const keyOf = (path: string, verb: string): string => `${path}@${verb}`;

const differs = (resource: ResourcesAccess, { resourceAccess, controllerSimpleName }: ResourceMapping): boolean =>
  resource.defaultRole !== resourceAccess.role || resource.controllerSimpleName !== controllerSimpleName;

/** The rights when the default role of an operation is another one: they follow it where nobody had changed them. */
export function followed(resource: ResourcesAccess, role: string, { roles, granted }: Rights): Granted {
  const before = new Set(holdersByDefault(resource.defaultRole, roles));
  const isUnchanged = parents.every((name) => before.has(name) === (granted.get(name)?.has(resource.id) ?? false));
  if (!isUnchanged) return granted;
  const after = new Set(holdersByDefault(role, roles));
  return changed(
    changed(
      granted,
      roles.filter(({ name }) => before.has(name) && !after.has(name)),
      (ids) => ids.delete(resource.id),
    ),
    roles.filter(({ name }) => after.has(name)),
    (ids) => ids.add(resource.id),
  );
}

/** Names of roles whose rights differ, with the operations that one has and the other has not. */
export function differences(before: Granted, after: Granted): { name: string; added: number[]; removed: number[] }[] {
  return [...after].flatMap(([name, ids]) => {
    const [added, removed] = [without(ids, before.get(name)), without(before.get(name), ids)];
    return added.length + removed.length > 0 ? [{ name, added, removed }] : [];
  });
}
