import { readdirSync, readFileSync, rmSync, writeFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { generate } from './support/command.ts';
import { copyFixtures, edit, fixtures, inScratch } from './support/places.ts';

jest.setTimeout(120_000); // generators and compilers are processes of their own, and a machine may be busy

const golden = path.join(fixtures, 'generated');
const inFixtures = (output: string) => ['--contracts', path.join(fixtures, 'contracts'), '--output', output];

function textsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      path.relative(folder, path.join(parentPath, name)),
      readFileSync(path.join(parentPath, name), 'utf8'),
    ]),
  );
}

describe('the generated folders', () => {
  test('come back identical after they were emptied', () =>
    inScratch(async (folder) => {
      const { code } = await generate(...inFixtures(folder));
      expect(code).toBe(0);
      expect(textsOf(folder)).toEqual(textsOf(golden));
    }));

  test('are what the contracts say', async () => {
    const { code, output } = await generate('--check', ...inFixtures(golden));
    expect(output).toContain('0 files differ');
    expect(code).toBe(0);
  });

  test('that differ from the contracts are listed by --check, and not touched', () =>
    inScratch(async (folder) => {
      const { contracts, generated } = copyFixtures(folder);
      const changed = path.join(generated, 'rs-example/server.ts');
      edit(changed, 'Makes a thing.', 'Makes a mess.');
      rmSync(path.join(generated, 'rs-example/client.ts'));
      writeFileSync(path.join(generated, 'rs-other/extra.ts'), '');
      mkdirSync(path.join(generated, 'rs-gone'));
      const { code, output } = await generate('--check', '--contracts', contracts, '--output', generated);
      expect(code).toBe(1);
      for (const file of ['rs-example/server.ts', 'rs-example/client.ts', 'rs-other/extra.ts', 'rs-gone'])
        expect(output).toContain(file);
      expect(output).toContain('4 generated files differ');
      expect(readFileSync(changed, 'utf8')).toContain('Makes a mess.');
      expect(existsSync(path.join(generated, 'rs-gone'))).toBe(true);
    }));

  test('of other services stay as they are when one is generated', () =>
    inScratch(async (folder) => {
      const { contracts, generated } = copyFixtures(folder);
      rmSync(path.join(generated, 'rs-other'), { recursive: true });
      edit(path.join(generated, 'rs-bare/settings.ts'), 'How many.', 'How few.');
      edit(path.join(generated, 'rs-example/settings.ts'), 'How many at once.', 'How few at once.');
      const { code, output } = await generate(
        '--service',
        'rs-example',
        '--contracts',
        contracts,
        '--output',
        generated,
      );
      expect(output).toContain('1 files changed');
      expect(code).toBe(0);
      expect(existsSync(path.join(generated, 'rs-other'))).toBe(false);
      expect(readFileSync(path.join(generated, 'rs-bare/settings.ts'), 'utf8')).toContain('How few.');
      expect(textsOf(path.join(generated, 'rs-example'))).toEqual(textsOf(path.join(golden, 'rs-example')));
    }));

  test('of a service without contract go when all are generated', () =>
    inScratch(async (folder) => {
      const { contracts, generated } = copyFixtures(folder);
      rmSync(path.join(contracts, 'rs-bare'), { recursive: true });
      await generate('--contracts', contracts, '--output', generated);
      expect(readdirSync(generated).toSorted()).toEqual(['common', 'platform', 'rs-example', 'rs-other']);
    }));
});

describe('the command', () => {
  test('tells what it takes', async () => {
    const { code, output } = await generate('--help');
    expect(code).toBe(0);
    for (const option of ['--service', '--check', '--contracts', '--output']) expect(output).toContain(option);
  });

  test('names a service that has no contract', async () => {
    const { code, output } = await generate('--service', 'rs-nobody', ...inFixtures(golden));
    expect(code).toBe(1);
    expect(output).toContain('no contract of rs-nobody');
  });

  test('names each rule that a contract breaks and writes nothing', () =>
    inScratch(async (folder) => {
      const { contracts, generated } = copyFixtures(folder);
      edit(path.join(contracts, 'rs-example/paths/things.yaml'), '    x-regards-access: { role: ADMIN }\n', '');
      edit(path.join(generated, 'rs-bare/settings.ts'), 'How many.', 'How few.');
      const { code, output } = await generate('--contracts', contracts, '--output', generated);
      expect(code).toBe(1);
      expect(output).toContain('contracts/rs-example/paths/things.yaml deleteThing: x-regards-access is missing');
      expect(readFileSync(path.join(generated, 'rs-bare/settings.ts'), 'utf8')).toContain('How few.');
    }));

  test('names what is no OpenAPI, with its file', () =>
    inScratch(async (folder) => {
      const { contracts, generated } = copyFixtures(folder);
      edit(path.join(contracts, 'rs-example/schemas/Thing.yaml'), 'minLength: 1', 'minLenght: 1');
      const { code, output } = await generate('--contracts', contracts, '--output', generated);
      expect(code).toBe(1);
      expect(output).toMatch(/schemas\/Thing\.yaml #\/properties\/name.*minLenght/);
    }));

  test('names what is no AsyncAPI, with its file', () =>
    inScratch(async (folder) => {
      const { contracts, generated } = copyFixtures(folder);
      edit(path.join(contracts, 'rs-other/asyncapi.yaml'), 'action: send', 'action: shout');
      const { code, output } = await generate('--service', 'rs-other', '--contracts', contracts, '--output', generated);
      expect(code).toBe(1);
      expect(output).toMatch(/rs-other\/asyncapi\.yaml[^]*operations\.parcelSent\.action/);
    }));
});
