/** Rules of messages. */
import path from 'node:path';
import { readYaml } from '../contracts.ts';
import type { ServiceContract } from '../contracts.ts';
import { milliseconds } from '../durations.ts';
import { listOf, objectOf, objectsOf, pointed, textOf } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { unless } from './fault.ts';

const converters = ['GSON', 'JACKSON'];
const pathnames = ['/regards.instance.manager', '/regards.multitenant.manager'];

export function messageFaults({ name, asyncApi }: ServiceContract): string[] {
  if (asyncApi === undefined) return [];
  const document: Located = { file: asyncApi, value: readYaml(asyncApi) };
  const handlers = new Map<string, string>();
  return objectsOf(objectOf(document.value)['operations']).flatMap(([id, operation]) => {
    const place = `contracts/${name}/asyncapi.yaml ${id}`;
    const handler = textOf(operation['x-regards-handler']);
    const isReceived = operation['action'] === 'receive';
    const faults = [
      ...unless(/^[a-z][A-Za-z0-9]*$/.test(id), `${place}: an operation is named in camelCase`),
      ...unless(textOf(operation['summary']) !== '', `${place}: summary is missing`),
      ...(isReceived ? receivedFaults(place, operation) : []),
      ...unless(
        !isReceived || !handlers.has(handler),
        `${place}: x-regards-handler names the queue of ${handlers.get(handler)} too`,
      ),
      ...channelFaults(place, follow({ ...document, value: operation['channel'] })),
      ...contentFaults(place, messagesOf(operation, document)),
    ];
    handlers.set(handler, id);
    return faults;
  });
}

function receivedFaults(place: string, operation: JsonObject): string[] {
  const delivery = operation['x-regards-delivery'];
  const { target = 'one', batch, retry = [], invalid = 'dead-letter' } = objectOf(delivery);
  const { size = 1, wait = '100ms' } = objectOf(batch);
  return [
    ...unless(
      textOf(operation['x-regards-handler']) !== '',
      `${place}: x-regards-handler is missing; it names the queue`,
    ),
    ...unless(delivery !== undefined, `${place}: x-regards-delivery is missing; it says what becomes of failures`),
    ...unless(target === 'one' || target === 'all', `${place}: x-regards-delivery.target is one or all`),
    ...unless(typeof size === 'number' && size >= 1, `${place}: x-regards-delivery.batch.size is a number from 1`),
    ...[wait, ...listOf(retry)].flatMap((time) =>
      unless(milliseconds(time) !== undefined, `${place}: x-regards-delivery: ${textOf(time)} is no time, such as 5s`),
    ),
    ...unless(
      invalid === 'dead-letter' || invalid === 'answer',
      `${place}: x-regards-delivery.invalid is dead-letter or answer`,
    ),
  ];
}

function channelFaults(place: string, channel: Located): string[] {
  const { servers, bindings } = objectOf(channel.value);
  const exchange = objectOf(objectOf(objectOf(bindings)['amqp'])['exchange']);
  const hosts = listOf(servers).map((one) => textOf(objectOf(follow({ ...channel, value: one }).value)['pathname']));
  return [
    ...unless(
      hosts.length === 1 && hosts.every((host) => pathnames.includes(host)),
      `${place}: its channel has one server, with the pathname ${pathnames.join(' or ')}`,
    ),
    ...unless(textOf(exchange['name']) !== '', `${place}: bindings.amqp.exchange.name of its channel is missing`),
  ];
}

/** The messages an operation names, or all of its channel (AsyncAPI 3.0, Operation Object). */
function messagesOf(operation: JsonObject, document: Located): JsonObject[] {
  const channel = follow({ ...document, value: operation['channel'] });
  const named = listOf(operation['messages']).map((value) => ({ ...document, value }));
  const all = Object.values(objectOf(objectOf(channel.value)['messages'])).map((value) => ({ ...channel, value }));
  return (named.length > 0 ? named : all).map((one) => objectOf(follow(one).value));
}

function contentFaults(place: string, [message, ...more]: readonly JsonObject[]): string[] {
  if (message === undefined || more.length > 0) return [`${place}: an operation has one message`];
  return [
    ...unless(textOf(message['x-regards-type']) !== '', `${place}: x-regards-type of its message is missing`),
    ...unless(
      converters.includes(textOf(message['x-regards-converter'])),
      `${place}: x-regards-converter of its message is ${converters.join(' or ')}`,
    ),
    ...unless(
      /schemas\/\w+\.yaml$/.test(textOf(objectOf(message['payload'])['$ref'])),
      `${place}: the payload of its message is a file of schemas/`,
    ),
    ...unless(
      message['headers'] === undefined || /schemas\/\w+\.yaml$/.test(textOf(objectOf(message['headers'])['$ref'])),
      `${place}: the headers of its message are a file of schemas/`,
    ),
  ];
}

/** A value and the file it stands in, to which its references are relative. */
interface Located {
  readonly file: string;
  readonly value: Json | undefined;
}

function follow(located: Located): Located {
  const { $ref } = objectOf(located.value);
  if (typeof $ref !== 'string') return located;
  const [place = '', pointer = ''] = $ref.split('#');
  const file = place === '' ? located.file : path.resolve(path.dirname(located.file), place);
  return follow({ file, value: pointed(readYaml(file), pointer) });
}
