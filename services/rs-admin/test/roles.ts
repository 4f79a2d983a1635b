/** The roles of a project as values. */
import type { Role } from '@regards/generated/rs-admin/types';
import { keptRoles } from '../src/roles/domain/roles.ts';

/** The native roles of a project, each with its parents within it, the least first. */
export function nativeTree(): Role[] {
  const tree = new Map<string, Role>();
  for (const { name, parent } of keptRoles)
    tree.set(name, roleOf(name, parent === undefined ? undefined : tree.get(parent), true));
  return [...tree.values()];
}

export const roleOf = (name: string, parentRole: Role | undefined, isNative = false): Role => ({
  name,
  ...(parentRole ? { parentRole } : {}),
  authorizedAddresses: [],
  isDefault: false,
  isNative,
});
