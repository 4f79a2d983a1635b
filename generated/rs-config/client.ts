// Generated from contracts/rs-config/openapi.yaml — do not edit.
import type { Readable } from 'node:stream';
import type { CallContext, Transport } from '@regards/core';
import { routes } from './routes.ts';
import type { GetEnvironmentRequest, GetLabelledEnvironmentRequest, GetMergedFileRequest } from './server.ts';
import type { Environment, Problem } from './types.ts';

/** The operations of rs-config as its callers use them: answers by status, no exception for a refusal. */
export interface RsConfigClient {
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
   * Placeholders stand as they were written. 422 when a value breaks the service's settings contract; the messages
   * name each key.
   * GET /{application}/{profile}/{label} · NONE
   */
  getLabelledEnvironment(
    context: CallContext,
    request: GetLabelledEnvironmentRequest,
  ): Promise<GetLabelledEnvironmentAnswer>;

  /**
   * Gives the settings of a service as one file.
   * The sources merged under the default label, placeholders resolved as far as other settings do, as properties,
   * YAML or JSON, whichever the name ends in. What stands behind the last hyphen is the profile.
   * GET /{file} · NONE
   */
  getMergedFile(context: CallContext, request: GetMergedFileRequest): Promise<GetMergedFileAnswer>;
}

/** Calls rs-config wherever an instance of it is. */
export const rsConfigClient = (transport: Transport): RsConfigClient => ({
  getEnvironment: (context, request) =>
    transport.send<GetEnvironmentAnswer>('rs-config', routes.getEnvironment, context, request),

  getLabelledEnvironment: (context, request) =>
    transport.send<GetLabelledEnvironmentAnswer>('rs-config', routes.getLabelledEnvironment, context, request),

  getMergedFile: (context, request) =>
    transport.send<GetMergedFileAnswer>('rs-config', routes.getMergedFile, context, request),
});

/** What getEnvironment answers. */
export type GetEnvironmentAnswer =
  | { status: 200; body: Environment; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What getLabelledEnvironment answers. */
export type GetLabelledEnvironmentAnswer =
  | { status: 200; body: Environment; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What getMergedFile answers. */
export type GetMergedFileAnswer =
  | { status: 200; body: Readable; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };
