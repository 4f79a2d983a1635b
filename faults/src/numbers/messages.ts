/** The messages of the harness: a number, what its handler is to do with it, and the answer to it. */
import type { Publication, Subscription, Validator } from '@regards/core';

/**
 * - `throw`: fails at each try; with `times` so often, and then no more
 * - `refuse`: is refused by the handler
 * - `crash`: kills the process of its handler
 * - `rest`: takes its handler `times` milliseconds
 */
export interface Numbered {
  readonly number: number;
  readonly does?: 'throw' | 'refuse' | 'crash' | 'rest';
  readonly times?: number;
}

const isNumbered = (value: unknown): value is Numbered =>
  typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'number';

const payload: Validator<Numbered> = (value) =>
  isNumbered(value) ? { valid: true, value } : { valid: false, faults: ['number is missing'] };

const publication = (name: string): Publication<Numbered> => ({
  name,
  virtualHost: 'multitenant',
  exchange: { name: `faults.${name}`, type: 'fanout', durable: true },
  routingKey: '',
  type: `faults.${name}`,
  converter: 'GSON',
  payload,
});

export const asking = publication('asking');
export const answering = publication('answering');

export const tenant = 'demo';
/** Who handles what is asked for, and who asks. */
export const [service, requester] = ['rs-faults', 'rs-requester'];

/** REGARDS's ladder, a hundred times as fast. */
export const fastLadderMs: readonly number[] = [50, 300, 1_200, 6_000];

export const askingSubscription = (more: Partial<Subscription<Numbered>> = {}): Subscription<Numbered> => ({
  ...asking,
  service,
  handler: 'AskingHandler',
  target: 'one',
  batch: { size: 50, waitMs: 10 },
  retryMs: fastLadderMs,
  invalid: 'dead-letter',
  ...more,
});

export const answeringSubscription: Subscription<Numbered> = {
  ...answering,
  service: requester,
  handler: 'AnsweringHandler',
  target: 'one',
  batch: { size: 200, waitMs: 10 },
  retryMs: fastLadderMs,
  invalid: 'dead-letter',
};

export const queueOf = ({ service: owner, handler }: Pick<Subscription, 'service' | 'handler'>): string =>
  `regards.broadcast.${owner}.${handler}`;

export const askingQueue = queueOf(askingSubscription());
