/** What generated code tells the framework, the gateway and clients of a service's REST contract. */
import type { CallContext } from './call.ts';
import type { BoundSubscription, Exchange, Subscription, VirtualHost } from './messages.ts';
import type { Refusal } from './refusal.ts';
import type { AccessRole } from './roles.ts';
import type { SettingRules } from './settings.ts';
import type { CompiledValidator } from './validation.ts';

export interface RouteParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  /** An array in the query: `repeated` is a=1&a=2, `comma` is a=1,2. */
  readonly array?: 'repeated' | 'comma';
}

/**
 * A link of a resource: emitted when the caller may call `operation` and the resource is in a state that `when` names.
 */
export interface LinkRule {
  readonly rel: string;
  readonly operation: string;
  /** Parameter of the operation → dotted path into the resource's content. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly when?: { readonly path: string; readonly in: readonly unknown[] };
}

/**
 * How a body stands on the wire: `resource` {content, links}, `resources` an array of these, `page` with metadata,
 * `error` REGARDS's messages, `stream` bytes, `plain` as declared, `empty` none.
 */
export type BodyKind = 'resource' | 'resources' | 'page' | 'error' | 'stream' | 'plain' | 'empty';

export interface RouteResponse {
  readonly kind: BodyKind;
  readonly mediaType?: string;
  readonly links?: readonly LinkRule[];
}

export interface Route {
  readonly operation: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head';
  /** Template with {placeholders}, as the contract has it. */
  readonly path: string;
  readonly access: AccessRole;
  /** Whether whoever calls may try again after a failure. */
  readonly retry: 'safe' | 'never';
  readonly timeoutMs: number;
  readonly parameters: readonly RouteParameter[];
  /** Media types of the request body, none without body. */
  readonly requestTypes: readonly string[];
  readonly responses: Readonly<Record<number, RouteResponse>>;
}

export type Routes = Readonly<Record<string, Route>>;

/** What a request is held to before a service sees it, compiled from the contract. */
export interface RequestCheck {
  /** Takes `{ params, query, headers }`, texts by name, and makes of each what the contract says it is. */
  readonly parameters?: CompiledValidator;
  readonly needsBody: boolean;
  /** By media type, of those that are JSON. */
  readonly bodies: Readonly<Record<string, CompiledValidator>>;
}

/** By operation. */
export type RequestChecks = Readonly<Record<string, RequestCheck>>;

/** By status and media type, none for an answer without a body; null for bytes, which are not looked into. */
export type AnswerCheck = Readonly<Record<number, Readonly<Record<string, CompiledValidator | null>>>>;

/** By operation. */
export type AnswerChecks = Readonly<Record<string, AnswerCheck>>;

/** A setting's JSON Schema by its key, such as regards.fem.batch.size. */
export interface SettingsContract<Settings> {
  /** All keys a service takes, so that each may be given by an environment variable. */
  readonly keys: readonly string[];
  readonly rules: Readonly<Record<string, SettingRules>>;
  /** Reads text values as rs-config serves them; throws an error that names each key and its fault. */
  read(values: Readonly<Record<string, string>>): Settings;
}

/** A service's contract as generated: what it serves, hears and tells, and which settings it takes. */
export interface Contract<Server, Subscriptions, Settings> {
  readonly name: string;
  readonly version: string;
  readonly routes: Routes;
  /** File with the bundled OpenAPI document, for validation at the door. */
  readonly document: URL;
  readonly settings: SettingsContract<Settings>;
  /** Exchanges this service publishes to, declared at start. */
  readonly publications: readonly { readonly virtualHost: VirtualHost; readonly exchange: Exchange }[];
  readonly subscriptions: readonly Subscription[];
  /** Binds handlers to their subscriptions. */
  bind(handlers: Subscriptions): readonly BoundSubscription[];
  /** Only carries the type of the operations. */
  readonly server?: Server;
}

/** A body that was written as JSON before, UTF-8; it holds what the contract says and is sent as it is. */
export type Rendered = Uint8Array;

/** What a handler answers: a status that the contract declares, with that status's body or refusal. */
export interface HandlerResult {
  readonly status: number;
  readonly body?: unknown;
  readonly error?: Refusal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The parameters and body of one request, by name; the body under `body`. */
export type OperationRequest = Readonly<Record<string, unknown>>;

/** What a called service answered: a status that the contract declares, its body as it stands on the wire. */
export interface OperationAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** A file that came as a part of a form. */
export interface UploadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Carries the calls of generated clients: finds an instance, adds identity, keeps the time limit. */
export interface Transport {
  /**
   * Sends the parameters of `request` where the route has them, and its `body`. The answer is one of those that the
   * route declares, which is what `Answer` says. Throws CallFailedError when there is no answer in time, or one that
   * the contract does not declare.
   */
  send<Answer extends OperationAnswer>(
    service: string,
    route: Route,
    context: CallContext,
    request: object,
  ): Promise<Answer>;
}

/** A call to another service that gave no answer the contract knows; `reason` says which way it failed. */
export class CallFailedError extends Error {
  readonly service: string;
  readonly operation: string;
  readonly reason: 'no-instance' | 'unreachable' | 'timeout' | 'aborted' | 'undeclared-answer';

  constructor(
    service: string,
    operation: string,
    reason: CallFailedError['reason'],
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${service} ${operation}: ${message}`, options);
    this.name = 'CallFailedError';
    this.service = service;
    this.operation = operation;
    this.reason = reason;
  }
}
