/** The messages that a service tells and hears as its contract has them. */
import type { Document, ServiceDocuments } from './documents.ts';
import { listOf, objectOf, objectsOf, textOf } from './json.ts';
import type { JsonObject } from './json.ts';
import { resolved } from './schema.ts';
import type { Schema } from './schema.ts';

/** What becomes of a message that is heard. */
export interface Delivery {
  /** `one` instance takes it, or `all` do. */
  readonly target: string;
  readonly batchSize: string;
  readonly batchWait: string;
  /** Times before each new try. */
  readonly retry: readonly string[];
  /** `dead-letter`, or `answer`. */
  readonly invalid: string;
}

export interface MessageOperation {
  readonly service: string;
  readonly id: string;
  /** `send` when the service tells it, `receive` when it hears it. */
  readonly action: string;
  readonly summary: string;
  readonly description: string;
  readonly exchange: { readonly name: string; readonly type: string };
  readonly routingKey: string;
  /** `instance` or `multitenant`. */
  readonly virtualHost: string;
  /** Name of the message. */
  readonly message: string;
  /** The header regards.type. */
  readonly type: string;
  readonly converter: string;
  readonly headers: Schema;
  readonly payload: Schema;
  /** Of what is heard. */
  readonly handler?: string;
  readonly delivery?: Delivery;
}

/** In the order of the contract, [] for a service without messages. */
export const messagesOf = ({ name, messages }: ServiceDocuments): MessageOperation[] =>
  messages === undefined
    ? []
    : objectsOf(messages['operations']).map(([id, operation]) => messageOf(messages, { service: name, id }, operation));

function messageOf(
  document: Document,
  place: { service: string; id: string },
  operation: JsonObject,
): MessageOperation {
  const channel = resolved(document, operation['channel']);
  const [first] = [...listOf(operation['messages']), ...Object.values(objectOf(channel['messages']))];
  const message = resolved(document, first);
  const exchange = objectOf(objectOf(objectOf(channel['bindings'])['amqp'])['exchange']);
  const server = resolved(document, listOf(channel['servers'])[0]);
  const handler = textOf(operation['x-regards-handler']);
  return {
    ...place,
    action: textOf(operation['action']),
    summary: textOf(operation['summary']) || textOf(message['summary']),
    description: textOf(channel['description']),
    exchange: { name: textOf(exchange['name']), type: textOf(exchange['type']) },
    routingKey: textOf(channel['x-regards-routing-key']),
    virtualHost: textOf(server['pathname']).split('.')[1] ?? '',
    message: textOf(message['name']),
    type: textOf(message['x-regards-type']),
    converter: textOf(message['x-regards-converter']),
    headers: objectOf(message['headers']),
    payload: objectOf(message['payload']),
    ...(handler === '' ? {} : { handler, delivery: deliveryOf(objectOf(operation['x-regards-delivery'])) }),
  };
}

/** With what a contract need not say (docs/contracts.md, Extensions). */
function deliveryOf(delivery: JsonObject): Delivery {
  const { batch, retry } = delivery;
  return {
    target: textOf(delivery['target']) || 'one',
    batchSize: textOf(objectOf(batch)['size']) || '1000',
    batchWait: textOf(objectOf(batch)['wait']) || '100ms',
    retry: (retry === undefined ? ['5s', '30s', '2min', '10min'] : listOf(retry)).map(textOf),
    invalid: textOf(delivery['invalid']) || 'dead-letter',
  };
}
