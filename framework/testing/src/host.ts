/** A virtual host of a test, and the broker's management API on it. */
import { randomUUID } from 'node:crypto';
import { readTestEnvironment } from '@regards/settings';
import type { TestEnvironment } from '@regards/settings';
import { until } from './until.ts';

export interface Letter {
  readonly payload: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface TestHost {
  readonly name: string;
  readonly url: string;
  /** Publishes as any client could. */
  publish(exchange: string, payload: string, properties?: object): Promise<void>;
  /** What rests in a queue, which stays there. */
  letters(queue: string): Promise<readonly Letter[]>;
  /** Names of the queues there are. */
  queues(): Promise<readonly string[]>;
  manage(method: string, path: string, body?: object): Promise<unknown>;
  /** Cuts every connection to the host; gives their number. */
  cutConnections(): Promise<number>;
  remove(): Promise<void>;
}

export async function createHost(
  { amqpUrl, managementUrl }: Pick<TestEnvironment, 'amqpUrl' | 'managementUrl'> = readTestEnvironment(),
): Promise<TestHost> {
  const name = `test-${randomUUID()}`;
  const { origin, username, password } = new URL(managementUrl);
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  const manage = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${origin}/api/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: authorization },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} to ${method} ${path}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  // Nodes of a busy cluster take their time: the API gives up after 10 s, and gives its maker no rights then.
  await until(() => manage('PUT', `vhosts/${name}`).then(() => true), { withinMs: 90_000 });
  await manage('PUT', `permissions/${name}/${username}`, { configure: '.*', write: '.*', read: '.*' });
  const url = new URL(amqpUrl);
  url.pathname = `/${name}`;
  return {
    name,
    url: url.href,
    manage,
    async publish(exchange, payload, properties = {}) {
      await manage('POST', `exchanges/${name}/${exchange}/publish`, {
        properties,
        routing_key: '',
        payload,
        payload_encoding: 'string',
      });
    },
    async letters(queue) {
      const found = await manage('POST', `queues/${name}/${encodeURIComponent(queue)}/get`, {
        count: 100_000,
        ackmode: 'ack_requeue_true',
        encoding: 'auto',
      });
      return (found as { payload: string; properties: { headers?: Record<string, unknown> } }[]).map(
        ({ payload, properties: { headers = {} } }) => ({ payload, headers }),
      );
    },
    queues: async () => ((await manage('GET', `queues/${name}`)) as { name: string }[]).map((queue) => queue.name),
    async cutConnections() {
      const connections = (await manage('GET', 'connections')) as { name: string; vhost: string }[];
      const own = connections.filter(({ vhost }) => vhost === name);
      // One that has just ended by itself is gone as well.
      await Promise.allSettled(own.map((one) => manage('DELETE', `connections/${encodeURIComponent(one.name)}`)));
      return own.length;
    },
    remove: async () => void (await manage('DELETE', `vhosts/${name}`)),
  };
}
