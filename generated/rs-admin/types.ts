// Generated from contracts/rs-admin/schemas — do not edit.
import type { DatesRangeRestriction, Links, PageMetadata, ValuesRestriction } from '../common/types.ts';
export type { DatesRangeRestriction, Links, PageMetadata, Problem, ValuesRestriction } from '../common/types.ts';

/** A person to be taken into the project. */
export interface AccessRequestDto {
  /** Their login. */
  email: string;
  /** First name; the e-mail stands in for it. */
  firstName?: string | null;
  /** Last name; the e-mail stands in for it. */
  lastName?: string | null;
  /** Name of their role; REGISTERED_USER when not said. */
  roleName?: string | null;
  /**
   * What the project notes of them.
   *
   * @maxItems 1000
   */
  metadata?: MetaData[] | null;
  /** For whoever has no account yet. */
  password?: string | null;
  /** `Regards` when not said. */
  origin?: string | null;
  /**
   * Groups beside `Public`.
   *
   * @maxItems 1000
   */
  accessGroups?: string[] | null;
  /** Bytes they may download, -1 for no limit and when not said. */
  maxQuota?: number | null;
}

/** Something that the project notes of a person. */
export interface MetaData {
  /** Ignored. */
  id?: number | null;
  /** What it is; once a person. */
  key: string;
  /** The note. */
  value?: string | null;
  /** Whether the person may read or write it; READABLE when not said. */
  visibility?: 'READABLE' | 'WRITEABLE' | 'HIDDEN' | null;
}

/** A person in a project. */
export interface ProjectUser {
  /** The number in this project; root, who is kept in none, has none. */
  id?: number;
  /** The person's login. */
  email: string;
  /** First name. */
  firstName?: string;
  /** Last name. */
  lastName?: string;
  /** When they logged in last. */
  lastConnection?: string;
  /** When anything of this was changed last. */
  lastUpdate?: string;
  /** When they were taken in. */
  created?: string;
  /** `Regards`, or whoever else vouches for the person. */
  origin: string;
  /**
   * Groups they are in, `Public` among them.
   *
   * @maxItems 1000
   */
  accessGroups: string[];
  /** Bytes they may download, -1 when there is no limit. */
  maxQuota: number;
  /** Bytes they have downloaded. */
  currentQuota: number;
  status: UserStatus;
  /**
   * What the project notes of them.
   *
   * @maxItems 1000
   */
  metadata: MetaData[];
  role: Role;
  /** Whether they accepted the project's licence. */
  licenseAccepted: boolean;
}

/** What is to change of a user; a whole user does too. */
export interface ProjectUserChanges {
  /** The number in the path once more. */
  id?: number | null;
  /** The role to have. */
  role?: RoleReference | null;
  /**
   * All of it.
   *
   * @maxItems 1000
   */
  metadata?: MetaData[] | null;
  /** Bytes they may download, -1 for no limit. */
  maxQuota?: number | null;
  /**
   * All of them, `Public` too.
   *
   * @maxItems 1000
   */
  accessGroups?: string[] | null;
  /** When they logged in last, ISO 8601; UTC without offset. */
  lastConnection?: string | null;
}

/** Tells what became of a user. */
export interface ProjectUserEvent {
  /** The user's e-mail. */
  email: string;
  /** What became of them. */
  action: 'CREATE' | 'UPDATE' | 'DELETE';
}

/** One page of users. */
export interface ProjectUserPage {
  metadata: PageMetadata;
  content: ProjectUserResource[];
  links: Links;
}

/** A user with their links. */
export interface ProjectUserResource {
  content: ProjectUser;
  links: Links;
}

/** What an operation is for, and who may call it unless a project says otherwise. */
export interface ResourceAccess {
  /** What it does. */
  description?: string | null;
  role: ResourceRole;
  tsType?: 'unknown';
}

/** Tells that a role may do more or less at a service. */
export interface ResourceAccessEvent {
  /** The service. */
  microservice: string;
  /** The role. */
  roleName: string;
}

/** An operation as its service declares it. */
export interface ResourceMapping {
  resourceAccess: ResourceAccess;
  /** Its path, with placeholders. */
  fullPath: string;
  /** The group that it belongs to. */
  controllerSimpleName: string;
  method: ResourceVerb;
}

/**
 * All operations of a service.
 *
 * @maxItems 2000
 */
export type ResourceMappings = ResourceMapping[];

/** Names an operation; a whole one does too. */
export interface ResourceReference {
  /** Its number. */
  id?: number | null;
  /** What it does. */
  description?: string | null;
  tsType?: 'unknown';
}

