// Generated from contracts/rs-admin/openapi.yaml — do not edit.
import type { CallContext, Transport } from '@regards/core';
import { routes } from './routes.ts';
import type {
  AddRoleResourceRequest,
  CreateRoleRequest,
  CreateUserRequest,
  DeleteResourcesRequest,
  DeleteRoleRequest,
  DeleteRoleResourceRequest,
  DeleteUserRequest,
  GetBorrowableRolesRequest,
  GetControllersRequest,
  GetMyUserRequest,
  GetResourceRequest,
  GetResourcesOfControllerRequest,
  GetResourcesOfMicroserviceRequest,
  GetResourcesRequest,
  GetRightsOfRolesRequest,
  GetRoleAscendantsRequest,
  GetRoleDescendantsRequest,
  GetRoleRequest,
  GetRoleResourcesOfMicroserviceRequest,
  GetRoleResourcesRequest,
  GetRolesOfResourceRequest,
  GetRolesRequest,
  GetUserByEmailRequest,
  GetUserRequest,
  IsRoleIncludedRequest,
  RegisterResourcesRequest,
  SearchUsersRequest,
  UpdateResourceRequest,
  UpdateRoleRequest,
  UpdateUserRequest,
} from './server.ts';
import type {
  Problem,
  ProjectUserPage,
  ProjectUserResource,
  ResourcesAccessPage,
  ResourcesAccessResource,
  ResourcesAccessResources,
  RightsOfRoles,
  RoleResource,
  RoleResources,
  Roles,
} from './types.ts';

/** The operations of rs-admin as its callers use them: answers by status, no exception for a refusal. */
export interface RsAdminClient {
  /**
   * Lets a role call an operation.
   * And with it all roles that inherit from it. Nobody gives away what they may not do themselves, and what
   * belongs to the instance is given to nobody.
   * POST /roles/{roleName}/resources · PROJECT_ADMIN
   */
  addRoleResource(context: CallContext, request: AddRoleResourceRequest): Promise<AddRoleResourceAnswer>;

  /**
   * Makes a role.
   * Its parent is one of PUBLIC, REGISTERED_USER, EXPLOIT and ADMIN; the role may do at first what its parent may.
   * POST /roles · PROJECT_ADMIN
   */
  createRole(context: CallContext, request: CreateRoleRequest): Promise<CreateRoleAnswer>;

  /**
   * Takes a person into the project.
   * Whoever has no account yet gets one, with the password given; an account that exists is linked to the project
   * and keeps its own. The role is one that the caller manages, REGISTERED_USER when none is named. Everyone is in
   * the group `Public`.
   * POST /users · EXPLOIT
   */
  createUser(context: CallContext, request: CreateUserRequest): Promise<CreateUserAnswer>;

  /**
   * Forgets the operations of a service.
   * In every project, with all rights on them: for a service that is gone. One that runs declares its operations
   * anew when it hears of it, and they are granted as its contract says.
   * DELETE /resources/microservices/{microservice} · INSTANCE_ADMIN
   */
  deleteResources(context: CallContext, request: DeleteResourcesRequest): Promise<DeleteResourcesAnswer>;

  /**
   * Takes a role away.
   * Only roles that the project made itself, and that nobody holds.
   * DELETE /roles/{roleName} · PROJECT_ADMIN
   */
  deleteRole(context: CallContext, request: DeleteRoleRequest): Promise<DeleteRoleAnswer>;

  /**
   * Lets a role call an operation no more.
   * And with it the roles that a native role inherits from, which would give it back otherwise. A role may not
   * have less than PUBLIC has.
   * DELETE /roles/{roleName}/resources/{resource} · PROJECT_ADMIN
   */
  deleteRoleResource(context: CallContext, request: DeleteRoleResourceRequest): Promise<DeleteRoleResourceAnswer>;

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
   * Lists the groups of operations of a service.
   * Their names, in order.
   * GET /resources/microservices/{microservice}/controllers · PROJECT_ADMIN
   */
  getControllers(context: CallContext, request: GetControllersRequest): Promise<GetControllersAnswer>;

  /**
   * Tells callers who they are.
   * Root, who is kept in no project, is shown as an INSTANCE_ADMIN of this one.
   * GET /users/myuser · REGISTERED_USER
   */
  getMyUser(context: CallContext, request?: GetMyUserRequest): Promise<GetMyUserAnswer>;

