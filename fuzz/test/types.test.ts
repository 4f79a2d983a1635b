/** Generated types and generated validators take the same values and refuse the same. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { isObject, listOf, objectOf, readServices } from '@regards/reference';
import type { Document, Json } from '@regards/reference';
import fc from 'fast-check';
import { valid } from '../src/index.ts';

const root = path.resolve(import.meta.dirname, '../..');
const draws = { numRuns: 4, seed: 1 };

/** A value as a line of TypeScript, and what the validator says of it. */
interface Case {
  readonly service: string;
  readonly type: string;
  readonly value: Json;
  readonly taken: boolean;
}

type Validators = Readonly<Record<string, (value: unknown) => { readonly valid: boolean }>>;

async function casesOf(service: string, document: Document): Promise<Case[]> {
  const file = pathToFileURL(path.join(root, 'generated', service, 'validators.ts')).href;
  const { validators } = (await import(file)) as { validators: Validators };
  const schemas = objectOf(objectOf(document['components'])['schemas']);
  return Object.entries(validators).flatMap(([type, validate]) => {
    const schema = schemas[type];
    if (!isObject(schema)) return [];
    const judged = (value: Json): Case => ({ service, type, value, taken: validate(value).valid });
    const drawn = fc.sample(valid(document, schema), draws).map(judged);
    const kept = drawn.filter(({ taken }) => taken);
    const changed = kept.slice(0, 1).flatMap(({ value }) => (isObject(value) ? variants(value, schema) : []));
    return [...kept, ...changed.map(judged)];
  });
}

/** The value without a member that must be there, and with a member of no type that a contract has. */
const variants = (value: Readonly<Record<string, Json>>, schema: Readonly<Record<string, Json>>): Json[] => {
  const required = listOf(schema['required']).map(String);
  return [
    ...required.map((name) => Object.fromEntries(Object.entries(value).filter(([member]) => member !== name))),
    ...Object.keys(objectOf(schema['properties'])).map((name) => ({ ...value, [name]: [[[true]]] })),
  ];
};

/** Numbers of the lines that the compiler refuses. */
function refusedLines(folder: string): Promise<Set<number>> {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [compiler, '--noEmit', '-p', folder],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (_failure, output) => {
        resolve(new Set([...output.matchAll(/^cases\.mts\((\d+),/gm)].map(([, line]) => Number(line))));
      },
    );
  });
}

test('types and validators agree about every schema', async () => {
  const services = readServices().filter(({ rest }) => rest !== undefined);
  const cases = (await Promise.all(services.map(({ name, rest }) => casesOf(name, rest ?? {})))).flat();
  const folder = mkdtempSync(path.join(tmpdir(), 'regards-types-'));
  try {
    const alias = (service: string): string => service.replaceAll('-', '_');
    const imports = services.map(
      ({ name }) => `import type * as ${alias(name)} from '${path.join(root, 'generated', name, 'types.ts')}';`,
    );
    const lines = cases.map(
      ({ service, type, value }, at) => `export const v${at}: ${alias(service)}.${type} = ${JSON.stringify(value)};`,
    );
    writeFileSync(path.join(folder, 'cases.mts'), [...imports, ...lines, ''].join('\n'));
    const config = {
      extends: path.join(root, 'tsconfig.json'),
      include: ['cases.mts'],
      compilerOptions: { types: [] },
    };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    const refused = await refusedLines(folder);
    const disagreements = cases
      .map((one, at) => ({ ...one, compiles: !refused.has(imports.length + at + 1) }))
      .filter(({ taken, compiles }) => taken !== compiles)
      .map(({ service, type, value, taken }) => {
        const who = taken ? 'the validator' : 'the type';
        return `${service} ${type}: ${who} alone takes ${JSON.stringify(value)}`.slice(0, 300);
      });
    expect(disagreements).toEqual([]);
    expect(cases.filter(({ taken }) => taken).length).toBeGreaterThan(300);
    expect(cases.filter(({ taken }) => !taken).length).toBeGreaterThan(300);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
