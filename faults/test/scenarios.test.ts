/** Few repetitions of the scenarios that need little time: whoever breaks a guarantee sees it here. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestServers } from '@regards/platform/test-servers';
import { runScenarios } from '../src/running.ts';
import type { Result } from '../src/running.ts';
import { allScenarios } from '../src/scenarios/index.ts';
import { startFaultServers } from '../src/servers.ts';

const due = allScenarios.filter(({ repetitions }) => repetitions.test > 0);
let servers: TestServers;
let results: readonly Result[] = [];

// Together, since most of them wait more than they work.
beforeAll(async () => {
  servers = await startFaultServers();
  results = await runScenarios(due, { size: 'test', factor: 1, servers, told: () => {} });
}, 600_000);
afterAll(() => servers.stop());

test.each(due.map(({ id, sentence }) => [id, sentence]))('%s: %s', (id) => {
  const { repetitions, passed, lost, doubled, faults } = results.find(({ scenario }) => scenario === id) ?? {};
  expect({ passed, lost, doubled, faults }).toEqual({ passed: repetitions, lost: 0, doubled: 0, faults: [] });
});