  /**
   * Gives one operation.
   * As its service declared it.
   * GET /resources/{resourceId} · PUBLIC
   */
  getResource(context: CallContext, request: GetResourceRequest): Promise<GetResourceAnswer>;

  /**
   * Lists the operations there are.
   * Those that the caller's role may call; administrators see all of them.
   * GET /resources · PUBLIC
   */
  getResources(context: CallContext, request?: GetResourcesRequest): Promise<GetResourcesAnswer>;

  /**
   * Lists the operations of a group.
   * In order of their paths.
   * GET /resources/microservices/{microservice}/controllers/{controller} · PROJECT_ADMIN
   */
  getResourcesOfController(
    context: CallContext,
    request: GetResourcesOfControllerRequest,
  ): Promise<GetResourcesOfControllerAnswer>;

  /**
   * Lists the operations of a service.
   * Those that the caller's role may call; administrators see all of them.
   * GET /resources/microservices/{microservice} · PUBLIC
   */
  getResourcesOfMicroservice(
    context: CallContext,
    request: GetResourcesOfMicroserviceRequest,
  ): Promise<GetResourcesOfMicroserviceAnswer>;

  /**
   * Tells what each role may call of a service.
   * All roles of the project in one answer, for the service itself.
   * GET /resources/microservices/{microservice}/roles · PROJECT_ADMIN
   */
  getRightsOfRoles(context: CallContext, request: GetRightsOfRolesRequest): Promise<GetRightsOfRolesAnswer>;

  /**
   * Gives one role.
   * The role and, within it, the one it inherits from.
   * GET /roles/{roleName} · EXPLOIT
   */
  getRole(context: CallContext, request: GetRoleRequest): Promise<GetRoleAnswer>;

  /**
   * Lists the roles that a role inherits from.
   * Its parent, the parent of that, and so on.
   * GET /roles/{roleName}/ascendants · EXPLOIT
   */
  getRoleAscendants(context: CallContext, request: GetRoleAscendantsRequest): Promise<GetRoleAscendantsAnswer>;

  /**
   * Lists the roles that inherit from a role.
   * Those whose parent it is, those whose parents these are, and so on.
   * GET /roles/{roleName}/descendants · EXPLOIT
   */
  getRoleDescendants(context: CallContext, request: GetRoleDescendantsRequest): Promise<GetRoleDescendantsAnswer>;

  /**
   * Lists what a role may call.
   * The operations granted to it, whatever it inherits them from; of PROJECT_ADMIN all operations of a project.
   * GET /roles/{roleName}/resources · PROJECT_ADMIN
   */
  getRoleResources(context: CallContext, request: GetRoleResourcesRequest): Promise<GetRoleResourcesAnswer>;

  /**
   * Lists what a role may call of one service.
   * The operations granted to it, whatever it inherits them from.
   * GET /roles/{roleName}/resources/{resource} · PROJECT_ADMIN
   */
  getRoleResourcesOfMicroservice(
    context: CallContext,
    request: GetRoleResourcesOfMicroserviceRequest,
  ): Promise<GetRoleResourcesOfMicroserviceAnswer>;

  /**
   * Lists the roles that the caller manages.
   * The caller's own role and those below it; INSTANCE_ADMIN is in no list.
   * GET /roles · EXPLOIT
   */
  getRoles(context: CallContext, request?: GetRolesRequest): Promise<GetRolesAnswer>;

  /**
   * Lists the roles that may call an operation.
   * Those among the roles of the project; administrators may call every operation of a project.
   * GET /roles/resources/{resourceId} · EXPLOIT
   */
  getRolesOfResource(context: CallContext, request: GetRolesOfResourceRequest): Promise<GetRolesOfResourceAnswer>;

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
   * Tells whether the caller's role includes another.
   * True for the caller's own role and for those that it inherits from; administrators include every role below
   * theirs.
   * GET /roles/include/{roleName} · PUBLIC
   */
  isRoleIncluded(context: CallContext, request: IsRoleIncludedRequest): Promise<IsRoleIncludedAnswer>;

