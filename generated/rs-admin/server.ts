// Generated from contracts/rs-admin/openapi.yaml — do not edit.
import type { Call, Page, Refusal } from '@regards/core';
import type { AccessRequestDto, ProjectUser, ProjectUserChanges, Role, SearchProjectUserParameters } from './types.ts';

/** What rs-admin implements: one method an operation, each answering with a status its contract declares. */
export interface RsAdminServer {
  /**
   * Takes a person into the project.
   * Whoever has no account yet gets one, with the password given; an account that exists is linked to the project
   * and keeps its own. The role is one that the caller manages, REGISTERED_USER when none is named. Everyone is in
   * the group `Public`.
   * POST /users · EXPLOIT
   */
  createUser(call: Call, request: CreateUserRequest): Promise<CreateUserResult>;

  /**
   * Takes a user out of the project.
   * Only users whose role is below the caller's. The account stays and is unlinked from the project.
   * DELETE /users/{userId} · EXPLOIT
   */
  deleteUser(call: Call, request: DeleteUserRequest): Promise<DeleteUserResult>;

  /**
   * Lists the roles that the caller may act in.
   * Administrators may borrow their own role and every lower one, others have but their own.
   * GET /roles/borrowables · PUBLIC
   */
  getBorrowableRoles(call: Call, request: GetBorrowableRolesRequest): Promise<GetBorrowableRolesResult>;

  /**
   * Tells callers who they are.
   * Root, who is kept in no project, is shown as an INSTANCE_ADMIN of this one.
   * GET /users/myuser · REGISTERED_USER
   */
  getMyUser(call: Call, request: GetMyUserRequest): Promise<GetMyUserResult>;

  /**
   * Gives one role.
   * The role and, within it, the one it inherits from.
   * GET /roles/{roleName} · EXPLOIT
   */
  getRole(call: Call, request: GetRoleRequest): Promise<GetRoleResult>;

  /**
   * Lists the roles that the caller manages.
   * The caller's own role and those below it; INSTANCE_ADMIN is in no list.
   * GET /roles · EXPLOIT
   */
  getRoles(call: Call, request: GetRolesRequest): Promise<GetRolesResult>;

  /**
   * Gives one user by number.
   * The person, their role and their groups.
   * GET /users/{userId} · EXPLOIT
   */
  getUser(call: Call, request: GetUserRequest): Promise<GetUserResult>;

  /**
   * Gives one user by e-mail.
   * In whatever case the e-mail is written. Root, who is kept in no project, is shown as an INSTANCE_ADMIN of this
   * one.
   * GET /users/email/{email} · EXPLOIT
   */
  getUserByEmail(call: Call, request: GetUserByEmailRequest): Promise<GetUserByEmailResult>;

  /**
   * Lists users.
   * Those that meet every filter given, sorted by date of creation unless asked otherwise; ten a page.
   * POST /users/search · EXPLOIT
   */
  searchUsers(call: Call, request: SearchUsersRequest): Promise<SearchUsersResult>;

  /**
   * Changes a user.
   * Role, metadata, quota, groups and date of last connection; members that are absent or null stay as they are,
   * and e-mail and status do whatever is said. The role that the user has and the one given are among those that
   * the caller manages. The group `Public` stays.
   * PUT /users/{userId} · EXPLOIT
   */
  updateUser(call: Call, request: UpdateUserRequest): Promise<UpdateUserResult>;
}

/** The parameters of createUser. */
export interface CreateUserRequest {
  /** The body. */
  readonly body: AccessRequestDto;
}

/** What createUser may answer. */
export type CreateUserResult =
  | { status: 201; body: ProjectUser; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of deleteUser. */
export interface DeleteUserRequest {
  /** The user's number. */
  readonly userId: number;
}

/** What deleteUser may answer. */
export type DeleteUserResult =
  | { status: 200; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** getBorrowableRoles takes no parameters. */
export type GetBorrowableRolesRequest = Readonly<Record<never, never>>;

/** What getBorrowableRoles may answer. */
export type GetBorrowableRolesResult =
  | { status: 200; body: readonly Role[]; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** getMyUser takes no parameters. */
export type GetMyUserRequest = Readonly<Record<never, never>>;

/** What getMyUser may answer. */
export type GetMyUserResult =
  | { status: 200; body: ProjectUser; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getRole. */
export interface GetRoleRequest {
  /** The role's name. */
  readonly roleName: string;
}

/** What getRole may answer. */
export type GetRoleResult =
  | { status: 200; body: Role; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** getRoles takes no parameters. */
export type GetRolesRequest = Readonly<Record<never, never>>;

/** What getRoles may answer. */
export type GetRolesResult =
  | { status: 200; body: readonly Role[]; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getUser. */
export interface GetUserRequest {
  /** The user's number. */
  readonly userId: number;
}

/** What getUser may answer. */
export type GetUserResult =
  | { status: 200; body: ProjectUser; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getUserByEmail. */
export interface GetUserByEmailRequest {
  /** The user's e-mail. */
  readonly email: string;
}

/** What getUserByEmail may answer. */
export type GetUserByEmailResult =
  | { status: 200; body: ProjectUser; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of searchUsers. */
export interface SearchUsersRequest {
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
  /** Properties to sort by, `name,asc` or `name,desc`; repeatable. */
  readonly sort?: string[] | undefined;
  /** The body. */
  readonly body: SearchProjectUserParameters;
}

/** What searchUsers may answer. */
export type SearchUsersResult =
  | { status: 200; body: Page<ProjectUser>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of updateUser. */
export interface UpdateUserRequest {
  /** The user's number. */
  readonly userId: number;
  /** The body. */
  readonly body: ProjectUserChanges;
}

/** What updateUser may answer. */
export type UpdateUserResult =
  | { status: 200; body: ProjectUser; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };
