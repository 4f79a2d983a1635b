/** The native roles of a project, and which of them a caller manages and may borrow. */
import { compareRoles } from '@regards/core';
import type { Role } from '@regards/generated/rs-admin/types';

//   PUBLIC ◀── REGISTERED_USER ◀── EXPLOIT ◀── ADMIN      each may do what its parent, to its left, may
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

/** Those among `roles` that a caller in `role` manages, the least first. */
export const managedRoles = (role: string, roles: readonly Role[]): Role[] =>
  roles
    .filter(({ name }) => compareRoles(name, role) <= 0)
    .toSorted((one, other) => compareRoles(one.name, other.name));

/** Administrators may act in any role they manage, everyone else in their own. */
export const borrowableRoles = (role: string, roles: readonly Role[]): Role[] =>
  compareRoles(role, 'ADMIN') >= 0 ? managedRoles(role, roles) : roles.filter(({ name }) => name === role);
