/** A platform for one repetition: a database, virtual hosts and keys of its own on the harness's servers. */
import { readTestEnvironment } from '@regards/settings';
import type { TestEnvironment } from '@regards/settings';
import { createTestPlatform } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import type { Turn } from './scenario.ts';

/** The one project there is. */
export const project = 'demo';

export const environmentOf = (turn: Turn): TestEnvironment => readTestEnvironment(turn.servers.variables);

export async function openPlatform(turn: Turn): Promise<TestPlatform> {
  const platform = await createTestPlatform({ tenants: [project], environment: environmentOf(turn) });
  turn.defer(() => platform.close());
  return platform;
}
