/** The roles of a project: which there are, which inherit from which, and which a caller manages and may borrow. */
import { compareRoles, entityAlreadyExists, entityInvalid, isNetwork, nativeRoles } from '@regards/core';
import type { Refusal } from '@regards/core';
import type { Role } from '@regards/generated/rs-admin/types';

//   PUBLIC ◀── REGISTERED_USER ◀── EXPLOIT ◀── ADMIN      each may do what its parent, to its left, may
//      ▲              ▲               ▲          ▲
//      └──────────────┴── a project's own roles ─┘         have one of these as their parent
//   PROJECT_ADMIN, INSTANCE_ADMIN                          have no parent and may do everything, the latter everywhere

/** What people become when nothing else is said (REGARDS's `default_role`). */
export const defaultRole = 'REGISTERED_USER';

export interface RoleToKeep {
  readonly name: string;
  readonly parent?: string;
}

/** Those that every project keeps; root's role is above projects and kept in none. */
export const keptRoles: readonly RoleToKeep[] = [
  { name: 'PUBLIC' },
  { name: 'REGISTERED_USER', parent: 'PUBLIC' },
  { name: 'EXPLOIT', parent: 'REGISTERED_USER' },
  { name: 'ADMIN', parent: 'EXPLOIT' },
  { name: 'PROJECT_ADMIN' },
];

/** Roles whose rights a project can change, the greatest first; also the parents that a role can have. */
export const parents = ['ADMIN', 'EXPLOIT', 'REGISTERED_USER', 'PUBLIC'] as const;

/** The roles that this one inherits from, its parent first. */
export const ascendants = ({ parentRole }: Role): Role[] => (parentRole ? [parentRole, ...ascendants(parentRole)] : []);

/** Those among `roles` that inherit from the named one. */
export const descendants = (name: string, roles: readonly Role[]): Role[] =>
  leastFirst(roles.filter((role) => ascendants(role).some((one) => one.name === name)));

/** A project's own role stands right above its parent, and below PROJECT_ADMIN. */
export const leastFirst = (roles: readonly Role[]): Role[] =>
  roles.toSorted((one, other) => heightOf(one) - heightOf(other));

const heightOf = (role: Role): number =>
  role.isNative ? nativeRoles.findIndex((name) => name === role.name) : ascendants(role).length - 0.5;

/** Those among `roles` that a caller in `role` manages, the least first: administrators of the project all of them. */
export function managedRoles(role: string, roles: readonly Role[]): Role[] {
  if (compareRoles(role, 'PROJECT_ADMIN') >= 0) return leastFirst(roles);
  const own = roles.find(({ name }) => name === role);
  return own ? leastFirst([own, ...ascendants(own)]) : [];
}

/** Administrators, and who inherits from them, may act in any role they manage, everyone else in their own. */
export function borrowableRoles(role: string, roles: readonly Role[]): Role[] {
  const managed = managedRoles(role, roles);
  const isAdministrator = compareRoles(role, 'ADMIN') >= 0 || managed.some(({ name }) => name === 'ADMIN');
  return isAdministrator ? managed : managed.filter(({ name }) => name === role);
}

/** Names that would be taken for something else: a service's role, or root's. */
const isReserved = (name: string): boolean => /^(ROLE_|SYS_|INSTANCE_ADMIN$)/i.test(name);

/** Why a project cannot have another role of this name and parent, if so. */
export function refusalOfMaking(name: string, parent: Role | undefined, roles: readonly Role[]): Refusal | undefined {
  const same = roles.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (same) return entityAlreadyExists('Role', same.name);
  if (isReserved(name)) return entityInvalid(`name: ${name} is reserved`);
  if (!parents.some((one) => one === parent?.name))
    return entityInvalid(`parentRole: one of ${parents.join(', ')} is needed, of which a role can inherit`);
  return undefined;
}

/** Why holders of a role cannot be told to come from these addresses, if so. */
export function refusalOfAddresses(addresses: readonly string[]): Refusal | undefined {
  const faults = addresses.flatMap((address, at) =>
    isNetwork(address) ? [] : [`authorizedAddresses[${at}]: an address or a network (CIDR) is needed`],
  );
  return faults.length > 0 ? entityInvalid(...faults) : undefined;
}
