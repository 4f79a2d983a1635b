import { expect, test } from '@jest/globals';
import type { Json } from '../src/json.ts';
import { typeOf } from '../src/openapi/schema-type.ts';

const cases: readonly (readonly [Json, string, readonly string[]])[] = [
  [{ type: 'string' }, 'string', []],
  [{ type: 'integer' }, 'number', []],
  [{ type: 'number' }, 'number', []],
  [{ type: 'boolean' }, 'boolean', []],
  [{ type: ['string', 'null'] }, 'string | null', []],
  [{ type: ['array', 'null'], items: { type: 'string' } }, '(string)[] | null', []],
  [{ enum: ['a', "b'c", 1] }, "'a' | 'b\\'c' | 1", []],
  [{ const: 'a' }, "'a'", []],
  [{ type: 'array', items: { enum: ['a', 'b'] } }, "('a' | 'b')[]", []],
  [{ type: 'object' }, 'Record<string, unknown>', []],
  [{}, 'unknown', []],
  [{ $ref: '#/components/schemas/Model' }, 'Model', ['Model']],
  [{ type: 'array', items: { $ref: '#/components/schemas/Model' } }, '(Model)[]', ['Model']],
];

test.each(cases)('%j is %s', (schema, type, names) => {
  const used = new Set<string>();
  expect(typeOf(schema, used)).toBe(type);
  expect([...used]).toEqual(names);
});