  /**
   * Declares the operations of a service.
   * Services do so for themselves, and for no other. One that is new is granted to its default role and to those
   * that inherit from it; one that is there keeps what was made of its rights, and follows its new default role
   * where nothing was made of them.
   * POST /resources/microservices/{microservice} · INSTANCE_ADMIN
   */
  registerResources(context: CallContext, request: RegisterResourcesRequest): Promise<RegisterResourcesAnswer>;

  /**
   * Lists users.
   * Those that meet every filter given, sorted by date of creation unless asked otherwise; ten a page.
   * POST /users/search · EXPLOIT
   */
  searchUsers(context: CallContext, request: SearchUsersRequest): Promise<SearchUsersAnswer>;

  /**
   * Changes the description of an operation.
   * What else there is of it is its service's.
   * PUT /resources/{resourceId} · PROJECT_ADMIN
   */
  updateResource(context: CallContext, request: UpdateResourceRequest): Promise<UpdateResourceAnswer>;

  /**
   * Changes the addresses of a role.
   * Whoever holds it and comes from elsewhere is answered 401 everywhere within 5 s, administrators of the project
   * too. Its parent follows from what it may do, and its name stays.
   * PUT /roles/{roleName} · PROJECT_ADMIN
   */
  updateRole(context: CallContext, request: UpdateRoleRequest): Promise<UpdateRoleAnswer>;

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
  addRoleResource: (context, request) =>
    transport.send<AddRoleResourceAnswer>('rs-admin', routes.addRoleResource, context, request),

  createRole: (context, request) => transport.send<CreateRoleAnswer>('rs-admin', routes.createRole, context, request),

  createUser: (context, request) => transport.send<CreateUserAnswer>('rs-admin', routes.createUser, context, request),

  deleteResources: (context, request) =>
    transport.send<DeleteResourcesAnswer>('rs-admin', routes.deleteResources, context, request),

  deleteRole: (context, request) => transport.send<DeleteRoleAnswer>('rs-admin', routes.deleteRole, context, request),

  deleteRoleResource: (context, request) =>
    transport.send<DeleteRoleResourceAnswer>('rs-admin', routes.deleteRoleResource, context, request),

  deleteUser: (context, request) => transport.send<DeleteUserAnswer>('rs-admin', routes.deleteUser, context, request),

  getBorrowableRoles: (context, request = {}) =>
    transport.send<GetBorrowableRolesAnswer>('rs-admin', routes.getBorrowableRoles, context, request),

  getControllers: (context, request) =>
    transport.send<GetControllersAnswer>('rs-admin', routes.getControllers, context, request),

  getMyUser: (context, request = {}) => transport.send<GetMyUserAnswer>('rs-admin', routes.getMyUser, context, request),

  getResource: (context, request) =>
    transport.send<GetResourceAnswer>('rs-admin', routes.getResource, context, request),

  getResources: (context, request = {}) =>
    transport.send<GetResourcesAnswer>('rs-admin', routes.getResources, context, request),

  getResourcesOfController: (context, request) =>
    transport.send<GetResourcesOfControllerAnswer>('rs-admin', routes.getResourcesOfController, context, request),

  getResourcesOfMicroservice: (context, request) =>
    transport.send<GetResourcesOfMicroserviceAnswer>('rs-admin', routes.getResourcesOfMicroservice, context, request),

  getRightsOfRoles: (context, request) =>
    transport.send<GetRightsOfRolesAnswer>('rs-admin', routes.getRightsOfRoles, context, request),

  getRole: (context, request) => transport.send<GetRoleAnswer>('rs-admin', routes.getRole, context, request),

  getRoleAscendants: (context, request) =>
    transport.send<GetRoleAscendantsAnswer>('rs-admin', routes.getRoleAscendants, context, request),

  getRoleDescendants: (context, request) =>
    transport.send<GetRoleDescendantsAnswer>('rs-admin', routes.getRoleDescendants, context, request),

  getRoleResources: (context, request) =>
    transport.send<GetRoleResourcesAnswer>('rs-admin', routes.getRoleResources, context, request),

  getRoleResourcesOfMicroservice: (context, request) =>
    transport.send<GetRoleResourcesOfMicroserviceAnswer>(
      'rs-admin',
      routes.getRoleResourcesOfMicroservice,
      context,
      request,
    ),

  getRoles: (context, request = {}) => transport.send<GetRolesAnswer>('rs-admin', routes.getRoles, context, request),

  getRolesOfResource: (context, request) =>
    transport.send<GetRolesOfResourceAnswer>('rs-admin', routes.getRolesOfResource, context, request),

  getUser: (context, request) => transport.send<GetUserAnswer>('rs-admin', routes.getUser, context, request),

  getUserByEmail: (context, request) =>
    transport.send<GetUserByEmailAnswer>('rs-admin', routes.getUserByEmail, context, request),

  isRoleIncluded: (context, request) =>
    transport.send<IsRoleIncludedAnswer>('rs-admin', routes.isRoleIncluded, context, request),

  registerResources: (context, request) =>
    transport.send<RegisterResourcesAnswer>('rs-admin', routes.registerResources, context, request),

  searchUsers: (context, request) =>
    transport.send<SearchUsersAnswer>('rs-admin', routes.searchUsers, context, request),

  updateResource: (context, request) =>
    transport.send<UpdateResourceAnswer>('rs-admin', routes.updateResource, context, request),

  updateRole: (context, request) => transport.send<UpdateRoleAnswer>('rs-admin', routes.updateRole, context, request),

  updateUser: (context, request) => transport.send<UpdateUserAnswer>('rs-admin', routes.updateUser, context, request),
});

/** The contract that it was made from: an instance that serves another one is not called. */
rsAdminClient.provider = { service: 'rs-admin', version: '0.2.0' } as const;

/** What addRoleResource answers. */
export type AddRoleResourceAnswer =
  | { status: 201; body: ResourcesAccessResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What createRole answers. */
export type CreateRoleAnswer =
  | { status: 201; body: RoleResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

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

/** What deleteResources answers. */
export type DeleteResourcesAnswer =
  | { status: 200; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteRole answers. */
export type DeleteRoleAnswer =
  | { status: 200; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteRoleResource answers. */
export type DeleteRoleResourceAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

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

/** What getControllers answers. */
export type GetControllersAnswer =
  | { status: 200; body: string[]; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getMyUser answers. */
export type GetMyUserAnswer =
  | { status: 200; body: ProjectUserResource; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getResource answers. */
export type GetResourceAnswer =
  | { status: 200; body: ResourcesAccessResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getResources answers. */
export type GetResourcesAnswer =
  | { status: 200; body: ResourcesAccessPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getResourcesOfController answers. */
export type GetResourcesOfControllerAnswer =
  | { status: 200; body: ResourcesAccessResources; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getResourcesOfMicroservice answers. */
export type GetResourcesOfMicroserviceAnswer =
  | { status: 200; body: ResourcesAccessPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRightsOfRoles answers. */
export type GetRightsOfRolesAnswer =
  | { status: 200; body: RightsOfRoles; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRole answers. */
export type GetRoleAnswer =
  | { status: 200; body: RoleResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRoleAscendants answers. */
export type GetRoleAscendantsAnswer =
  | { status: 200; body: Roles; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRoleDescendants answers. */
export type GetRoleDescendantsAnswer =
  | { status: 200; body: Roles; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRoleResources answers. */
export type GetRoleResourcesAnswer =
  | { status: 200; body: ResourcesAccessResources; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRoleResourcesOfMicroservice answers. */
export type GetRoleResourcesOfMicroserviceAnswer =
  | { status: 200; body: ResourcesAccessResources; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRoles answers. */
export type GetRolesAnswer =
  | { status: 200; body: RoleResources; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRolesOfResource answers. */
export type GetRolesOfResourceAnswer =
  | { status: 200; body: RoleResources; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

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

/** What isRoleIncluded answers. */
export type IsRoleIncludedAnswer =
  | { status: 200; body: boolean; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What registerResources answers. */
export type RegisterResourcesAnswer =
  | { status: 200; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What searchUsers answers. */
export type SearchUsersAnswer =
  | { status: 200; body: ProjectUserPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateResource answers. */
export type UpdateResourceAnswer =
  | { status: 200; body: ResourcesAccessResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateRole answers. */
export type UpdateRoleAnswer =
  | { status: 200; body: RoleResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
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
