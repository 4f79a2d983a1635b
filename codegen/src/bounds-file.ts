/** bounds.ts: how long the lists of a contract may be, for whoever lets them grow. */
import type { SchemaFile } from './contracts.ts';
import { objectsOf } from './json.ts';
import type { JsonObject } from './json.ts';
import { header } from './text.ts';

/** @param owner folder of the contract */
export function boundsFile(owner: string, schemas: readonly SchemaFile[]): string {
  const entries = schemas.flatMap(({ name, schema }) => [
    ...boundOf(name, schema),
    ...objectsOf(schema['properties']).flatMap(([member, inner]) => boundOf(`${name}.${member}`, inner)),
  ]);
  return [
    header(`${owner}/schemas`),
    `/** Elements of a list at most, by its schema or the member of a schema that it is. */\n`,
    `export const bounds = {\n${entries.map((entry) => `  ${entry},\n`).join('')}} as const;\n`,
  ].join('');
}

const boundOf = (name: string, { maxItems }: JsonObject): string[] =>
  typeof maxItems === 'number' ? [`'${name}': ${maxItems}`] : [];
