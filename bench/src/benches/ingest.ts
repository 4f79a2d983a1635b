/** Features by AMQP. */
import type { Bench } from '../bench.ts';
import { ingest } from '../ingest/ingest.ts';

export const ingestBench: Bench = {
  name: 'ingest',
  what: 'features by AMQP, from the first request to the last `SUCCESS`, with rs-catalog indexing them; CPU and memory',
  beside:
    'the raw pipeline before and after: consume, COPY into PostGIS, one confirmed answer each, on the same servers',
  run: async ({ platform, isQuick }) => ingest(await platform(), isQuick ? 20_000 : 200_000),
};
