/** Every operation gets generated requests, valid and invalid, and answers each as its contract says. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operationsOf, readService } from '@regards/reference';
import { readEnvironment } from '@regards/settings';
import { startWholePlatform } from '../../platform/src/testing/whole-platform.ts';
import type { WholePlatform } from '../../platform/src/testing/whole-platform.ts';
import { fuzzOperation } from '../src/index.ts';

const { REGARDS_FUZZ_RUNS: more, REGARDS_FUZZ_SEED: again } = readEnvironment();
const runs = Number(more ?? 12);
const seed = Number(again ?? 1);
const services = ['rs-admin-instance', 'rs-admin', 'rs-authentication', 'rs-catalog', 'rs-dam', 'rs-fem'];

let whole: WholePlatform;

beforeAll(async () => {
  whole = await startWholePlatform();
}, 120_000);

afterAll(() => whole.close());

describe.each(services)('%s', (name) => {
  const service = readService(name);
  const [tenant, role] = name === 'rs-admin-instance' ? ['instance', 'INSTANCE_ADMIN'] : ['demo', 'PROJECT_ADMIN'];

  test.each(operationsOf(service).map((operation) => [operation.id, operation] as const))(
    '%s answers what its contract says',
    async (_id, operation) => {
      const faults = await fuzzOperation(service.rest ?? {}, operation, {
        url: whole.services.get(name) ?? '',
        token: await whole.platform.userToken({ tenant, role }),
        runs,
        seed,
      });
      expect(faults).toEqual([]);
    },
    30_000 + runs * 2_000,
  );
});
