// Generated from contracts/rs-config/openapi.yaml — do not edit.
import type { Readable } from 'node:stream';
import type { Call, Page, Refusal } from '@regards/core';
import type {
  ConfiguredInstance,
  Environment,
  NewestVersion,
  RunningSettings,
  ServiceSettings,
  SettingsChange,
  SettingsRollback,
  SettingsVersion,
} from './types.ts';

/** What rs-config implements: one method an operation, each answering with a status its contract declares. */
export interface RsConfigServer {
  /**
   * Sets and unsets settings of a service.
   * Whole or not at all. 412 when the settings that were set for this service have changed since the version of
   * If-Match: of two who change the same version one wins. 422 names each value that breaks the settings contract
   * of the service, or of one of all for `application`, and each key that the contract does not have.
   * PATCH /settings/{service} · INSTANCE_ADMIN
   */
  changeServiceSettings(call: Call, request: ChangeServiceSettingsRequest): Promise<ChangeServiceSettingsResult>;

  /**
   * Tells which version an instance runs, and answers with the newest one.
   * Answered as soon as there is a version other than `known`, or with that one after 20 seconds. An instance asks
   * again and again: so each change reaches it at once, and is acknowledged when it asks the next time. For the
   * service itself alone.
   * POST /instances/{service}/{instanceId} · INSTANCE_ADMIN
   */
  followSettings(call: Call, request: FollowSettingsRequest): Promise<FollowSettingsResult>;

  /**
   * Lists the running instances of a service with the version of the settings that each runs.
   * Those that were heard of within a minute, by their names.
   * GET /settings/{service}/instances · INSTANCE_ADMIN
   */
  getConfiguredInstances(call: Call, request: GetConfiguredInstancesRequest): Promise<GetConfiguredInstancesResult>;

  /**
   * Gives the settings of a service under the default label.
   * As with a label; which one is the default is a setting of rs-config.
   * GET /{application}/{profile} · NONE
   */
  getEnvironment(call: Call, request: GetEnvironmentRequest): Promise<GetEnvironmentResult>;

  /**
   * Gives the settings of a service.
   * Each file that applies is one source; the first one has precedence. A service without a file of its own gets
   * the common ones alone, an unknown profile the files without profile, an unknown label no source at all.
   * Placeholders stand as they were written. Secrets are among them: a credential for the service is needed, shown
   * as Basic authentication. 422 when a value breaks the service's settings contract; the messages name each key.
   * GET /{application}/{profile}/{label} · NONE
   */
  getLabelledEnvironment(call: Call, request: GetLabelledEnvironmentRequest): Promise<GetLabelledEnvironmentResult>;

  /**
   * Gives the settings of a service as one file.
   * The sources merged under the default label, placeholders resolved as far as other settings do, as properties,
   * YAML or JSON, whichever the name ends in. What stands behind the last hyphen is the profile. Asks for the same
   * credential as the other forms.
   * GET /{file} · NONE
   */
  getMergedFile(call: Call, request: GetMergedFileRequest): Promise<GetMergedFileResult>;

  /**
   * Gives every setting of a service with its value and where that comes from.
   * The values that instances are served, and what they hide. An instance's own environment counts more than
   * these. Secrets are named and never shown.
   * GET /settings/{service} · INSTANCE_ADMIN
   */
  getServiceSettings(call: Call, request: GetServiceSettingsRequest): Promise<GetServiceSettingsResult>;

  /**
   * Lists the versions in which settings of a service changed, the latest first.
   * Who changed what, when and why, by the service's own settings and files. Secrets are named and never shown.
   * GET /settings/{service}/history · INSTANCE_ADMIN
   */
  getSettingsHistory(call: Call, request: GetSettingsHistoryRequest): Promise<GetSettingsHistoryResult>;

  /**
   * Puts the settings that were set for a service back to what they were in a version.
   * A change like any other, with a version of its own: validated, and 412 when somebody else was faster. What
   * files and other services have stays as it is.
   * POST /settings/{service}/rollback · INSTANCE_ADMIN
   */
  rollBackSettings(call: Call, request: RollBackSettingsRequest): Promise<RollBackSettingsResult>;
}

