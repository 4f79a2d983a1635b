/** All benches, in the order in which they run: what needs the machine for itself comes first. */
import type { Bench } from '../bench.ts';
import { catalogueBench } from './catalogue.ts';
import { gatewayBench } from './gateway.ts';
import { ingestBench } from './ingest.ts';
import { outboxBench } from './outbox.ts';
import { rebuildBench } from './rebuild.ts';
import { searchableBench } from './searchable.ts';
import { upBench } from './up.ts';

export const benches: readonly Bench[] = [
  gatewayBench,
  upBench,
  outboxBench,
  ingestBench,
  searchableBench,
  rebuildBench,
  catalogueBench,
];
