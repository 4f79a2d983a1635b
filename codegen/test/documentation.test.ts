import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { codegen } from './support/places.ts';

const page = readFileSync(path.resolve(codegen, '../docs/contracts.md'), 'utf8');

const extensionsIn = (text: string): string[] => [...new Set(text.match(/x-regards-[a-z]+(?:-[a-z]+)*/g))].toSorted();

test('docs/contracts.md explains each extension that the generator reads, and no other', () => {
  const sources = ['src', 'asyncapi-template/lib'].flatMap((folder) =>
    readdirSync(path.join(codegen, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]s$/.test(name))
      .map((name) => readFileSync(path.join(codegen, folder, name), 'utf8')),
  );
  expect(extensionsIn(page)).toEqual(extensionsIn(sources.join('\n')));
});

test('docs/contracts.md and README.md name only files that are there', () => {
  const named = [...page.matchAll(/`codegen\/([\w/.-]+)`/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(readdirSync(path.dirname(path.join(codegen, name)))).toContain(path.basename(name));
});
