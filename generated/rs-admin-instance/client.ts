// Generated from contracts/rs-admin-instance/openapi.yaml — do not edit.
import type { CallContext, Transport } from '@regards/core';
import { routes } from './routes.ts';
import type {
  AuthenticateAccountRequest,
  CheckPasswordRequest,
  CreateAccountRequest,
  CreateProjectRequest,
  CreateRevocationRequest,
  DeleteProjectRequest,
  GetAccountByEmailRequest,
  GetAccountRequest,
  GetAccountsRequest,
  GetMicroserviceTenantsRequest,
  GetPasswordRulesRequest,
  GetProjectRequest,
  GetProjectsRequest,
  GetPublicProjectsRequest,
  GetRevocationsRequest,
  GetTenantsRequest,
  LinkAccountRequest,
  UnlinkAccountRequest,
  UpdateProjectRequest,
  ValidateAccountPasswordRequest,
} from './server.ts';
import type {
  AccountAuthentication,
  AccountPage,
  AccountResource,
  PasswordRules,
  PasswordVerdict,
  Problem,
  ProjectPage,
  ProjectResource,
  Revocation,
  RevocationList,
  TenantNames,
  Validity,
} from './types.ts';

/** The operations of rs-admin-instance as its callers use them: answers by status, no exception for a refusal. */
export interface RsAdminInstanceClient {
  /**
   * Tries a password on an account and tells the account's status.
   * For services of the platform alone. Failures are counted; too many in a row lock the account, and root for a
   * while. Takes as long for an account that does not exist as for a wrong password.
   * POST /accounts/{email}/authentication · INSTANCE_ADMIN
   */
  authenticateAccount(context: CallContext, request: AuthenticateAccountRequest): Promise<AuthenticateAccountAnswer>;

  /**
   * Tells whether a password would keep the rules.
   * Nothing is kept of it.
   * POST /accounts/password · PUBLIC
   */
  checkPassword(context: CallContext, request: CheckPasswordRequest): Promise<CheckPasswordAnswer>;

  /**
   * Creates an account.
   * Only an administrator comes here, so that an account that would wait for acceptance is accepted at once. The
   * e-mail is unique whatever its case. An account of this platform needs a password that keeps the rules; one
   * that somebody else vouches for has none.
   * POST /accounts · INSTANCE_ADMIN
   */
  createAccount(context: CallContext, request: CreateAccountRequest): Promise<CreateAccountAnswer>;

  /**
   * Creates a project.
   * Names are unique whatever their case, also among deleted projects; `instance` is reserved. Every service takes
   * the new tenant in as soon as it hears TenantCreatedEvent.
   * POST /projects · INSTANCE_ADMIN
   */
  createProject(context: CallContext, request: CreateProjectRequest): Promise<CreateProjectAnswer>;

  /**
   * Revokes tokens.
   * One token by its identifier, or all that a login was given until now, in one project or in every one. They are
   * refused everywhere within 5 s; whoever may still log in gets a new one.
   * POST /revocations · INSTANCE_ADMIN
   */
  createRevocation(context: CallContext, request: CreateRevocationRequest): Promise<CreateRevocationAnswer>;

  /**
   * Marks a project as deleted.
   * No service serves it from then on; nothing that it holds is dropped. Deleting it once more changes nothing.
   * DELETE /projects/{projectName} · INSTANCE_ADMIN
   */
  deleteProject(context: CallContext, request: DeleteProjectRequest): Promise<DeleteProjectAnswer>;

  /**
   * Gives one account by its number.
   * The person behind a number.
   * GET /accounts/{accountId} · INSTANCE_ADMIN
   */
  getAccount(context: CallContext, request: GetAccountRequest): Promise<GetAccountAnswer>;

  /**
   * Gives one account by its e-mail.
   * In whatever case the e-mail is written.
   * GET /accounts/account/{email} · INSTANCE_ADMIN
   */
  getAccountByEmail(context: CallContext, request: GetAccountByEmailRequest): Promise<GetAccountByEmailAnswer>;

  /**
   * Lists accounts.
   * Those that meet every filter given, sorted by number unless asked otherwise; ten a page.
   * GET /accounts · INSTANCE_ADMIN
   */
  getAccounts(context: CallContext, request?: GetAccountsRequest): Promise<GetAccountsAnswer>;

