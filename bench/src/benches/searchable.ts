/** The delay from a request to its product in a search. */
import type { Bench } from '../bench.ts';
import { searchable } from '../ingest/searchable.ts';

export const searchableBench: Bench = {
  name: 'searchable',
  what: 'from a request that is published to its product in a search, while features come in at a rate',
  beside: 'the goal alone',
  run: async ({ platform, isQuick }) => searchable(await platform(), isQuick ? 200 : 2_000, isQuick ? 15 : 60),
};
