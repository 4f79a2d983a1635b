/** Handled messages are remembered for longer than any of them is tried again. */
import { expect, test } from '@jest/globals';
import type { Subscription } from '@regards/core';
import { checkRemembering } from '../src/remembering.ts';

const heard = (handler: string, retryMs: readonly number[]): Subscription => ({
  name: handler,
  virtualHost: 'multitenant',
  exchange: { name: 'things', type: 'fanout', durable: true },
  routingKey: '',
  type: 'Thing',
  payload: (value) => ({ valid: true, value }),
  service: 'rs-things',
  handler,
  target: 'one',
  batch: { size: 1, waitMs: 1 },
  retryMs,
  invalid: 'dead-letter',
});

test('a ladder that is longer than the memory is refused by its handler and the setting', () => {
  const [short, long] = [heard('Short', [5_000]), heard('Long', [1_800_000, 5_400_000])];
  expect(() => checkRemembering(2, [short, long])).toThrow(
    /regards\.amqp\.inbox\.hours is 2: messages of Long .* 2\.0 h/,
  );
  checkRemembering(3, [short, long]);
});
