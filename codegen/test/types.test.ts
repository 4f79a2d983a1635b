import { expect, test } from '@jest/globals';
import { formatted } from '../src/format.ts';
import type { JsonObject } from '../src/json.ts';
import { typesFile } from '../src/types.ts';
import { validatorFiles } from '../src/validators.ts';

const file = (schema: JsonObject, name = 'Thing') => ({
  name,
  owner: 'rs-example',
  file: `${name}.yaml`,
  schema: { title: name, ...schema },
});
const typesOf = async (schema: JsonObject) => formatted(await typesFile('rs-example', [file(schema)], []));

const members: readonly (readonly [JsonObject, string])[] = [
  [{ type: 'object', properties: { a: { anyOf: [{ $ref: './Other.yaml' }, { type: 'null' }] } } }, 'a?: Other | null'],
  [
    { type: 'object', properties: { a: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number' } } } },
    'a?: number[]',
  ],
  [{ type: 'object', properties: { a: { type: 'object' } } }, '[k: string]: unknown'],
  [{ type: 'object', required: ['a'], properties: { a: { description: 'Whatever.' } } }, 'a: unknown'],
  [{ type: 'object', properties: { a: { const: 'Feature' } } }, "a?: 'Feature'"],
  [{ type: 'object', properties: { a: { type: 'string', description: 'It ends */ here.' } } }, 'It ends *\\/ here.'],
  [{ type: 'object', properties: { 'a.b': { type: ['string', 'null'] } } }, "'a.b'?: string | null"],
];

test.each(members)('%j has %s', async (schema, text) => {
  expect((await typesOf(schema)).replaceAll('"', "'")).toContain(text);
});

test('types of others are imported where they are used and passed on where operations name them', async () => {
  const types = await typesFile(
    'rs-example',
    [file({ type: 'object', properties: { links: { $ref: '../../common/schemas/Links.yaml' } } })],
    [
      { owner: 'common', name: 'Problem' },
      { owner: 'rs-example', name: 'Thing' },
      { owner: 'common', name: 'Problem' },
    ],
  );
  expect(types).toContain(
    "import type { Links } from '../common/types.ts';\nexport type { Links, Problem } from '../common/types.ts';",
  );
  expect(types.match(/interface/g)).toHaveLength(1);
});

test('a schema with a format that nobody checks is refused by its name', () => {
  const schema = file({ type: 'object', properties: { a: { type: 'string', format: 'colour' } } });
  expect(() => validatorFiles('rs-example', [schema], '/nowhere')).toThrow(
    /rs-example\/schemas\/Thing\.yaml: .*unknown format "colour"/,
  );
});

test('a schema with a rule that is none is refused by its name', () => {
  const schema = file({ type: 'object', properties: { a: { type: 'string', minLength: 'one' } } });
  expect(() => validatorFiles('rs-example', [schema], '/nowhere')).toThrow(/minLength/);
});
