/** The scenarios that are soon over, with small counts, on the servers of the tests: `make faults` runs all of them. */
import { expect, test } from '@jest/globals';
import type { TestServers } from '@regards/platform/test-servers';
import { readEnvironment } from '@regards/settings';
import { runScenario } from '../src/running.ts';
import { allScenarios } from '../src/scenarios/index.ts';

const refuse = (): never => {
  throw new Error('these servers serve other tests too');
};
const servers: TestServers = {
  variables: Object.fromEntries(Object.entries(readEnvironment()).filter(([name]) => name.startsWith('REGARDS_TEST_'))),
  signal: refuse,
  restart: refuse,
  control: refuse,
  stop: refuse,
};
/** Nothing in them waits for a time that a busy machine would not keep. */
const soonOver = ['M5', 'M6', 'M14', 'M15', 'M19', 'M20', 'O1', 'O3', 'O7', 'O14'];

test.each(allScenarios.filter(({ id }) => soonOver.includes(id)).map((one) => [one.id, one.sentence, one] as const))(
  '%s: %s',
  async (_id, _sentence, scenario) => {
    const { faults, asked, passed, repetitions } = await runScenario(scenario, { size: 'test', factor: 1, servers });
    expect({ faults, passed }).toEqual({ faults: [], passed: repetitions });
    expect(asked).toBeGreaterThan(0);
  },
  120_000,
);
