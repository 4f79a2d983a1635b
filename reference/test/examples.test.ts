/** Every operation and every message of every contract has an example, and it keeps its schema. */
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { exampleOf, messagesOf, operationsOf, readServices } from '../src/index.ts';
import type { Document, Schema } from '../src/index.ts';

interface Case {
  readonly of: string;
  readonly document: Document;
  readonly schema: Schema;
}

const cases = readServices().flatMap((service): Case[] => {
  const { name, rest = {}, messages = {} } = service;
  return [
    ...operationsOf(service).flatMap(({ id, parameters, body, responses }) => [
      ...parameters.map((one) => ({ of: `${name} ${id} ${one.name}`, document: rest, schema: one.schema })),
      ...(body?.content ?? []).map(({ schema }) => ({ of: `${name} ${id} body`, document: rest, schema })),
      ...responses.flatMap(({ status, content }) =>
        content.map(({ schema, mediaType }) => ({
          of: `${name} ${id} ${status} ${mediaType}`,
          document: rest,
          schema,
        })),
      ),
    ]),
    ...messagesOf(service).flatMap(({ id, headers, payload }) => [
      { of: `${name} ${id} headers`, document: messages, schema: headers },
      { of: `${name} ${id} payload`, document: messages, schema: payload },
    ]),
  ];
});

const validators = new Map<Document, Ajv2020>();

function faultsOf({ document, schema }: Case): string[] {
  const known = validators.get(document);
  const ajv = known ?? new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  if (!known) validators.set(document, ajv.addSchema(document, 'document'));
  const validate = ajv.compile(pointingInto('document', schema));
  return validate(exampleOf(document, schema))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

const pointingInto = (document: string, schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#', `"$ref":"${document}#`)) as Schema;

/** Most refer to a few schemas, and each is looked at once. */
const distinct = [
  ...Map.groupBy(cases, ({ document, schema }) => `${JSON.stringify(document['info'])} ${JSON.stringify(schema)}`),
].flatMap(([, [first]]) => first ?? []);

test('every parameter, body, answer and message has an example that keeps its schema', () => {
  expect(cases.length).toBeGreaterThan(500);
  const faults = distinct.flatMap((one) => {
    try {
      return faultsOf(one).map((fault) => `${one.of}: ${fault}`);
    } catch (failure) {
      return [`${one.of}: ${failure instanceof Error ? failure.message : String(failure)}`];
    }
  });
  expect(faults).toEqual([]);
});

test('a text that has a pattern and no example is told with the way to it', () => {
  const document = {
    schemas: { Thing: { type: 'object', properties: { name: { type: 'string', pattern: '^x' } } } },
  };
  expect(() => exampleOf(document, { $ref: '#/schemas/Thing' })).toThrow('Thing.name: no example');
});

test('a schema that holds itself has an example that ends', () => {
  const Part = {
    type: 'object',
    properties: { id: { type: 'integer' }, parts: { type: 'array', items: { $ref: '#/schemas/Part' } } },
  };
  expect(exampleOf({ schemas: { Part } }, { $ref: '#/schemas/Part' })).toEqual({ id: 1, parts: [] });
});
