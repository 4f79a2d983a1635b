/** Roles and what they may call (platform conventions: PUBLIC ← REGISTERED_USER ← EXPLOIT ← ADMIN). */

export const nativeRoles = [
  'PUBLIC',
  'REGISTERED_USER',
  'EXPLOIT',
  'ADMIN',
  'PROJECT_ADMIN',
  'INSTANCE_ADMIN',
] as const;

export type NativeRole = (typeof nativeRoles)[number];

/** The role an operation asks for; NONE is an operation outside of any tenant that asks for no identity. */
export type AccessRole = NativeRole | 'NONE';

const inherited: readonly string[] = ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN'];

/** The prefix of the virtual role a service calls with, such as ROLE_SYS_rs-fem. */
export const systemRolePrefix = 'ROLE_SYS_';

export const isSystemRole = (role: string): boolean => role.startsWith(systemRolePrefix);

/** ADMIN and above see every product of their project, whatever groups they are in. */
export const seesEverything = (role: string): boolean =>
  ['ADMIN', 'PROJECT_ADMIN', 'INSTANCE_ADMIN'].includes(role) || isSystemRole(role);

/** Height among the native roles; services stand above them all, what is no native role below. */
const height = (role: string): number =>
  isSystemRole(role) ? nativeRoles.length : nativeRoles.findIndex((native) => native === role);

/** Orders roles from PUBLIC up to INSTANCE_ADMIN and services; 0 for two of one height. */
export const compareRoles = (one: string, other: string): number => height(one) - height(other);

/** Whether projects decide what a role may call; services and administrators may call what contracts say. */
export const hasGivenRights = (role: string): boolean =>
  !isSystemRole(role) && role !== 'INSTANCE_ADMIN' && role !== 'PROJECT_ADMIN';

/** The name of an operation in the rights of roles, such as /models/{modelName}@GET. */
export const operationKey = ({ path, method }: { readonly path: string; readonly method: string }): string =>
  `${path}@${method.toUpperCase()}`;

/**
 * May a caller with `role` call an operation that asks for `asked`, where no project said otherwise?
 * Services and INSTANCE_ADMIN may call everything, PROJECT_ADMIN everything of a project, the others what they or
 * the roles below them are granted.
 */
export function mayCall(role: string, asked: AccessRole): boolean {
  if (asked === 'NONE' || asked === 'PUBLIC') return true;
  if (isSystemRole(role) || role === 'INSTANCE_ADMIN') return true;
  if (asked === 'INSTANCE_ADMIN') return false;
  if (role === 'PROJECT_ADMIN') return true;
  return inherited.includes(asked) && inherited.indexOf(role) >= inherited.indexOf(asked);
}