/** The least native role that may call an operation unless a project says otherwise. */
export type ResourceRole = 'PUBLIC' | 'REGISTERED_USER' | 'EXPLOIT' | 'ADMIN' | 'PROJECT_ADMIN' | 'INSTANCE_ADMIN';

/** Method of an operation. */
export type ResourceVerb = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'TRACE';

/** An operation that rights are given on. */
export interface ResourcesAccess {
  /** Its number in this project. */
  id: number;
  /** What it does. */
  description: string;
  /** The service that serves it. */
  microservice: string;
  /** The group that it belongs to. */
  controllerSimpleName: string;
  /** Its path, with placeholders. */
  resource: string;
  verb: ResourceVerb;
  defaultRole: ResourceRole;
  tsType?: 'unknown';
}

/** One page of operations. */
export interface ResourcesAccessPage {
  metadata: PageMetadata;
  content: ResourcesAccessResource[];
  links: Links;
}

/** An operation with its links. */
export interface ResourcesAccessResource {
  content: ResourcesAccess;
  links: Links;
}

/**
 * Operations, each with its links.
 *
 * @maxItems 20000
 */
export type ResourcesAccessResources = ResourcesAccessResource[];

/** What a role may call of a service, and from where; of PROJECT_ADMIN, who may call everything, only the latter. */
export interface RightsOfRole {
  /** The role's name. */
  role: string;
  /**
   * Path and method of each, as `path@METHOD`.
   *
   * @maxItems 20000
   */
  operations: string[];
  /**
   * Addresses and networks (CIDR) that its holders may come from; any when empty.
   *
   * @maxItems 1000
   */
  authorizedAddresses: string[];
}

/**
 * What each role may call of a service.
 *
 * @maxItems 1000
 */
export type RightsOfRoles = RightsOfRole[];

/** What its holders may do; each role may also do what its parent may. */
export interface Role {
  /** Its number; INSTANCE_ADMIN, which no project keeps, has none. */
  id?: number;
  /** Its name. */
  name: string;
  parentRole?: Role;
  /**
   * Addresses and networks (CIDR) that its holders may come from; any when empty.
   *
   * @maxItems 1000
   */
  authorizedAddresses: string[];
  /** Whether people get it when no other role is named. */
  isDefault: boolean;
  /** Whether every project has it. */
  isNative: boolean;
}

/** A role to be made or changed; a whole role does too. */
export interface RoleDraft {
  /** Its name. */
  name: string;
  /** The native role that it inherits from. */
  parentRole?: RoleReference | null;
  /**
   * Addresses and networks (CIDR) that its holders may come from, IPv4 and IPv6; any when empty.
   *
   * @maxItems 100
   */
  authorizedAddresses?: string[] | null;
}

/** Tells that a role came, changed or went. */
export interface RoleEvent {
  /** The role's name. */
  role: string;
}

/** Names a role; a whole role does too. */
export interface RoleReference {
  /** Its number, looked at when there is no name. */
  id?: number | null;
  /** Its name. */
  name?: string | null;
}

/** A role with its links. */
export interface RoleResource {
  content: Role;
  links: Links;
}

/**
 * Roles, each with its links.
 *
 * @maxItems 1000
 */
export type RoleResources = RoleResource[];

/**
 * Roles without links.
 *
 * @maxItems 1000
 */
export type Roles = Role[];

/** Filters on users; a user is listed who meets all of them. */
export interface SearchProjectUserParameters {
  /** A part of the e-mail, in any case. */
  email?: string | null;
  /** A part of the first name, in any case. */
  firstName?: string | null;
  /** A part of the last name, in any case. */
  lastName?: string | null;
  /** On the status. */
  status?: ValuesRestriction | null;
  /** On the origin. */
  origins?: ValuesRestriction | null;
  /** On the role's name. */
  roles?: ValuesRestriction | null;
  /** On any of the groups. */
  accessGroups?: ValuesRestriction | null;
  /** On the day taken in. */
  creationDate?: DatesRangeRestriction | null;
  /** On the last login. */
  lastConnection?: DatesRangeRestriction | null;
  /** Only those with a limit who have no more than so many bytes left. */
  quotaWarningCount?: number | null;
}

/** Whether a person may enter the project; only a granted one may. */
export type UserStatus =
  | 'WAITING_ACCOUNT_ACTIVE'
  | 'WAITING_ACCESS'
  | 'WAITING_EMAIL_VERIFICATION'
  | 'ACCESS_GRANTED'
  | 'ACCESS_DENIED'
  | 'ACCESS_INACTIVE';
