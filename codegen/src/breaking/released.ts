/** The contracts as they were released last, and as they are: one file a service, nothing left to look up. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readYaml, schemaReference, withReferred } from '../contracts.ts';
import type { Contracts, SchemaFile, ServiceContract } from '../contracts.ts';
import { isObject, listOf, objectOf, objectsOf, pointed, textOf, transformed } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import type { MessageDocument } from './messages.ts';

export interface Released {
  readonly service: string;
  readonly version: string;
  readonly rest: JsonObject;
  readonly messages: MessageDocument;
}

/** What a service's contract says now. @param generated folder of its bundled OpenAPI document */
export function presentContract(service: ServiceContract, contracts: Contracts, generated: string): Released {
  const document = service.openApi ?? service.asyncApi;
  return {
    service: service.name,
    version: document === undefined ? '0.1.0' : textOf(objectOf(readYaml(document)['info'])['version']),
    rest: JSON.parse(readFileSync(path.join(generated, service.name, 'openapi.json'), 'utf8')) as JsonObject,
    messages: messageDocument(service, contracts),
  };
}

function messageDocument({ asyncApi, name }: ServiceContract, { folder }: Contracts): MessageDocument {
  if (asyncApi === undefined) return { operations: {}, schemas: {} };
  const schemas = new Map<string, SchemaFile>();
  const operations = objectsOf(readYaml(asyncApi)['operations']).map(([id, operation]): [string, Json] => {
    const channel = follow(asyncApi, operation['channel']);
    const message = messageOf(asyncApi, operation, channel);
    const part = (member: string): Json => schemaOf(message, objectOf(message.value)[member], folder, schemas);
    const { bindings, servers } = objectOf(channel.value);
    const { value: server } = follow(channel.file, listOf(servers)[0]);
    const { amqp } = objectOf(bindings);
    const { 'x-regards-type': type, 'x-regards-converter': converter } = objectOf(message.value);
    return [
      id,
      {
        action: operation['action'] ?? null,
        exchange: objectOf(amqp)['exchange'] ?? null,
        virtualHost: objectOf(server)['pathname'] ?? null,
        routingKey: objectOf(channel.value)['x-regards-routing-key'] ?? null,
        type: type ?? null,
        converter: converter ?? null,
        handler: operation['x-regards-handler'] ?? null,
        delivery: operation['x-regards-delivery'] ?? null,
        payload: part('payload'),
        headers: part('headers'),
      },
    ];
  });
  return {
    operations: Object.fromEntries(operations),
    schemas: Object.fromEntries(
      withReferred(folder, [...schemas.values()]).map((one) => [idOf(one), named(one.schema, one.owner)]),
    ),
  };

  /** A schema of a message stands in a file, which the rules of contracts see to. */
  function schemaOf(at: Located, value: Json | undefined, contracts: string, found: Map<string, SchemaFile>): Json {
    const reference = textOf(objectOf(value)['$ref']);
    if (reference === '') return true;
    const file = path.resolve(path.dirname(at.file), reference);
    const owner = path.relative(contracts, file).split(path.sep)[0] ?? name;
    const one = { name: path.basename(file, '.yaml'), owner, file, schema: readYaml(file) };
    found.set(file, one);
    return { $ref: `#/schemas/${idOf(one)}` };
  }
}

const idOf = ({ owner, name }: { readonly owner: string; readonly name: string }): string => `${owner}.${name}`;

const named = (schema: JsonObject, owner: string): Json =>
  transformed(schema, ({ $ref, ...rest }) => {
    const reference = schemaReference($ref, owner);
    return reference
      ? { ...rest, $ref: `#/schemas/${idOf(reference)}` }
      : $ref === undefined
        ? rest
        : { ...rest, $ref };
  });

interface Located {
  readonly file: string;
  readonly value: Json | undefined;
}

function follow(file: string, value: Json | undefined): Located {
  const { $ref } = objectOf(value);
  if (typeof $ref !== 'string') return { file, value };
  const [place = '', pointer = ''] = $ref.split('#');
  const target = place === '' ? file : path.resolve(path.dirname(file), place);
  return follow(target, pointed(readYaml(target), pointer));
}

function messageOf(file: string, operation: JsonObject, channel: Located): Located {
  const [first] = listOf(operation['messages']);
  if (first !== undefined) return follow(file, first);
  const [[, only] = []] = Object.entries(objectOf(objectOf(channel.value)['messages']));
  return follow(channel.file, only);
}

/** The snapshots in `folder`, by service. */
export function readReleased(folder: string): Map<string, Released> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => {
      const value: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
      if (!isObject(value)) throw new Error(`${path.join(folder, file)} holds no contract`);
      return [path.basename(file, '.json'), releasedOf(value)];
    }),
  );
}

/** Replaces the snapshots in `folder`. */
export function writeReleased(folder: string, contracts: readonly Released[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const one of contracts) writeFileSync(path.join(folder, `${one.service}.json`), `${JSON.stringify(one)}\n`);
}

const releasedOf = ({ service, version, rest, messages }: JsonObject): Released => ({
  service: textOf(service),
  version: textOf(version),
  rest: objectOf(rest),
  messages: {
    operations: objectOf(objectOf(messages)['operations']),
    schemas: objectOf(objectOf(messages)['schemas']),
  },
});
