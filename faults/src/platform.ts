/** A platform for one repetition: a database, virtual hosts and keys of its own on the harness's servers. */
import { readTestEnvironment } from '@regards/settings';
import type { TestEnvironment } from '@regards/settings';
import { createTestPlatform } from '@regards/testing';
import { createHost } from '@regards/testing/host';
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

export interface Resting {
  /** Of the request that it was. */
  readonly id: string;
  readonly reason: unknown;
}

/** Reads the dead letters of a queue of the platform's, which stay there. */
export async function restingLetters(
  turn: Turn,
  platform: TestPlatform,
): Promise<(queue: string) => Promise<Resting[]>> {
  const own = await createHost(environmentOf(turn));
  turn.defer(() => own.remove());
  const host = new URL(platform.amqp.multitenant).pathname.slice(1);
  return async (queue) => {
    const found = (await own.manage('POST', `queues/${host}/${queue}.DLQ/get`, {
      count: 1_000,
      ackmode: 'ack_requeue_true',
      encoding: 'base64',
    })) as { properties: { headers?: Record<string, unknown> } }[];
    return found.map(({ properties: { headers = {} } }) => ({
      id: String(headers['regards.request.id']),
      reason: headers['x-exception-message'],
    }));
  };
}
