/** The catalogue. */
import type { Bench } from '../bench.ts';
import { catalogue } from '../catalogue/catalogue.ts';

export const catalogueBench: Bench = {
  name: 'catalogue',
  what: 'STAC searches and paging through the gateway, after loading by AMQP; answers, latency, processor time, memory',
  beside: 'stac-fastapi-pgstac on the same items, or what PostgreSQL takes for hand-written SQL',
  run: catalogue,
};
