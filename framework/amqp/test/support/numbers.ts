/** The one message of these tests: a number, and what became of it. */
import { silentLog } from '@regards/core';
import type {
  Batch,
  BoundSubscription,
  InvalidBatch,
  Publication,
  Subscription,
  UnitOfWork,
  Validator,
} from '@regards/core';
import type { HandlingPorts } from '../../src/index.ts';

export interface Numbered {
  readonly number: number;
  /** Of an answer. */
  readonly state?: string;
}

const isNumbered = (value: unknown): value is Numbered =>
  typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'number';

const payload: Validator<Numbered> = (value) =>
  isNumbered(value) ? { valid: true, value } : { valid: false, faults: ['number is missing'] };

export const publication: Publication<Numbered> = {
  name: 'numbers',
  virtualHost: 'multitenant',
  exchange: { name: 'test.numbers', type: 'fanout', durable: true },
  routingKey: '',
  type: 'test.Numbers',
  converter: 'GSON',
  payload,
};

export const subscription = (handler: string, more: Partial<Subscription<Numbered>> = {}): Subscription<Numbered> => ({
  ...publication,
  service: 'rs-test',
  handler,
  target: 'one',
  batch: { size: 100, waitMs: 20 },
  retryMs: [200, 400],
  invalid: 'dead-letter',
  ...more,
});

export const queueOf = (handler: string): string => `regards.broadcast.rs-test.${handler}`;

export const bound = (
  one: Subscription<Numbered>,
  handle: (batch: Batch<Numbered>, unit: UnitOfWork) => Promise<void>,
  answerInvalid?: (batch: InvalidBatch, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: one,
  // What arrives here has passed the validator above.
  handle: (batch, unit) => handle(batch as Batch<Numbered>, unit),
  ...(answerInvalid ? { answerInvalid } : {}),
});

/** A handler that only looks at the numbers. */
export const seeing = (
  one: Subscription<Numbered>,
  see: (numbers: readonly number[]) => void | Promise<void>,
): BoundSubscription => bound(one, async ({ deliveries }) => see(deliveries.map(({ payload: { number } }) => number)));

/** Ports of a service with one project, `demo`, and no database. */
export const ports = (more: Partial<HandlingPorts> = {}): HandlingPorts => ({
  transaction: (tenant, work) => work({ tenant, sql: { query: () => Promise.resolve([]) }, publish: () => {} }),
  tenantReady: (tenant) => Promise.resolve(tenant === 'demo'),
  isUnavailable: () => false,
  log: silentLog,
  ...more,
});

/** Messages with the numbers from `first` up to, not including, `end`. */
export const numbers = (first: number, end: number): readonly { readonly payload: Numbered }[] =>
  Array.from({ length: end - first }, (_, place) => ({ payload: { number: first + place } }));

export const count = (first: number, end: number): readonly number[] =>
  numbers(first, end).map((one) => one.payload.number);
