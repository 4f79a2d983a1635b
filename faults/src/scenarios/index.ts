/** All scenarios in the order of their names. */
import { clusterScenarios } from './cluster.ts';
import { jobScenarios } from './jobs.ts';
import { network } from './network.ts';
import { outbox } from './outbox.ts';
import { projects } from './projects.ts';
import { registry } from './registry.ts';
import { rolling } from './rolling.ts';
import { services } from './services.ts';
import { topology } from './topology.ts';
import { upgrades } from './upgrades.ts';
import { verdicts } from './verdicts.ts';
import type { Scenario } from '../scenario.ts';

const placeOf = (id: string): number => 'MORP'.indexOf(id.slice(0, 1)) * 100 + Number(id.slice(1));

export const allScenarios: readonly Scenario[] = [
  ...network,
  ...clusterScenarios,
  ...verdicts,
  ...topology,
  ...outbox,
  ...jobScenarios,
  ...registry,
  ...rolling,
  ...services,
  ...projects,
  ...upgrades,
].toSorted((one, other) => placeOf(one.id) - placeOf(other.id));

export { openScenarios } from './open.ts';
