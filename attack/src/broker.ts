/** The broker seen from outside, by its HTTP API: any message can be put in, and every queue looked into. */
import { at } from './json.ts';
import { call } from './http.ts';

export interface RawMessage {
  readonly exchange: string;
  readonly payload: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface Broker {
  /** Whether a queue took the message. @throws Error when the broker refused it */
  readonly publish: (message: RawMessage) => Promise<boolean>;
  /** Message ids that rest in dead-letter queues. */
  readonly deadLetters: () => Promise<ReadonlySet<string>>;
}

/** Dead letters looked at in each queue; an attack leaves fewer. */
const mostDeadLetters = 20_000;

/** @param management address of the HTTP API, user and password included @param amqp address of the virtual host */
export function brokerAt(management: string, amqp: string): Broker {
  const { username, password, origin } = new URL(management);
  const host = new URL(amqp).pathname.slice(1);
  const headers = { authorization: `Basic ${btoa(`${username}:${password}`)}`, 'content-type': 'application/json' };
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await call(method, `${origin}/api/${path}`, {
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status !== 200) throw new Error(`the broker's API answered ${answer.status} to ${path}: ${answer.text}`);
    return answer.body;
  };
  return {
    async publish({ exchange, payload, headers: own, properties = {} }) {
      const answer = await ask('POST', `exchanges/${host}/${encodeURIComponent(exchange)}/publish`, {
        routing_key: '',
        payload,
        payload_encoding: 'string',
        properties: { content_type: 'application/json', delivery_mode: 2, ...properties, headers: own },
      });
      return at(answer, 'routed') === true;
    },

    async deadLetters() {
      const queues = (await ask('GET', `queues/${host}?disable_stats=true&enable_queue_totals=true`)) as {
        name: string;
      }[];
      const resting = queues.filter(({ name }) => name.endsWith('.DLQ'));
      const found = await Promise.all(
        resting.map(({ name }) =>
          ask('POST', `queues/${host}/${encodeURIComponent(name)}/get`, {
            count: mostDeadLetters,
            ackmode: 'reject_requeue_true',
            encoding: 'auto',
            truncate: 1,
          }),
        ),
      );
      return new Set(
        (found as { properties: { message_id?: string } }[][])
          .flat()
          .map(({ properties }) => properties.message_id ?? ''),
      );
    },
  };
}
