// Generated from contracts/rs-admin-instance/schemas — do not edit.
import type { Links, PageMetadata } from '../common/types.ts';
export type { Links, PageMetadata, Problem } from '../common/types.ts';

/** A person, whatever projects they work in. The password is never part of it. */
export interface Account {
  /** Its number. */
  id: number;
  /** The login, unique whatever its case. */
  email: string;
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
  /** `Regards`, or whoever else vouches for the person. */
  origin: string;
  /** Wrong passwords since the last right one. */
  authenticationFailedCounter: number;
  /** When the password was set; absent without one. */
  passwordUpdateDate?: string;
  status: AccountStatus;
  /**
   * The projects it is linked to.
   *
   * @maxItems 1000
   */
  projects: Project[];
}

/** What came of trying a password; the status counts even when the password is right. */
export interface AccountAuthentication {
  /** The account's e-mail as it is kept. */
  email: string;
  /** `Regards`, or whoever else vouches for the person. */
  origin: string;
  status: AccountStatus;
  /** Whether the password is the account's. */
  passwordValid: boolean;
}

/** A new account, its password and the project to link it to. */
export interface AccountNPassword {
  account: NewAccount;
  /** Kept as a salted hash, and nowhere else. */
  password?: string | null;
  /** Name of the project to link the account to. */
  project?: string | null;
}

/** One page of accounts. */
export interface AccountPage {
  metadata: PageMetadata;
  content: AccountResource[];
  links: Links;
}

/** An account with its links. */
export interface AccountResource {
  content: Account;
  links: Links;
}

/** Where an account stands in its life; only an active one logs in. */
export type AccountStatus = 'INACTIVE' | 'INACTIVE_PASSWORD' | 'ACTIVE' | 'LOCKED' | 'PENDING' | 'EMAIL_VERIFICATION';

/** An account as its administrator describes it; members that only the platform knows are ignored. */
export interface NewAccount {
  /** The login. */
  email: string;
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
  /** `Regards` when not said. */
  origin?: string | null;
  /** ACTIVE when not said; one that would wait for acceptance becomes ACTIVE. */
  status?: AccountStatus | null;
}

/** A password to be looked at. */
export interface Password {
  /** In plain text. */
  password: string;
}

/** What a password has to be like. */
export interface PasswordRules {
  /** One sentence for people. */
  rules: string;
}

/** True when the password is the account's. */
export type PasswordVerdict = boolean;

/** A project, which is a tenant of every service. */
export interface Project {
  /** Its number. */
  id: number;
  /** The tenant's name. */
  name: string;
  /** What people call it. */
  label: string;
  /** What it is for. */
  description: string;
  /** Address of a picture. */
  icon?: string;
  /** Whether the portal shows it. */
  isPublic: boolean;
  /** Whether the portal lets people in. */
  isAccessible: boolean;
  /** Whether it is served no more. */
  isDeleted: boolean;
  /** Address of the licence that users have to accept. */
  licenceLink?: string;
  /** Public address of the platform for this project. */
  host?: string;
  /** Coordinate reference system of its map. */
  crs: string;
  /** Whether geometries around a pole need care. */
  isPoleToBeManaged: boolean;
  tsType?: 'unknown';
}

/** A project as its administrator describes it; members that only the platform knows are ignored. */
export interface ProjectDescription {
  /** The number of an existing project; ignored. */
  id?: number | null;
  /** The tenant's name, for ever. */
  name: string;
  /** What people call it. */
  label: string;
  /** What it is for. */
  description: string;
  /** Address of a picture. */
  icon?: string | null;
  /** Whether the portal shows it; false when not said. */
  isPublic?: boolean | null;
  /** Whether the portal lets people in; false when not said. */
  isAccessible?: boolean | null;
  /** Ignored; a project is deleted by its own operation. */
  isDeleted?: boolean | null;
  /** Address of the licence that users have to accept. */
  licenceLink?: string | null;
  /** Public address of the platform for this project. */
  host?: string | null;
  /** Coordinate reference system of its map; WGS_84 when not said. */
  crs?: string | null;
  /** Whether geometries around a pole need care; false when not said. */
  isPoleToBeManaged?: boolean | null;
  tsType?: 'unknown';
}

/** One page of projects. */
export interface ProjectPage {
  metadata: PageMetadata;
  content: ProjectResource[];
  links: Links;
}

/** A project with its links. */
export interface ProjectResource {
  content: Project;
  links: Links;
}

/** Tokens that count no more, although they have not run out. */
export interface Revocation {
  /** Its number; later ones have greater ones. */
  id: number;
  /** The project; every one without. */
  tenant?: string;
  /** Whose tokens, in lower case. */
  login?: string;
  /** The one token, by its claim `jti`. */
  tokenId?: string;
  /** Tokens that were given until then. */
  before: string;
  /** From then on they have run out. */
  until: string;
}

/** Tokens that count no more. */
export interface RevocationList {
  /**
   * Number of the last revocation there was; less than what is asked for when the platform was restored from a
   * backup.
   */
  newest: number;
  /**
   * By their numbers.
   *
   * @maxItems 5000
   */
  revocations: Revocation[];
}

/** Which tokens are to count no more. */
export interface RevocationRequest {
  /** The project; every one when not said. */
  tenant?: string | null;
  /** Whose tokens, whatever the case of its letters. */
  login?: string | null;
  /** The one token, by its claim `jti`. */
  tokenId?: string | null;
  /** When the token runs out anyway; the longest validity from now on when not said. */
  until?: string | null;
}

/** Tells which tenant came or went. */
export interface TenantEvent {
  /** Name of the project. */
  tenant: string;
}

/**
 * Names of tenants, in alphabetical order.
 *
 * @maxItems 1000
 */
export type TenantNames = string[];

/** Whether a password keeps the rules. */
export interface Validity {
  /** True when it does. */
  validity: boolean;
}
