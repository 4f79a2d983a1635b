/** Rules of schema files. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readYaml, schemaReference } from '../contracts.ts';
import type { SchemaFile } from '../contracts.ts';
import { objectOf, objectsIn, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { unless } from './fault.ts';
import { listFaults } from './lists.ts';

const envelopes = ['resource', 'resources', 'page'];

export function schemaFaults({ name, owner, schema }: SchemaFile, folder: string): string[] {
  const place = `contracts/${owner}/schemas/${name}.yaml`;
  return [
    ...unless(schema['title'] === name, `${place}: title is not the file's name`),
    ...unless(/^[A-Z][A-Za-z0-9]*$/.test(name), `${place}: a file is named in PascalCase, as its type is`),
    ...unless(textOf(schema['description']) !== '', `${place}: description is missing`),
    ...unless(
      owner === 'common' || !existsSync(path.join(folder, 'common/schemas', `${name}.yaml`)),
      `${place}: contracts/common has a schema of that name`,
    ),
    ...[...objectsIn(schema)].flatMap(([one, way]) =>
      innerFaults(`${place} ${way.join('.')}`.trim(), one, way, owner, folder),
    ),
    ...envelopeFaults(place, schema, owner, folder),
    ...listFaults(place, schema),
  ];
}

function innerFaults(place: string, one: JsonObject, way: readonly string[], owner: string, folder: string): string[] {
  const { $ref } = one;
  const isMember = way.at(-1) === 'properties';
  if ($ref === undefined || isMember) {
    return [
      ...unless(isMember || way.length === 0 || typeof one['title'] !== 'string', `${place}: only a file has a title`),
      ...unless(
        isMember || one['$defs'] === undefined,
        `${place}: $defs is not used; each schema has a file of its own`,
      ),
    ];
  }
  const target = schemaReference($ref, owner);
  return unless(
    target !== undefined && existsSync(path.join(folder, target.owner, 'schemas', `${target.name}.yaml`)),
    `${place}: ${textOf($ref)} leads to no schema file`,
  );
}

/** An envelope has what the framework writes: `content` and `links`, of each element where it holds several. */
function envelopeFaults(place: string, schema: JsonObject, owner: string, folder: string): string[] {
  const { properties, items } = schema;
  const envelope = schema['x-regards-envelope'];
  if (envelope === undefined)
    return unless(schema['x-regards-links'] === undefined, `${place}: x-regards-links stands on a resource`);
  if (envelope === 'resource') {
    return ['content', 'links'].flatMap((name) =>
      unless(name in objectOf(properties), `${place}: a resource has ${name}`),
    );
  }
  if (!envelopes.includes(textOf(envelope))) {
    return [`${place}: x-regards-envelope is one of ${envelopes.join(', ')}`];
  }
  const content = envelope === 'page' ? objectOf(objectOf(objectOf(properties)['content'])['items']) : objectOf(items);
  const element = schemaReference(content['$ref'], owner);
  const file = element && path.join(folder, element.owner, 'schemas', `${element.name}.yaml`);
  return [
    ...unless(
      file !== undefined && existsSync(file) && readYaml(file)['x-regards-envelope'] === 'resource',
      `${place}: the elements of a ${textOf(envelope)} are resources`,
    ),
    ...unless(envelope !== 'page' || 'metadata' in objectOf(properties), `${place}: a page has metadata`),
  ];
}
