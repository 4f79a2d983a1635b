/** The outbox after the broker was away. */
import type { Bench } from '../bench.ts';
import { outbox } from '../ingest/outbox.ts';

export const outboxBench: Bench = {
  name: 'outbox',
  what: 'messages that wait in an outbox, until the broker has confirmed all',
  beside: 'the goal alone',
  run: async ({ platform, isQuick }) => outbox(await platform(), isQuick ? 50_000 : 1_000_000),
};
