/** The catalogue built anew. */
import type { Bench } from '../bench.ts';
import { rebuild } from '../ingest/rebuild.ts';

export const rebuildBench: Bench = {
  name: 'rebuild',
  what: 'the catalogue built anew from rs-fem',
  beside: 'what pypgstac loads on two cores',
  run: async ({ platform }) => rebuild(await platform()),
};
