// Generated from contracts/rs-config/openapi.yaml — do not edit.
import type { Readable } from 'node:stream';
import type { Call, Refusal } from '@regards/core';
import type { Environment } from './types.ts';

/** What rs-config implements: one method an operation, each answering with a status its contract declares. */
export interface RsConfigServer {
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
   * Placeholders stand as they were written. 422 when a value breaks the service's settings contract; the messages
   * name each key.
   * GET /{application}/{profile}/{label} · NONE
   */
  getLabelledEnvironment(call: Call, request: GetLabelledEnvironmentRequest): Promise<GetLabelledEnvironmentResult>;

  /**
   * Gives the settings of a service as one file.
   * The sources merged under the default label, placeholders resolved as far as other settings do, as properties,
   * YAML or JSON, whichever the name ends in. What stands behind the last hyphen is the profile.
   * GET /{file} · NONE
   */
  getMergedFile(call: Call, request: GetMergedFileRequest): Promise<GetMergedFileResult>;
}

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
  | { status: 404; error: Refusal }
  | { status: 422; error: Refusal };
