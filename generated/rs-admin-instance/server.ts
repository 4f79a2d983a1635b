// Generated from contracts/rs-admin-instance/openapi.yaml — do not edit.
import type { Call, Page, Refusal } from '@regards/core';
import type {
  Account,
  AccountAuthentication,
  AccountNPassword,
  AccountStatus,
  Password,
  PasswordRules,
  PasswordVerdict,
  Project,
  ProjectDescription,
  Revocation,
  RevocationList,
  RevocationRequest,
  TenantNames,
  Validity,
} from './types.ts';

/** What rs-admin-instance implements: one method an operation, each answering with a status its contract declares. */
export interface RsAdminInstanceServer {
  /**
   * Tries a password on an account and tells the account's status.
   * For services of the platform alone. Failures are counted; too many in a row lock the account, and root for a
   * while. Takes as long for an account that does not exist as for a wrong password.
   * POST /accounts/{email}/authentication · INSTANCE_ADMIN
   */
  authenticateAccount(call: Call, request: AuthenticateAccountRequest): Promise<AuthenticateAccountResult>;

  /**
   * Tells whether a password would keep the rules.
   * Nothing is kept of it.
   * POST /accounts/password · PUBLIC
   */
  checkPassword(call: Call, request: CheckPasswordRequest): Promise<CheckPasswordResult>;

  /**
   * Creates an account.
   * Only an administrator comes here, so that an account that would wait for acceptance is accepted at once. The
   * e-mail is unique whatever its case. An account of this platform needs a password that keeps the rules; one
   * that somebody else vouches for has none.
   * POST /accounts · INSTANCE_ADMIN
   */
  createAccount(call: Call, request: CreateAccountRequest): Promise<CreateAccountResult>;

  /**
   * Creates a project.
   * Names are unique whatever their case, also among deleted projects; `instance` is reserved. Every service takes
   * the new tenant in as soon as it hears TenantCreatedEvent.
   * POST /projects · INSTANCE_ADMIN
   */
  createProject(call: Call, request: CreateProjectRequest): Promise<CreateProjectResult>;

  /**
   * Revokes tokens.
   * One token by its identifier, or all that a login was given until now, in one project or in every one. They are
   * refused everywhere within 5 s; whoever may still log in gets a new one.
   * POST /revocations · INSTANCE_ADMIN
   */
  createRevocation(call: Call, request: CreateRevocationRequest): Promise<CreateRevocationResult>;

  /**
   * Marks a project as deleted.
   * No service serves it from then on; nothing that it holds is dropped. Deleting it once more changes nothing.
   * DELETE /projects/{projectName} · INSTANCE_ADMIN
   */
  deleteProject(call: Call, request: DeleteProjectRequest): Promise<DeleteProjectResult>;

  /**
   * Gives one account by its number.
   * The person behind a number.
   * GET /accounts/{accountId} · INSTANCE_ADMIN
   */
  getAccount(call: Call, request: GetAccountRequest): Promise<GetAccountResult>;

  /**
   * Gives one account by its e-mail.
   * In whatever case the e-mail is written.
   * GET /accounts/account/{email} · INSTANCE_ADMIN
   */
  getAccountByEmail(call: Call, request: GetAccountByEmailRequest): Promise<GetAccountByEmailResult>;

  /**
   * Lists accounts.
   * Those that meet every filter given, sorted by number unless asked otherwise; ten a page.
   * GET /accounts · INSTANCE_ADMIN
   */
  getAccounts(call: Call, request: GetAccountsRequest): Promise<GetAccountsResult>;

  /**
   * Names the tenants that one service serves.
   * All of them, since every service prepares its own schema for every tenant.
   * GET /tenants/{microservice} · INSTANCE_ADMIN
   */
  getMicroserviceTenants(call: Call, request: GetMicroserviceTenantsRequest): Promise<GetMicroserviceTenantsResult>;

  /**
   * Tells the rules that a password keeps.
   * One sentence for people.
   * GET /accounts/password · PUBLIC
   */
  getPasswordRules(call: Call, request: GetPasswordRulesRequest): Promise<GetPasswordRulesResult>;

  /**
   * Gives one project.
   * A deleted one is still there, marked as such.
   * GET /projects/{projectName} · PUBLIC
   */
  getProject(call: Call, request: GetProjectRequest): Promise<GetProjectResult>;

  /**
   * Lists every project.
   * Deleted ones too, sorted by number unless asked otherwise; ten a page.
   * GET /projects · INSTANCE_ADMIN
   */
  getProjects(call: Call, request: GetProjectsRequest): Promise<GetProjectsResult>;

  /**
   * Lists the projects that anyone may know of.
   * Those that are public and not deleted; ten a page.
   * GET /projects/public · PUBLIC
   */
  getPublicProjects(call: Call, request: GetPublicProjectsRequest): Promise<GetPublicProjectsResult>;

  /**
   * Tells which tokens count no more.
   * For services and gateways, which ask again every few seconds for what came since. Forgotten is what has run
   * out.
   * GET /revocations · INSTANCE_ADMIN
   */
  getRevocations(call: Call, request: GetRevocationsRequest): Promise<GetRevocationsResult>;

  /**
   * Names the tenants of the platform.
   * Every project that is not deleted, by name.
   * GET /tenants · INSTANCE_ADMIN
   */
  getTenants(call: Call, request: GetTenantsRequest): Promise<GetTenantsResult>;

  /**
   * Links an account to a project.
   * Linking it once more changes nothing.
   * PUT /accounts/{email}/link/{projectName} · INSTANCE_ADMIN
   */
  linkAccount(call: Call, request: LinkAccountRequest): Promise<LinkAccountResult>;

  /**
   * Takes an account out of a project.
   * Doing it once more changes nothing.
   * PUT /accounts/{email}/unlink/{projectName} · INSTANCE_ADMIN
   */
  unlinkAccount(call: Call, request: UnlinkAccountRequest): Promise<UnlinkAccountResult>;

  /**
   * Changes a project.
   * The name stays, and the body repeats it; a deleted project cannot be changed any more.
   * PUT /projects/{projectName} · INSTANCE_ADMIN
   */
  updateProject(call: Call, request: UpdateProjectRequest): Promise<UpdateProjectResult>;

  /**
   * Tells whether a password is the account's.
   * As REGARDS has it, with the password in the address; services of this platform use authenticateAccount, where
   * it cannot end in a log. A wrong password counts as a failure.
   * GET /accounts/{email}/validate · INSTANCE_ADMIN
   */
  validateAccountPassword(call: Call, request: ValidateAccountPasswordRequest): Promise<ValidateAccountPasswordResult>;
}

/** The parameters of authenticateAccount. */
export interface AuthenticateAccountRequest {
  /** The account's e-mail. */
  readonly email: string;
  /** The body. */
  readonly body: Password;
}

/** What authenticateAccount may answer. */
export type AuthenticateAccountResult =
  | { status: 200; body: AccountAuthentication; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal }
  | { status: 429; error: Refusal };

/** The parameters of checkPassword. */
export interface CheckPasswordRequest {
  /** The body. */
  readonly body: Password;
}

