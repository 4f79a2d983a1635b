/** One document of everything that the gateway leads to, as generators of clients understand it best. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject, listOf, objectOf, objectsOf, textOf } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { methods } from '../openapi/document.ts';
import { pascal } from '../text.ts';
import { downgraded } from './downgraded.ts';

/** The gateway leads to neither. */
const inner = new Set(['rs-config', 'rs-registry', 'rs-gateway', 'common', 'platform']);

/** @param folder where the bundled documents of the services stand, a folder each */
export function mergedDocument(folder: string, version: string): JsonObject {
  const services = readdirSync(folder).filter(
    (name) => !inner.has(name) && existsSync(path.join(folder, name, 'openapi.json')),
  );
  const documents = services.map((service): [string, JsonObject] => [
    service,
    JSON.parse(readFileSync(path.join(folder, service, 'openapi.json'), 'utf8')) as JsonObject,
  ]);
  const names = schemaNames(documents);
  const repeated = repeatedOperations(documents);
  const schemas: JsonObject = {};
  const paths: JsonObject = {};
  const tags = new Map<string, JsonObject>();
  for (const [service, document] of documents) {
    const mine = renamed(document, (name) => names.get(`${service} ${name}`) ?? name);
    for (const [name, schema] of objectsOf(objectOf(document['components'])['schemas']))
      schemas[names.get(`${service} ${name}`) ?? name] = renamed(
        schema,
        (one) => names.get(`${service} ${one}`) ?? one,
      );
    for (const [place, item] of objectsOf(mine['paths']))
      paths[`/${service}${place}`] = pathItem(mine, service, item, repeated);
    for (const tag of listOf(document['tags']).map(objectOf))
      tags.set(tagOf(service, textOf(tag['name'])), { ...tag, name: tagOf(service, textOf(tag['name'])) });
  }
  return downgraded({
    openapi: '3.0.3',
    info: {
      title: 'REGARDS',
      version,
      description: 'The data-archive platform of CNES.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: 'http://127.0.0.1:8080/api/v1', description: 'The gateway of a platform' }],
    tags: [...tags.values()],
    security: [{ token: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: { token: { type: 'http', scheme: 'bearer' }, oauthClient: { type: 'http', scheme: 'basic' } },
    },
  });
}

/** The same tag of two services would become one class. */
const tagOf = (service: string, tag: string): string =>
  service === 'rs-fem' || service === 'rs-dam' ? tag : `${service.replace(/^rs-/, '')}-${tag}`;

/** Schemas of one name that differ get their service's name before it. */
function schemaNames(documents: readonly [string, JsonObject][]): Map<string, string> {
  const all = documents.flatMap(([service, document]) =>
    objectsOf(objectOf(document['components'])['schemas']).map(([name, schema]) => ({
      service,
      name,
      text: JSON.stringify(schema),
    })),
  );
  return new Map(
    [...Map.groupBy(all, ({ name }) => name).values()].flatMap((same) => {
      const isOne = new Set(same.map(({ text }) => text)).size === 1;
      return same.map(({ service, name }): [string, string] => [
        `${service} ${name}`,
        isOne ? name : `${pascal(service.replace(/^rs-/, ''))}${name}`,
      ]);
    }),
  );
}

/** Operations that several services have, such as those of jobs: their classes differ, their requests' names would not. */
function repeatedOperations(documents: readonly (readonly [string, JsonObject])[]): ReadonlySet<string> {
  const ids = documents.flatMap(([, document]) =>
    objectsOf(document['paths']).flatMap(([, item]) =>
      methods.map((method) => textOf(objectOf(item[method])['operationId'])),
    ),
  );
  return new Set(ids.filter((id, at) => id !== '' && ids.indexOf(id) !== at));
}

function renamed(value: JsonObject, nameOf: (name: string) => string): JsonObject {
  const prefix = '#/components/schemas/';
  const visit = (one: Json): Json => {
    if (Array.isArray(one)) return one.map(visit);
    if (!isObject(one)) return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, inside]): [string, Json] => [
        key,
        key === '$ref' && typeof inside === 'string' && inside.startsWith(prefix)
          ? prefix + nameOf(inside.slice(prefix.length))
          : visit(inside),
      ]),
    );
  };
  return visit(value) as JsonObject;
}

/** Operations with their parameters and answers written out, so that only schemas are shared. */
function pathItem(document: JsonObject, service: string, item: JsonObject, repeated: ReadonlySet<string>): JsonObject {
  const whole = (value: Json): Json => {
    const reference = textOf(objectOf(value)['$ref']);
    if (!reference.startsWith('#/components/') || reference.startsWith('#/components/schemas/')) return value;
    const [kind = '', name = ''] = reference.slice('#/components/'.length).split('/');
    return objectOf(objectOf(document['components'])[kind])[name] ?? value;
  };
  const shared = listOf(item['parameters']);
  return Object.fromEntries(
    methods.flatMap((method): [string, Json][] => {
      const { security = [], ...operation } = objectOf(item[method]);
      const id = textOf(operation['operationId']);
      if (id === '') return [];
      const isOpen = objectOf(operation['x-regards-access'])['role'] === 'NONE';
      return [
        [
          method,
          {
            ...operation,
            operationId: repeated.has(id) ? `${id}Of${pascal(service.replace(/^rs-/, ''))}` : id,
            tags: listOf(operation['tags']).map((tag) => tagOf(service, textOf(tag))),
            parameters: [...shared, ...listOf(operation['parameters'])].map(whole),
            responses: Object.fromEntries(
              objectsOf(operation['responses']).map(([status, one]) => [status, whole(one)]),
            ),
            ...(isOpen ? { security } : {}),
          },
        ],
      ];
    }),
  );
}
