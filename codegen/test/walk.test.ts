/** Walks the three steps of docs/contracts.md on a copy. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { compileErrors, generate } from './support/command.ts';
import { codegen, copyFixtures, edit, fixtures, inScratch } from './support/places.ts';

jest.setTimeout(120_000); // generators and compilers are processes of their own, and a machine may be busy

/** The fenced block of docs/contracts.md under the heading of one step. */
function blockOf(step: string): string {
  const text = readFileSync(path.resolve(codegen, '../docs/contracts.md'), 'utf8');
  const [, block] = new RegExp(`### ${step}[^]*?\`\`\`\\w+\n([^]*?)\`\`\``).exec(text) ?? [];
  if (block === undefined) throw new Error(`docs/contracts.md has no step ${step}`);
  return block;
}

test('an operation is added by its contract, by generating, and by writing what no longer compiles', () =>
  inScratch(async (folder) => {
    const { contracts, generated } = copyFixtures(folder);
    cpSync(path.join(fixtures, 'planted/right.ts'), path.join(folder, 'planted/right.ts'));
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../../tsconfig.json', include: ['generated', 'planted'] }),
    );
    expect(await compileErrors(folder)).toEqual([]);

    edit(path.join(contracts, 'rs-example/paths/things.yaml'), '  delete:\n', `${blockOf('1')}  delete:\n`);
    expect((await generate('--service', 'rs-example', '--contracts', contracts, '--output', generated)).code).toBe(0);

    const [error, ...others] = await compileErrors(folder);
    expect(error).toMatch(/planted\/right\.ts.*Property 'renameThing' is missing/);
    expect(others).toEqual([]);

    edit(path.join(folder, 'planted/right.ts'), '  putThingFile:', `${blockOf('3')}  putThingFile:`);
    expect(await compileErrors(folder)).toEqual([]);
  }));
