/** Every operation is compared with REGARDS's own document of it, where those documents lie beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { differences } from '../src/breaking/regards.ts';
import type { JsonObject } from '../src/json.ts';
import { codegen } from './support/places.ts';

const root = path.dirname(codegen);
const documents = path.resolve(root, '../shared/data/regards-openapi');
const read = (file: string): JsonObject => JSON.parse(readFileSync(file, 'utf8')) as JsonObject;

interface Entry {
  readonly operations: string;
  readonly what?: string;
  /** Members of the body, by their places. */
  readonly members?: readonly string[];
  readonly reason: string;
}
const entries = parse(readFileSync(path.join(root, 'contracts/regards-differences.yaml'), 'utf8')) as Entry[];
const fits = ({ operations, what, members = [] }: Entry, difference: { operation: string; what: string }): boolean =>
  new RegExp(`^(?:${operations})$`).test(difference.operation) &&
  ((what !== undefined && new RegExp(what).test(difference.what)) ||
    members.some((member) => difference.what.startsWith(`body.${member} is gone`)));

const found = existsSync(documents)
  ? readdirSync(path.join(root, 'generated'))
      .filter((name) => name.startsWith('rs-'))
      .flatMap((service) => {
        const theirs = path.join(documents, `${service}.json`);
        const ours = read(path.join(root, 'generated', service, 'openapi.json'));
        return differences(existsSync(theirs) ? read(theirs) : undefined, ours).map(({ operation, what }) => ({
          operation: `${service} ${operation}`,
          what,
        }));
      })
  : undefined;

if (found === undefined) {
  test("REGARDS's documents are not beside the project: nothing is compared", () => {
    expect(entries.length).toBeGreaterThan(0);
  });
} else {
  describe('every difference from REGARDS', () => {
    test('has its reason', () => {
      const silent = found.filter((one) => !entries.some((entry) => fits(entry, one)));
      expect(silent.map(({ operation, what }) => `${operation}: ${what}`)).toEqual([]);
    });

    test.each(entries.flatMap(({ members, ...entry }) => (members ?? []).map((member) => ({ ...entry, member }))))(
      'that is told of is there: $operations $member',
      ({ operations, member, reason }) => {
        expect(found.some((one) => fits({ operations, members: [member], reason }, one))).toBe(true);
      },
    );

    test.each(entries)('that is told of is there: $operations $what', (entry) => {
      expect(found.some((one) => fits(entry, one))).toBe(true);
    });
  });
}

test('docs/compatibility.md shows every reason', () => {
  const page = readFileSync(path.join(root, 'docs/compatibility.md'), 'utf8');
  expect(entries.filter(({ reason }) => !page.includes(reason)).map(({ reason }) => reason)).toEqual([]);
});

describe('a difference is found when', () => {
  const operation = (more: object): JsonObject => ({ paths: { '/things/{id}': { post: { ...more } } } }) as never;
  const bodied = (schema: object) => operation({ requestBody: { content: { 'application/json': { schema } } } });
  const theirs = operation({ parameters: [{ name: 'size', in: 'query' }] });

  test.each([
    ['a method is another', theirs, { paths: { '/things/{id}': { put: {} } } }, 'is ours alone'],
    ['a path is another', theirs, { paths: { '/stuff/{id}': { post: {} } } }, 'is ours alone'],
    ['a parameter is not taken', theirs, operation({}), 'query parameter size is not taken'],
    ['a parameter is asked for', operation({}), operation({ parameters: [{ name: 'a', in: 'query', required: true }] }), 'parameter a is required here'],
    ['a body is not taken', bodied({}), operation({}), 'no body is taken'],
    ['a body is asked for', operation({}), operation({ requestBody: { required: true, content: { 'application/json': {} } } }), 'a body is required here'],
    ['a member has another type', bodied({ type: 'object', properties: { a: { type: 'string' } } }), bodied({ type: 'object', properties: { a: { type: 'integer' } } }), 'body.a may be string on one side, integer on the other'],
    ['a member is not known', bodied({ type: 'object', properties: { a: {} } }), bodied({ type: 'object', properties: {} }), 'body.a is gone, or not allowed'],
  ] as const)('%s', (_what, one, other, what) => {
    expect(differences(one, other as JsonObject).map((each) => each.what)).toEqual([what]);
  });

  test('but not when only a placeholder has another name', () => {
    expect(differences(operation({}), { paths: { '/things/{thingId}/': { post: {} } } } as never)).toEqual([]);
  });
});