  /**
   * Names the tenants that one service serves.
   * All of them, since every service prepares its own schema for every tenant.
   * GET /tenants/{microservice} · INSTANCE_ADMIN
   */
  getMicroserviceTenants(
    context: CallContext,
    request: GetMicroserviceTenantsRequest,
  ): Promise<GetMicroserviceTenantsAnswer>;

  /**
   * Tells the rules that a password keeps.
   * One sentence for people.
   * GET /accounts/password · PUBLIC
   */
  getPasswordRules(context: CallContext, request?: GetPasswordRulesRequest): Promise<GetPasswordRulesAnswer>;

  /**
   * Gives one project.
   * A deleted one is still there, marked as such.
   * GET /projects/{projectName} · PUBLIC
   */
  getProject(context: CallContext, request: GetProjectRequest): Promise<GetProjectAnswer>;

  /**
   * Lists every project.
   * Deleted ones too, sorted by number unless asked otherwise; ten a page.
   * GET /projects · INSTANCE_ADMIN
   */
  getProjects(context: CallContext, request?: GetProjectsRequest): Promise<GetProjectsAnswer>;

  /**
   * Lists the projects that anyone may know of.
   * Those that are public and not deleted; ten a page.
   * GET /projects/public · PUBLIC
   */
  getPublicProjects(context: CallContext, request?: GetPublicProjectsRequest): Promise<GetPublicProjectsAnswer>;

  /**
   * Tells which tokens count no more.
   * For services and gateways, which ask again every few seconds for what came since. Forgotten is what has run
   * out.
   * GET /revocations · INSTANCE_ADMIN
   */
  getRevocations(context: CallContext, request?: GetRevocationsRequest): Promise<GetRevocationsAnswer>;

  /**
   * Names the tenants of the platform.
   * Every project that is not deleted, by name.
   * GET /tenants · INSTANCE_ADMIN
   */
  getTenants(context: CallContext, request?: GetTenantsRequest): Promise<GetTenantsAnswer>;

  /**
   * Links an account to a project.
   * Linking it once more changes nothing.
   * PUT /accounts/{email}/link/{projectName} · INSTANCE_ADMIN
   */
  linkAccount(context: CallContext, request: LinkAccountRequest): Promise<LinkAccountAnswer>;

  /**
   * Takes an account out of a project.
   * Doing it once more changes nothing.
   * PUT /accounts/{email}/unlink/{projectName} · INSTANCE_ADMIN
   */
  unlinkAccount(context: CallContext, request: UnlinkAccountRequest): Promise<UnlinkAccountAnswer>;

  /**
   * Changes a project.
   * The name stays, and the body repeats it; a deleted project cannot be changed any more.
   * PUT /projects/{projectName} · INSTANCE_ADMIN
   */
  updateProject(context: CallContext, request: UpdateProjectRequest): Promise<UpdateProjectAnswer>;

  /**
   * Tells whether a password is the account's.
   * As REGARDS has it, with the password in the address; services of this platform use authenticateAccount, where
   * it cannot end in a log. A wrong password counts as a failure.
   * GET /accounts/{email}/validate · INSTANCE_ADMIN
   */
  validateAccountPassword(
    context: CallContext,
    request: ValidateAccountPasswordRequest,
  ): Promise<ValidateAccountPasswordAnswer>;
}