/** What checkPassword may answer. */
export type CheckPasswordResult =
  | { status: 200; body: Validity; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of createAccount. */
export interface CreateAccountRequest {
  /** The body. */
  readonly body: AccountNPassword;
}

/** What createAccount may answer. */
export type CreateAccountResult =
  | { status: 201; body: Account; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of createProject. */
export interface CreateProjectRequest {
  /** The body. */
  readonly body: ProjectDescription;
}

/** What createProject may answer. */
export type CreateProjectResult =
  | { status: 201; body: Project; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of createRevocation. */
export interface CreateRevocationRequest {
  /** The body. */
  readonly body: RevocationRequest;
}

/** What createRevocation may answer. */
export type CreateRevocationResult =
  | { status: 201; body: Revocation; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of deleteProject. */
export interface DeleteProjectRequest {
  /** The project's name. */
  readonly projectName: string;
}

/** What deleteProject may answer. */
export type DeleteProjectResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getAccount. */
export interface GetAccountRequest {
  /** The account's number. */
  readonly accountId: number;
}

/** What getAccount may answer. */
export type GetAccountResult =
  | { status: 200; body: Account; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getAccountByEmail. */
export interface GetAccountByEmailRequest {
  /** The account's e-mail. */
  readonly email: string;
}

/** What getAccountByEmail may answer. */
export type GetAccountByEmailResult =
  | { status: 200; body: Account; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getAccounts. */
export interface GetAccountsRequest {
  /** A part of the e-mail, in the same case. */
  readonly email?: string | undefined;
  /** A part of the first name, in the same case. */
  readonly firstName?: string | undefined;
  /** A part of the last name, in the same case. */
  readonly lastName?: string | undefined;
  /** The status. */
  readonly status?: AccountStatus | undefined;
  /** Who vouches for the account. */
  readonly origin?: string | undefined;
  /** Name of a project that the account is linked to. */
  readonly project?: string | undefined;
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
  /** Properties to sort by, `name,asc` or `name,desc`; repeatable. */
  readonly sort?: string[] | undefined;
}

/** What getAccounts may answer. */
export type GetAccountsResult =
  | { status: 200; body: Page<Account>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getMicroserviceTenants. */
export interface GetMicroserviceTenantsRequest {
  /** Name of the service, such as rs-dam. */
  readonly microservice: string;
}

/** What getMicroserviceTenants may answer. */
export type GetMicroserviceTenantsResult =
  | { status: 200; body: TenantNames; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** getPasswordRules takes no parameters. */
export type GetPasswordRulesRequest = Readonly<Record<never, never>>;

/** What getPasswordRules may answer. */
export type GetPasswordRulesResult =
  | { status: 200; body: PasswordRules; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getProject. */
export interface GetProjectRequest {
  /** The project's name. */
  readonly projectName: string;
}

/** What getProject may answer. */
export type GetProjectResult =
  | { status: 200; body: Project; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getProjects. */
export interface GetProjectsRequest {
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
  /** Properties to sort by, `name,asc` or `name,desc`; repeatable. */
  readonly sort?: string[] | undefined;
}

/** What getProjects may answer. */
export type GetProjectsResult =
  | { status: 200; body: Page<Project>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getPublicProjects. */
export interface GetPublicProjectsRequest {
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
  /** Properties to sort by, `name,asc` or `name,desc`; repeatable. */
  readonly sort?: string[] | undefined;
}

/** What getPublicProjects may answer. */
export type GetPublicProjectsResult =
  | { status: 200; body: Page<Project>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getRevocations. */
export interface GetRevocationsRequest {
  /** Only those with a greater number. */
  readonly since?: number | undefined;
}

/** What getRevocations may answer. */
export type GetRevocationsResult =
  | { status: 200; body: RevocationList; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** getTenants takes no parameters. */
export type GetTenantsRequest = Readonly<Record<never, never>>;

/** What getTenants may answer. */
export type GetTenantsResult =
  | { status: 200; body: TenantNames; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of linkAccount. */
export interface LinkAccountRequest {
  /** The account's e-mail. */
  readonly email: string;
  /** The project's name. */
  readonly projectName: string;
}

/** What linkAccount may answer. */
export type LinkAccountResult =
  | { status: 200; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of unlinkAccount. */
export interface UnlinkAccountRequest {
  /** The account's e-mail. */
  readonly email: string;
  /** The project's name. */
  readonly projectName: string;
}

/** What unlinkAccount may answer. */
export type UnlinkAccountResult =
  | { status: 200; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of updateProject. */
export interface UpdateProjectRequest {
  /** The project's name. */
  readonly projectName: string;
  /** The body. */
  readonly body: ProjectDescription;
}

/** What updateProject may answer. */
export type UpdateProjectResult =
  | { status: 200; body: Project; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of validateAccountPassword. */
export interface ValidateAccountPasswordRequest {
  /** The account's e-mail. */
  readonly email: string;
  /** The password to try. */
  readonly password: string;
}

/** What validateAccountPassword may answer. */
export type ValidateAccountPasswordResult =
  | { status: 200; body: PasswordVerdict; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };
