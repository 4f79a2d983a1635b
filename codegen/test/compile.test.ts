import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { compileErrors } from './support/command.ts';
import { codegen, fixtures } from './support/places.ts';

jest.setTimeout(120_000); // generators and compilers are processes of their own, and a machine may be busy

const wrong = readFileSync(path.join(fixtures, 'planted/wrong.ts'), 'utf8').split('\n');
/** Mistakes by the line they are on: the one after the comment that names it. */
const planted = wrong.flatMap((line, at) => (line.startsWith('// ') ? [[line.slice(3), at + 2] as const] : []));

let errors: string[] = [];
beforeAll(async () => {
  errors = await compileErrors(fixtures);
});

describe('what is generated', () => {
  test('compiles under the strictest settings, and so does a service that keeps its contract', () => {
    expect(errors.filter((error) => !error.includes('planted/wrong.ts'))).toEqual([]);
  });

  test.each(planted)('refuses %s', (_mistake, line) => {
    expect(errors.filter((error) => error.includes(`planted/wrong.ts(${line},`))).not.toEqual([]);
  });

  test('refuses nothing else', () => {
    const expected = new Set(planted.map(([, line]) => line));
    expect(errors.filter((error) => !expected.has(Number(/\((\d+),/.exec(error)?.[1])))).toEqual([]);
  });

  test('has no any and no cast', () => {
    for (const file of ['server', 'client', 'routes', 'messages', 'types', 'settings', 'contract', 'validators']) {
      const text = readFileSync(path.join(fixtures, `generated/rs-example/${file}.ts`), 'utf8');
      expect(text).not.toMatch(/\bany\b(?! )|as unknown|: any|<any>|ts-ignore|ts-expect-error|eslint-disable/);
      expect(text).toMatch(/^\/\/ Generated from contracts\/rs-example\S* — do not edit\.\n/);
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    }
  });
});

test('the generator itself compiles under the same settings', async () => {
  expect(await compileErrors(codegen)).toEqual([]);
});
