// Generated from contracts/rs-config/openapi.yaml — do not edit.
import type { Readable } from 'node:stream';
import type { CallContext, Transport } from '@regards/core';
import { routes } from './routes.ts';
import type {
  ChangeServiceSettingsRequest,
  FollowSettingsRequest,
  GetConfiguredInstancesRequest,
  GetEnvironmentRequest,
  GetLabelledEnvironmentRequest,
  GetMergedFileRequest,
  GetServiceSettingsRequest,
  GetSettingsHistoryRequest,
  RollBackSettingsRequest,
} from './server.ts';
import type {
  ConfiguredInstancePage,
  Environment,
  NewestVersion,
  Problem,
  ServiceSettings,
  SettingsVersionPage,
} from './types.ts';

/** The operations of rs-config as its callers use them: answers by status, no exception for a refusal. */
export interface RsConfigClient {
  /**
   * Sets and unsets settings of a service.
   * Whole or not at all. 412 when the settings that were set for this service have changed since the version of
   * If-Match: of two who change the same version one wins. 422 names each value that breaks the settings contract
   * of the service, or of one of all for `application`, and each key that the contract does not have.
   * PATCH /settings/{service} · INSTANCE_ADMIN
   */
  changeServiceSettings(
    context: CallContext,
    request: ChangeServiceSettingsRequest,
  ): Promise<ChangeServiceSettingsAnswer>;

  /**
   * Tells which version an instance runs, and answers with the newest one.
   * Answered as soon as there is a version other than `known`, or with that one after 20 seconds. An instance asks
   * again and again: so each change reaches it at once, and is acknowledged when it asks the next time. For the
   * service itself alone.
   * POST /instances/{service}/{instanceId} · INSTANCE_ADMIN
   */
  followSettings(context: CallContext, request: FollowSettingsRequest): Promise<FollowSettingsAnswer>;

  /**
   * Lists the running instances of a service with the version of the settings that each runs.
   * Those that were heard of within a minute, by their names.
   * GET /settings/{service}/instances · INSTANCE_ADMIN
   */
  getConfiguredInstances(
    context: CallContext,
    request: GetConfiguredInstancesRequest,
  ): Promise<GetConfiguredInstancesAnswer>;

  /**
   * Gives the settings of a service under the default label.
   * As with a label; which one is the default is a setting of rs-config.
   * GET /{application}/{profile} · NONE
   */
  getEnvironment(context: CallContext, request: GetEnvironmentRequest): Promise<GetEnvironmentAnswer>;

  /**
   * Gives the settings of a service.
   * Each file that applies is one source; the first one has precedence. A service without a file of its own gets
   * the common ones alone, an unknown profile the files without profile, an unknown label no source at all.
   * Placeholders stand as they were written. Secrets are among them: a credential for the service is needed, shown
   * as Basic authentication. 422 when a value breaks the service's settings contract; the messages name each key.
   * GET /{application}/{profile}/{label} · NONE
   */
  getLabelledEnvironment(
    context: CallContext,
    request: GetLabelledEnvironmentRequest,
  ): Promise<GetLabelledEnvironmentAnswer>;

  /**
   * Gives the settings of a service as one file.
   * The sources merged under the default label, placeholders resolved as far as other settings do, as properties,
   * YAML or JSON, whichever the name ends in. What stands behind the last hyphen is the profile. Asks for the same
   * credential as the other forms.
   * GET /{file} · NONE
   */
  getMergedFile(context: CallContext, request: GetMergedFileRequest): Promise<GetMergedFileAnswer>;

  /**
   * Gives every setting of a service with its value and where that comes from.
   * The values that instances are served, and what they hide. An instance's own environment counts more than
   * these. Secrets are named and never shown.
   * GET /settings/{service} · INSTANCE_ADMIN
   */
  getServiceSettings(context: CallContext, request: GetServiceSettingsRequest): Promise<GetServiceSettingsAnswer>;

  /**
   * Lists the versions in which settings of a service changed, the latest first.
   * Who changed what, when and why, by the service's own settings and files. Secrets are named and never shown.
   * GET /settings/{service}/history · INSTANCE_ADMIN
   */
  getSettingsHistory(context: CallContext, request: GetSettingsHistoryRequest): Promise<GetSettingsHistoryAnswer>;

  /**
   * Puts the settings that were set for a service back to what they were in a version.
   * A change like any other, with a version of its own: validated, and 412 when somebody else was faster. What
   * files and other services have stays as it is.
   * POST /settings/{service}/rollback · INSTANCE_ADMIN
   */
  rollBackSettings(context: CallContext, request: RollBackSettingsRequest): Promise<RollBackSettingsAnswer>;
}

/** Calls rs-config wherever an instance of it is. */
export const rsConfigClient = (transport: Transport): RsConfigClient => ({
  changeServiceSettings: (context, request) =>
    transport.send<ChangeServiceSettingsAnswer>('rs-config', routes.changeServiceSettings, context, request),

  followSettings: (context, request) =>
    transport.send<FollowSettingsAnswer>('rs-config', routes.followSettings, context, request),

  getConfiguredInstances: (context, request) =>
    transport.send<GetConfiguredInstancesAnswer>('rs-config', routes.getConfiguredInstances, context, request),

  getEnvironment: (context, request) =>
    transport.send<GetEnvironmentAnswer>('rs-config', routes.getEnvironment, context, request),

  getLabelledEnvironment: (context, request) =>
    transport.send<GetLabelledEnvironmentAnswer>('rs-config', routes.getLabelledEnvironment, context, request),

  getMergedFile: (context, request) =>
    transport.send<GetMergedFileAnswer>('rs-config', routes.getMergedFile, context, request),

  getServiceSettings: (context, request) =>
    transport.send<GetServiceSettingsAnswer>('rs-config', routes.getServiceSettings, context, request),

  getSettingsHistory: (context, request) =>
    transport.send<GetSettingsHistoryAnswer>('rs-config', routes.getSettingsHistory, context, request),

  rollBackSettings: (context, request) =>
    transport.send<RollBackSettingsAnswer>('rs-config', routes.rollBackSettings, context, request),
});

/** The contract that it was made from: an instance that serves another one is not called. */
rsConfigClient.provider = { service: 'rs-config', version: '0.1.0' } as const;

/** What changeServiceSettings answers. */
export type ChangeServiceSettingsAnswer =
  | { status: 200; body: ServiceSettings; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 412; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };

/** What followSettings answers. */
export type FollowSettingsAnswer =
  | { status: 200; body: NewestVersion; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };

/** What getConfiguredInstances answers. */
export type GetConfiguredInstancesAnswer =
  | { status: 200; body: ConfiguredInstancePage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };

/** What getEnvironment answers. */
export type GetEnvironmentAnswer =
  | { status: 200; body: Environment; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What getLabelledEnvironment answers. */
export type GetLabelledEnvironmentAnswer =
  | { status: 200; body: Environment; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What getMergedFile answers. */
export type GetMergedFileAnswer =
  | { status: 200; body: Readable; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What getServiceSettings answers. */
export type GetServiceSettingsAnswer =
  | { status: 200; body: ServiceSettings; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };

/** What getSettingsHistory answers. */
export type GetSettingsHistoryAnswer =
  | { status: 200; body: SettingsVersionPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };

/** What rollBackSettings answers. */
export type RollBackSettingsAnswer =
  | { status: 200; body: ServiceSettings; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 412; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };
