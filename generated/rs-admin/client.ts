// Generated from contracts/rs-admin/openapi.yaml — do not edit.
import type { CallContext, Transport } from '@regards/core';
import { routes } from './routes.ts';
import type {
  CreateUserRequest,
  DeleteUserRequest,
  GetBorrowableRolesRequest,
  GetMyUserRequest,
  GetRoleRequest,
  GetRolesRequest,
  GetUserByEmailRequest,
  GetUserRequest,
  SearchUsersRequest,
  UpdateUserRequest,
} from './server.ts';
import type { Problem, ProjectUserPage, ProjectUserResource, RoleResource, RoleResources } from './types.ts';

/** The operations of rs-admin as its callers use them: answers by status, no exception for a refusal. */
export interface RsAdminClient {
  /**
   * Takes a person into the project.
   * Whoever has no account yet gets one, with the password given; an account that exists is linked to the project
   * and keeps its own. The role is one that the caller manages, REGISTERED_USER when none is named. Everyone is in
   * the group `Public`.
   * POST /users · EXPLOIT
   */
  createUser(context: CallContext, request: CreateUserRequest): Promise<CreateUserAnswer>;

  /**
   * Takes a user out of the project.
   * Only users whose role is below the caller's. The account stays and is unlinked from the project.
   * DELETE /users/{userId} · EXPLOIT
   */
  deleteUser(context: CallContext, request: DeleteUserRequest): Promise<DeleteUserAnswer>;

  /**
   * Lists the roles that the caller may act in.
   * Administrators may borrow their own role and every lower one, others have but their own.
   * GET /roles/borrowables · PUBLIC
   */
  getBorrowableRoles(context: CallContext, request?: GetBorrowableRolesRequest): Promise<GetBorrowableRolesAnswer>;

  /**
   * Tells callers who they are.
   * Root, who is kept in no project, is shown as an INSTANCE_ADMIN of this one.
   * GET /users/myuser · REGISTERED_USER
   */
  getMyUser(context: CallContext, request?: GetMyUserRequest): Promise<GetMyUserAnswer>;

  /**
   * Gives one role.
   * The role and, within it, the one it inherits from.
   * GET /roles/{roleName} · EXPLOIT
   */
  getRole(context: CallContext, request: GetRoleRequest): Promise<GetRoleAnswer>;

  /**
   * Lists the roles that the caller manages.
   * The caller's own role and those below it; INSTANCE_ADMIN is in no list.
   * GET /roles · EXPLOIT
   */
  getRoles(context: CallContext, request?: GetRolesRequest): Promise<GetRolesAnswer>;

  /**
   * Gives one user by number.
   * The person, their role and their groups.
   * GET /users/{userId} · EXPLOIT
   */
  getUser(context: CallContext, request: GetUserRequest): Promise<GetUserAnswer>;

  /**
   * Gives one user by e-mail.
   * In whatever case the e-mail is written. Root, who is kept in no project, is shown as an INSTANCE_ADMIN of this
   * one.
   * GET /users/email/{email} · EXPLOIT
   */
  getUserByEmail(context: CallContext, request: GetUserByEmailRequest): Promise<GetUserByEmailAnswer>;

  /**
   * Lists users.
   * Those that meet every filter given, sorted by date of creation unless asked otherwise; ten a page.
   * POST /users/search · EXPLOIT
   */
  searchUsers(context: CallContext, request: SearchUsersRequest): Promise<SearchUsersAnswer>;

  /**
   * Changes a user.
   * Role, metadata, quota, groups and date of last connection; members that are absent or null stay as they are,
   * and e-mail and status do whatever is said. The role that the user has and the one given are among those that
   * the caller manages. The group `Public` stays.
   * PUT /users/{userId} · EXPLOIT
   */
  updateUser(context: CallContext, request: UpdateUserRequest): Promise<UpdateUserAnswer>;
}

/** Calls rs-admin wherever an instance of it is. */
export const rsAdminClient = (transport: Transport): RsAdminClient => ({
  createUser: (context, request) => transport.send<CreateUserAnswer>('rs-admin', routes.createUser, context, request),

  deleteUser: (context, request) => transport.send<DeleteUserAnswer>('rs-admin', routes.deleteUser, context, request),

  getBorrowableRoles: (context, request = {}) =>
    transport.send<GetBorrowableRolesAnswer>('rs-admin', routes.getBorrowableRoles, context, request),

  getMyUser: (context, request = {}) => transport.send<GetMyUserAnswer>('rs-admin', routes.getMyUser, context, request),

  getRole: (context, request) => transport.send<GetRoleAnswer>('rs-admin', routes.getRole, context, request),

  getRoles: (context, request = {}) => transport.send<GetRolesAnswer>('rs-admin', routes.getRoles, context, request),

  getUser: (context, request) => transport.send<GetUserAnswer>('rs-admin', routes.getUser, context, request),

  getUserByEmail: (context, request) =>
    transport.send<GetUserByEmailAnswer>('rs-admin', routes.getUserByEmail, context, request),

  searchUsers: (context, request) =>
    transport.send<SearchUsersAnswer>('rs-admin', routes.searchUsers, context, request),

  updateUser: (context, request) => transport.send<UpdateUserAnswer>('rs-admin', routes.updateUser, context, request),
});

/** What createUser answers. */
export type CreateUserAnswer =
  | { status: 201; body: ProjectUserResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteUser answers. */
export type DeleteUserAnswer =
  | { status: 200; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getBorrowableRoles answers. */
export type GetBorrowableRolesAnswer =
  | { status: 200; body: RoleResources; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getMyUser answers. */
export type GetMyUserAnswer =
  | { status: 200; body: ProjectUserResource; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRole answers. */
export type GetRoleAnswer =
  | { status: 200; body: RoleResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRoles answers. */
export type GetRolesAnswer =
  | { status: 200; body: RoleResources; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getUser answers. */
export type GetUserAnswer =
  | { status: 200; body: ProjectUserResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getUserByEmail answers. */
export type GetUserByEmailAnswer =
  | { status: 200; body: ProjectUserResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What searchUsers answers. */
export type SearchUsersAnswer =
  | { status: 200; body: ProjectUserPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateUser answers. */
export type UpdateUserAnswer =
  | { status: 200; body: ProjectUserResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };
