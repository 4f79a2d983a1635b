/** What other modules may know of roles. */
export { defaultRole, managedRoles } from '../domain/roles.ts';
export * from './rights.ts';
export * from './roles.ts';