/** The parameters of changeServiceSettings. */
export interface ChangeServiceSettingsRequest {
  /** Name of the service, or `application` for what is common to all. */
  readonly service: string;
  /** Name of a folder of configuration files; that of the setting regards.config.label without. */
  readonly label?: string | undefined;
  /** The version that the change is made on, as ETag gave it (RFC 9110 §13.1.1). */
  readonly 'If-Match': string;
  /** The body. */
  readonly body: SettingsChange;
}

/** What changeServiceSettings may answer. */
export type ChangeServiceSettingsResult =
  | { status: 200; body: ServiceSettings; headers: Readonly<Record<string, string>> & { readonly ETag: string } }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 412; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal }
  | { status: 503; error: Refusal };

/** The parameters of followSettings. */
export interface FollowSettingsRequest {
  /** Name of the service, or `application` for what is common to all. */
  readonly service: string;
  /** Name of the instance, as in the registry. */
  readonly instanceId: string;
  /** The body. */
  readonly body: RunningSettings;
}

/** What followSettings may answer. */
export type FollowSettingsResult =
  | { status: 200; body: NewestVersion; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal }
  | { status: 503; error: Refusal };

/** The parameters of getConfiguredInstances. */
export interface GetConfiguredInstancesRequest {
  /** Name of the service, or `application` for what is common to all. */
  readonly service: string;
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
}

/** What getConfiguredInstances may answer. */
export type GetConfiguredInstancesResult =
  | { status: 200; body: Page<ConfiguredInstance>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 503; error: Refusal };

/** The parameters of getEnvironment. */
export interface GetEnvironmentRequest {
  /** Name of the service, known or not. */
  readonly application: string;
  /** One profile or several, separated by commas; of two that set the same key the later one wins. */
  readonly profile: string;
}

/** What getEnvironment may answer. */
export type GetEnvironmentResult =
  | { status: 200; body: Environment; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of getLabelledEnvironment. */
export interface GetLabelledEnvironmentRequest {
  /** Name of the service, known or not. */
  readonly application: string;
  /** One profile or several, separated by commas; of two that set the same key the later one wins. */
  readonly profile: string;
  /** Name of a folder of configuration files; no path. */
  readonly label: string;
}

/** What getLabelledEnvironment may answer. */
export type GetLabelledEnvironmentResult =
  | { status: 200; body: Environment; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of getMergedFile. */
export interface GetMergedFileRequest {
  /** Such as rs-admin-production.properties, .yml, .yaml or .json. */
  readonly file: string;
}

/** What getMergedFile may answer. */
export type GetMergedFileResult =
  | { status: 200; body: Readable | Buffer | string; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of getServiceSettings. */
export interface GetServiceSettingsRequest {
  /** Name of the service, or `application` for what is common to all. */
  readonly service: string;
  /** Name of a folder of configuration files; that of the setting regards.config.label without. */
  readonly label?: string | undefined;
  /** The profile that files are read with; `production` without, as instances have it. */
  readonly profile?: string | undefined;
}

/** What getServiceSettings may answer. */
export type GetServiceSettingsResult =
  | { status: 200; body: ServiceSettings; headers: Readonly<Record<string, string>> & { readonly ETag: string } }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 422; error: Refusal }
  | { status: 503; error: Refusal };

/** The parameters of getSettingsHistory. */
export interface GetSettingsHistoryRequest {
  /** Name of the service, or `application` for what is common to all. */
  readonly service: string;
  /** Name of a folder of configuration files; that of the setting regards.config.label without. */
  readonly label?: string | undefined;
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
}

/** What getSettingsHistory may answer. */
export type GetSettingsHistoryResult =
  | { status: 200; body: Page<SettingsVersion>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 503; error: Refusal };

/** The parameters of rollBackSettings. */
export interface RollBackSettingsRequest {
  /** Name of the service, or `application` for what is common to all. */
  readonly service: string;
  /** Name of a folder of configuration files; that of the setting regards.config.label without. */
  readonly label?: string | undefined;
  /** The version that the change is made on, as ETag gave it (RFC 9110 §13.1.1). */
  readonly 'If-Match': string;
  /** The body. */
  readonly body: SettingsRollback;
}

/** What rollBackSettings may answer. */
export type RollBackSettingsResult =
  | { status: 200; body: ServiceSettings; headers: Readonly<Record<string, string>> & { readonly ETag: string } }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 412; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal }
  | { status: 503; error: Refusal };