/** Calls rs-admin-instance wherever an instance of it is. */
export const rsAdminInstanceClient = (transport: Transport): RsAdminInstanceClient => ({
  authenticateAccount: (context, request) =>
    transport.send<AuthenticateAccountAnswer>('rs-admin-instance', routes.authenticateAccount, context, request),

  checkPassword: (context, request) =>
    transport.send<CheckPasswordAnswer>('rs-admin-instance', routes.checkPassword, context, request),

  createAccount: (context, request) =>
    transport.send<CreateAccountAnswer>('rs-admin-instance', routes.createAccount, context, request),

  createProject: (context, request) =>
    transport.send<CreateProjectAnswer>('rs-admin-instance', routes.createProject, context, request),

  createRevocation: (context, request) =>
    transport.send<CreateRevocationAnswer>('rs-admin-instance', routes.createRevocation, context, request),

  deleteProject: (context, request) =>
    transport.send<DeleteProjectAnswer>('rs-admin-instance', routes.deleteProject, context, request),

  getAccount: (context, request) =>
    transport.send<GetAccountAnswer>('rs-admin-instance', routes.getAccount, context, request),

  getAccountByEmail: (context, request) =>
    transport.send<GetAccountByEmailAnswer>('rs-admin-instance', routes.getAccountByEmail, context, request),

  getAccounts: (context, request = {}) =>
    transport.send<GetAccountsAnswer>('rs-admin-instance', routes.getAccounts, context, request),

  getMicroserviceTenants: (context, request) =>
    transport.send<GetMicroserviceTenantsAnswer>('rs-admin-instance', routes.getMicroserviceTenants, context, request),

  getPasswordRules: (context, request = {}) =>
    transport.send<GetPasswordRulesAnswer>('rs-admin-instance', routes.getPasswordRules, context, request),

  getProject: (context, request) =>
    transport.send<GetProjectAnswer>('rs-admin-instance', routes.getProject, context, request),

  getProjects: (context, request = {}) =>
    transport.send<GetProjectsAnswer>('rs-admin-instance', routes.getProjects, context, request),

  getPublicProjects: (context, request = {}) =>
    transport.send<GetPublicProjectsAnswer>('rs-admin-instance', routes.getPublicProjects, context, request),

  getRevocations: (context, request = {}) =>
    transport.send<GetRevocationsAnswer>('rs-admin-instance', routes.getRevocations, context, request),

  getTenants: (context, request = {}) =>
    transport.send<GetTenantsAnswer>('rs-admin-instance', routes.getTenants, context, request),

  linkAccount: (context, request) =>
    transport.send<LinkAccountAnswer>('rs-admin-instance', routes.linkAccount, context, request),

  unlinkAccount: (context, request) =>
    transport.send<UnlinkAccountAnswer>('rs-admin-instance', routes.unlinkAccount, context, request),

  updateProject: (context, request) =>
    transport.send<UpdateProjectAnswer>('rs-admin-instance', routes.updateProject, context, request),

  validateAccountPassword: (context, request) =>
    transport.send<ValidateAccountPasswordAnswer>(
      'rs-admin-instance',
      routes.validateAccountPassword,
      context,
      request,
    ),
});

/** The contract that it was made from: an instance that serves another one is not called. */
rsAdminInstanceClient.provider = { service: 'rs-admin-instance', version: '0.2.0' } as const;

/** What authenticateAccount answers. */
export type AuthenticateAccountAnswer =
  | { status: 200; body: AccountAuthentication; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 429; body: Problem; headers: Readonly<Record<string, string>> };

/** What checkPassword answers. */
export type CheckPasswordAnswer =
  | { status: 200; body: Validity; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What createAccount answers. */
export type CreateAccountAnswer =
  | { status: 201; body: AccountResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What createProject answers. */
export type CreateProjectAnswer =
  | { status: 201; body: ProjectResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What createRevocation answers. */
export type CreateRevocationAnswer =
  | { status: 201; body: Revocation; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteProject answers. */
export type DeleteProjectAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAccount answers. */
export type GetAccountAnswer =
  | { status: 200; body: AccountResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAccountByEmail answers. */
export type GetAccountByEmailAnswer =
  | { status: 200; body: AccountResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAccounts answers. */
export type GetAccountsAnswer =
  | { status: 200; body: AccountPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getMicroserviceTenants answers. */
export type GetMicroserviceTenantsAnswer =
  | { status: 200; body: TenantNames; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getPasswordRules answers. */
export type GetPasswordRulesAnswer =
  | { status: 200; body: PasswordRules; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getProject answers. */
export type GetProjectAnswer =
  | { status: 200; body: ProjectResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getProjects answers. */
export type GetProjectsAnswer =
  | { status: 200; body: ProjectPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getPublicProjects answers. */
export type GetPublicProjectsAnswer =
  | { status: 200; body: ProjectPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRevocations answers. */
export type GetRevocationsAnswer =
  | { status: 200; body: RevocationList; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getTenants answers. */
export type GetTenantsAnswer =
  | { status: 200; body: TenantNames; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What linkAccount answers. */
export type LinkAccountAnswer =
  | { status: 200; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What unlinkAccount answers. */
export type UnlinkAccountAnswer =
  | { status: 200; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateProject answers. */
export type UpdateProjectAnswer =
  | { status: 200; body: ProjectResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What validateAccountPassword answers. */
export type ValidateAccountPasswordAnswer =
  | { status: 200; body: PasswordVerdict; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };
