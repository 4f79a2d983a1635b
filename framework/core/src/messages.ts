/** Messages as generated bindings describe them and handlers see them. */
import type { UnitOfWork } from './sql.ts';

/** Whether a value keeps its schema; when not, one sentence a fault, each naming the field. */
export type Validator<T> = (
  value: unknown,
) => { readonly valid: true; readonly value: T } | { readonly valid: false; readonly faults: readonly string[] };

/** The two virtual hosts of REGARDS: regards.instance.manager and regards.multitenant.manager. */
export type VirtualHost = 'instance' | 'multitenant';

export interface Exchange {
  readonly name: string;
  readonly type: 'fanout' | 'topic' | 'direct';
  readonly durable: boolean;
}

/** One kind of message and where it is published. */
export interface Publication<Payload = unknown, Headers = unknown> {
  readonly name: string;
  readonly virtualHost: VirtualHost;
  readonly exchange: Exchange;
  readonly routingKey: string;
  /** The event's name on the wire, REGARDS's class name. */
  readonly type: string;
  readonly converter: 'GSON' | 'JACKSON';
  readonly payload: Validator<Payload>;
  readonly headers?: Validator<Headers>;
}

/** A message to be published; headers beyond regards.tenant, regards.type and regards.converter are its contract's. */
export interface Outgoing<Payload, Headers = unknown> {
  readonly payload: Payload;
  readonly headers?: Headers;
  /** 0 (default 1 as REGARDS writes) to 255. */
  readonly priority?: number;
  readonly correlationId?: string;
}

/** A message that keeps its contract, to be handled with others of its tenant in one unit of work. */
export interface Delivery<Payload, Headers = unknown> {
  readonly payload: Payload;
  readonly headers: Headers;
  /** Sends this one to its dead-letter queue with the reason, once the unit commits; its siblings are not touched. */
  refuse(reason: string): void;
}

/** A message that breaks its contract; `body` is what could be parsed of it, undefined when nothing could. */
export interface InvalidDelivery {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly faults: readonly string[];
  refuse(reason: string): void;
}

export interface Batch<Payload, Headers = unknown> {
  readonly tenant: string;
  readonly deliveries: readonly Delivery<Payload, Headers>[];
}

export interface InvalidBatch {
  readonly tenant: string;
  readonly deliveries: readonly InvalidDelivery[];
}

/** What a contract says of one consumed kind of message. */
export interface Subscription<Payload = unknown, Headers = unknown> {
  readonly name: string;
  readonly virtualHost: VirtualHost;
  readonly exchange: Exchange;
  readonly routingKey: string;
  readonly type: string;
  /** Name of the queue; for target `all` the instance's id is put before `handler`. */
  readonly service: string;
  readonly handler: string;
  /** `one`: one instance of the service gets each message; `all`: every instance does, from its own passing queue. */
  readonly target: 'one' | 'all';
  readonly batch: { readonly size: number; readonly waitMs: number };
  /** Delays before each new try, in milliseconds; after the last one the message rests in its dead-letter queue. */
  readonly retryMs: readonly number[];
  /** `answer`: invalid messages go to the handler's answer; `dead-letter`: they rest there with the faults. */
  readonly invalid: 'dead-letter' | 'answer';
  readonly payload: Validator<Payload>;
  readonly headers?: Validator<Headers>;
}

/**
 * A subscription with the functions that handle it. They are methods, which TypeScript compares in both directions, so
 * that a handler of one payload stands where any batch is said: what it gets has passed `subscription.payload`.
 */
export interface BoundSubscription {
  readonly subscription: Subscription;
  handle(batch: Batch<unknown>, unit: UnitOfWork): Promise<void>;
  answerInvalid?(batch: InvalidBatch, unit: UnitOfWork): Promise<void>;
}

/** Publishes outside of any unit of work, for clients without a database; resolves when the broker has confirmed. */
export interface Publisher {
  publish<Payload, Headers>(
    tenant: string,
    publication: Publication<Payload, Headers>,
    messages: readonly Outgoing<NoInfer<Payload>, NoInfer<Headers>>[],
  ): Promise<void>;
}
