// Generated from contracts/rs-admin/openapi.yaml — do not edit.
import type { Call, Page, Refusal } from '@regards/core';
import type {
  AccessRequestDto,
  ProjectUser,
  ProjectUserChanges,
  ResourceMappings,
  ResourceReference,
  ResourcesAccess,
  RightsOfRoles,
  Role,
  RoleDraft,
  Roles,
  SearchProjectUserParameters,
} from './types.ts';

/** What rs-admin implements: one method an operation, each answering with a status its contract declares. */
export interface RsAdminServer {
  /**
   * Lets a role call an operation.
   * And with it all roles that inherit from it. Nobody gives away what they may not do themselves, and what
   * belongs to the instance is given to nobody.
   * POST /roles/{roleName}/resources · PROJECT_ADMIN
   */
  addRoleResource(call: Call, request: AddRoleResourceRequest): Promise<AddRoleResourceResult>;

  /**
   * Makes a role.
   * Its parent is one of PUBLIC, REGISTERED_USER, EXPLOIT and ADMIN; the role may do at first what its parent may.
   * POST /roles · PROJECT_ADMIN
   */
  createRole(call: Call, request: CreateRoleRequest): Promise<CreateRoleResult>;

  /**
   * Takes a person into the project.
   * Whoever has no account yet gets one, with the password given; an account that exists is linked to the project
   * and keeps its own. The role is one that the caller manages, REGISTERED_USER when none is named. Everyone is in
   * the group `Public`.
   * POST /users · EXPLOIT
   */
  createUser(call: Call, request: CreateUserRequest): Promise<CreateUserResult>;

  /**
   * Forgets the operations of a service.
   * In every project, with all rights on them: for a service that is gone. One that runs declares its operations
   * anew when it hears of it, and they are granted as its contract says.
   * DELETE /resources/microservices/{microservice} · INSTANCE_ADMIN
   */
  deleteResources(call: Call, request: DeleteResourcesRequest): Promise<DeleteResourcesResult>;

  /**
   * Takes a role away.
   * Only roles that the project made itself, and that nobody holds.
   * DELETE /roles/{roleName} · PROJECT_ADMIN
   */
  deleteRole(call: Call, request: DeleteRoleRequest): Promise<DeleteRoleResult>;

  /**
   * Lets a role call an operation no more.
   * And with it the roles that a native role inherits from, which would give it back otherwise. A role may not
   * have less than PUBLIC has.
   * DELETE /roles/{roleName}/resources/{resource} · PROJECT_ADMIN
   */
  deleteRoleResource(call: Call, request: DeleteRoleResourceRequest): Promise<DeleteRoleResourceResult>;

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
   * Lists the groups of operations of a service.
   * Their names, in order.
   * GET /resources/microservices/{microservice}/controllers · PROJECT_ADMIN
   */
  getControllers(call: Call, request: GetControllersRequest): Promise<GetControllersResult>;

  /**
   * Tells callers who they are.
   * Root, who is kept in no project, is shown as an INSTANCE_ADMIN of this one.
   * GET /users/myuser · REGISTERED_USER
   */
  getMyUser(call: Call, request: GetMyUserRequest): Promise<GetMyUserResult>;

  /**
   * Gives one operation.
   * As its service declared it.
   * GET /resources/{resourceId} · PUBLIC
   */
  getResource(call: Call, request: GetResourceRequest): Promise<GetResourceResult>;

  /**
   * Lists the operations there are.
   * Those that the caller's role may call; administrators see all of them.
   * GET /resources · PUBLIC
   */
  getResources(call: Call, request: GetResourcesRequest): Promise<GetResourcesResult>;

  /**
   * Lists the operations of a group.
   * In order of their paths.
   * GET /resources/microservices/{microservice}/controllers/{controller} · PROJECT_ADMIN
   */
  getResourcesOfController(
    call: Call,
    request: GetResourcesOfControllerRequest,
  ): Promise<GetResourcesOfControllerResult>;

  /**
   * Lists the operations of a service.
   * Those that the caller's role may call; administrators see all of them.
   * GET /resources/microservices/{microservice} · PUBLIC
   */
  getResourcesOfMicroservice(
    call: Call,
    request: GetResourcesOfMicroserviceRequest,
  ): Promise<GetResourcesOfMicroserviceResult>;

  /**
   * Tells what each role may call of a service.
   * All roles of the project in one answer, for the service itself.
   * GET /resources/microservices/{microservice}/roles · PROJECT_ADMIN
   */
  getRightsOfRoles(call: Call, request: GetRightsOfRolesRequest): Promise<GetRightsOfRolesResult>;

  /**
   * Gives one role.
   * The role and, within it, the one it inherits from.
   * GET /roles/{roleName} · EXPLOIT
   */
  getRole(call: Call, request: GetRoleRequest): Promise<GetRoleResult>;

  /**
   * Lists the roles that a role inherits from.
   * Its parent, the parent of that, and so on.
   * GET /roles/{roleName}/ascendants · EXPLOIT
   */
  getRoleAscendants(call: Call, request: GetRoleAscendantsRequest): Promise<GetRoleAscendantsResult>;

  /**
   * Lists the roles that inherit from a role.
   * Those whose parent it is, those whose parents these are, and so on.
   * GET /roles/{roleName}/descendants · EXPLOIT
   */
  getRoleDescendants(call: Call, request: GetRoleDescendantsRequest): Promise<GetRoleDescendantsResult>;

  /**
   * Lists what a role may call.
   * The operations granted to it, whatever it inherits them from; of PROJECT_ADMIN all operations of a project.
   * GET /roles/{roleName}/resources · PROJECT_ADMIN
   */
  getRoleResources(call: Call, request: GetRoleResourcesRequest): Promise<GetRoleResourcesResult>;

  /**
   * Lists what a role may call of one service.
   * The operations granted to it, whatever it inherits them from.
   * GET /roles/{roleName}/resources/{resource} · PROJECT_ADMIN
   */
  getRoleResourcesOfMicroservice(
    call: Call,
    request: GetRoleResourcesOfMicroserviceRequest,
  ): Promise<GetRoleResourcesOfMicroserviceResult>;

  /**
   * Lists the roles that the caller manages.
   * The caller's own role and those below it; INSTANCE_ADMIN is in no list.
   * GET /roles · EXPLOIT
   */
  getRoles(call: Call, request: GetRolesRequest): Promise<GetRolesResult>;

  /**
   * Lists the roles that may call an operation.
   * Those among the roles of the project; administrators may call every operation of a project.
   * GET /roles/resources/{resourceId} · EXPLOIT
   */
  getRolesOfResource(call: Call, request: GetRolesOfResourceRequest): Promise<GetRolesOfResourceResult>;

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
   * Tells whether the caller's role includes another.
   * True for the caller's own role and for those that it inherits from; administrators include every role below
   * theirs.
   * GET /roles/include/{roleName} · PUBLIC
   */
  isRoleIncluded(call: Call, request: IsRoleIncludedRequest): Promise<IsRoleIncludedResult>;

  /**
   * Declares the operations of a service.
   * Services do so for themselves, and for no other. One that is new is granted to its default role and to those
   * that inherit from it; one that is there keeps what was made of its rights, and follows its new default role
   * where nothing was made of them.
   * POST /resources/microservices/{microservice} · INSTANCE_ADMIN
   */
  registerResources(call: Call, request: RegisterResourcesRequest): Promise<RegisterResourcesResult>;

  /**
   * Lists users.
   * Those that meet every filter given, sorted by date of creation unless asked otherwise; ten a page.
   * POST /users/search · EXPLOIT
   */
  searchUsers(call: Call, request: SearchUsersRequest): Promise<SearchUsersResult>;

  /**
   * Changes the description of an operation.
   * What else there is of it is its service's.
   * PUT /resources/{resourceId} · PROJECT_ADMIN
   */
  updateResource(call: Call, request: UpdateResourceRequest): Promise<UpdateResourceResult>;

  /**
   * Changes the addresses of a role.
   * Whoever holds it and comes from elsewhere is answered 401 everywhere within 5 s, administrators of the project
   * too. Its parent follows from what it may do, and its name stays.
   * PUT /roles/{roleName} · PROJECT_ADMIN
   */
  updateRole(call: Call, request: UpdateRoleRequest): Promise<UpdateRoleResult>;

  /**
   * Changes a user.
   * Role, metadata, quota, groups and date of last connection; members that are absent or null stay as they are,
   * and e-mail and status do whatever is said. The role that the user has and the one given are among those that
   * the caller manages. The group `Public` stays.
   * PUT /users/{userId} · EXPLOIT
   */
  updateUser(call: Call, request: UpdateUserRequest): Promise<UpdateUserResult>;
}

/** The parameters of addRoleResource. */
export interface AddRoleResourceRequest {
  /** The role's name. */
  readonly roleName: string;
  /** The body. */
  readonly body: ResourceReference;
}

/** What addRoleResource may answer. */
export type AddRoleResourceResult =
  | { status: 201; body: ResourcesAccess; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of createRole. */
export interface CreateRoleRequest {
  /** The body. */
  readonly body: RoleDraft;
}

/** What createRole may answer. */
export type CreateRoleResult =
  | { status: 201; body: Role; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

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

/** The parameters of deleteResources. */
export interface DeleteResourcesRequest {
  /** The service's name. */
  readonly microservice: string;
}

/** What deleteResources may answer. */
export type DeleteResourcesResult =
  | { status: 200; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of deleteRole. */
export interface DeleteRoleRequest {
  /** The role's name. */
  readonly roleName: string;
}

/** What deleteRole may answer. */
export type DeleteRoleResult =
  | { status: 200; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of deleteRoleResource. */
export interface DeleteRoleResourceRequest {
  /** The role's name. */
  readonly roleName: string;
  /** The operation's number. */
  readonly resource: number;
}

/** What deleteRoleResource may answer. */
export type DeleteRoleResourceResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

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

/** The parameters of getControllers. */
export interface GetControllersRequest {
  /** The service's name. */
  readonly microservice: string;
}

/** What getControllers may answer. */
export type GetControllersResult =
  | { status: 200; body: string[]; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
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

/** The parameters of getResource. */
export interface GetResourceRequest {
  /** The operation's number. */
  readonly resourceId: number;
}

/** What getResource may answer. */
export type GetResourceResult =
  | { status: 200; body: ResourcesAccess; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getResources. */
export interface GetResourcesRequest {
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
}

/** What getResources may answer. */
export type GetResourcesResult =
  | { status: 200; body: Page<ResourcesAccess>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getResourcesOfController. */
export interface GetResourcesOfControllerRequest {
  /** The service's name. */
  readonly microservice: string;
  /** The group's name. */
  readonly controller: string;
}

/** What getResourcesOfController may answer. */
export type GetResourcesOfControllerResult =
  | { status: 200; body: readonly ResourcesAccess[]; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getResourcesOfMicroservice. */
export interface GetResourcesOfMicroserviceRequest {
  /** The service's name. */
  readonly microservice: string;
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
}

/** What getResourcesOfMicroservice may answer. */
export type GetResourcesOfMicroserviceResult =
  | { status: 200; body: Page<ResourcesAccess>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getRightsOfRoles. */
export interface GetRightsOfRolesRequest {
  /** The service's name. */
  readonly microservice: string;
}

/** What getRightsOfRoles may answer. */
export type GetRightsOfRolesResult =
  | { status: 200; body: RightsOfRoles; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

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

/** The parameters of getRoleAscendants. */
export interface GetRoleAscendantsRequest {
  /** The role's name. */
  readonly roleName: string;
}

/** What getRoleAscendants may answer. */
export type GetRoleAscendantsResult =
  | { status: 200; body: Roles; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getRoleDescendants. */
export interface GetRoleDescendantsRequest {
  /** The role's name. */
  readonly roleName: string;
}

/** What getRoleDescendants may answer. */
export type GetRoleDescendantsResult =
  | { status: 200; body: Roles; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getRoleResources. */
export interface GetRoleResourcesRequest {
  /** The role's name. */
  readonly roleName: string;
}

/** What getRoleResources may answer. */
export type GetRoleResourcesResult =
  | { status: 200; body: readonly ResourcesAccess[]; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getRoleResourcesOfMicroservice. */
export interface GetRoleResourcesOfMicroserviceRequest {
  /** The role's name. */
  readonly roleName: string;
  /** The service's name. */
  readonly resource: string;
}

/** What getRoleResourcesOfMicroservice may answer. */
export type GetRoleResourcesOfMicroserviceResult =
  | { status: 200; body: readonly ResourcesAccess[]; headers?: Readonly<Record<string, string>> }
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

/** The parameters of getRolesOfResource. */
export interface GetRolesOfResourceRequest {
  /** The operation's number. */
  readonly resourceId: number;
}

/** What getRolesOfResource may answer. */
export type GetRolesOfResourceResult =
  | { status: 200; body: readonly Role[]; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

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

/** The parameters of isRoleIncluded. */
export interface IsRoleIncludedRequest {
  /** The role's name. */
  readonly roleName: string;
}

/** What isRoleIncluded may answer. */
export type IsRoleIncludedResult =
  | { status: 200; body: boolean; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of registerResources. */
export interface RegisterResourcesRequest {
  /** The service's name. */
  readonly microservice: string;
  /** The body. */
  readonly body: ResourceMappings;
}

/** What registerResources may answer. */
export type RegisterResourcesResult =
  | { status: 200; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

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

/** The parameters of updateResource. */
export interface UpdateResourceRequest {
  /** The operation's number. */
  readonly resourceId: number;
  /** The body. */
  readonly body: ResourceReference;
}

/** What updateResource may answer. */
export type UpdateResourceResult =
  | { status: 200; body: ResourcesAccess; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of updateRole. */
export interface UpdateRoleRequest {
  /** The role's name. */
  readonly roleName: string;
  /** The body. */
  readonly body: RoleDraft;
}

/** What updateRole may answer. */
export type UpdateRoleResult =
  | { status: 200; body: Role; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
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
