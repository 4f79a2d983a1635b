/** `make up` from nothing to the first search, in the compact layout, and what a person does next. */
import { readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@regards/testing';
import { attempt } from '../src/command.ts';
import { down } from '../src/down.ts';
import { projectRoot } from '../src/folders.ts';
import type { PlatformDescription } from '../src/platform-file.ts';
import { isAlive } from '../src/processes.ts';
import { progressOn } from '../src/progress.ts';
import { readRequest } from '../src/request.ts';
import { readState } from '../src/state.ts';
import { showStatus } from '../src/status.ts';
import { up } from '../src/up.ts';
import { scratchFolders } from './stand-ins.ts';

const patience = 180_000;
const request = readRequest({ LAYOUT: 'compact' });
const never = new AbortController().signal;
let scratch: Awaited<ReturnType<typeof scratchFolders>>;
let shown = '';
const out = { write: (text: string) => (shown += text) };

beforeAll(async () => {
  scratch = await scratchFolders();
  await up(request, scratch.folders, progressOn(out), never);
}, patience);
afterAll(async () => {
  await down(scratch.folders, progressOn({ write: () => true }));
  await scratch.remove();
}, patience);

const description = async (): Promise<PlatformDescription> =>
  JSON.parse(await readFile(scratch.folders.platformFile, 'utf8')) as PlatformDescription;

test('it tells how many products went in and were found', () => {
  expect(shown).toMatch(/\d+ products went in by AMQP and were found by search after [\d.]+ s/);
});

test('what scripts read names all services, and is for nobody else to read', async () => {
  const { instances } = await description();
  expect(instances.map(({ service }) => service)).toEqual([
    'rs-config',
    'rs-registry',
    'rs-admin-instance',
    'rs-authentication',
    'rs-admin',
    'rs-dam',
    'rs-fem',
    'rs-catalog',
    'rs-gateway',
  ]);
  expect((await stat(scratch.folders.platformFile)).mode & 0o777).toBe(0o600);
});

test(
  'the three commands to try work as they are printed',
  async () => {
    const regards = `${process.execPath} cli/src/main.ts`;
    const commands = shown
      .slice(shown.indexOf('  # a token'), shown.indexOf('make status shows'))
      .replace('npx regards submit', `${regards} submit --platform ${scratch.folders.platformFile}`);
    const { code, output } = await attempt('bash', ['-euo', 'pipefail', '-c', `cd ${projectRoot}\n${commands}`]);
    expect(output).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n/); // a token
    expect(output).toContain('"type":"FeatureCollection"');
    expect(output).toMatch(/1 SUCCESS/);
    expect(code).toBe(0);
  },
  patience,
);

test(
  'a second one finds everything there and changes nothing',
  async () => {
    const before = await description();
    const told = shown.length;
    await up(request, scratch.folders, progressOn(out), never);
    expect(shown.slice(told)).toContain('the platform runs already');
    expect(shown.slice(told)).not.toContain('went in by AMQP');
    expect(await description()).toEqual(before);
  },
  patience,
);

test(
  'a setting that is changed reaches every service with the gateway, and each acknowledges it',
  async () => {
    const config = (...args: string[]) =>
      attempt(process.execPath, [
        `${projectRoot}/cli/src/main.ts`,
        'config',
        ...args,
        '--platform',
        scratch.folders.platformFile,
      ]);
    const { output } = await config('set', 'application', 'regards.log.level=warn');
    const [, version = 'none'] = /^version ([0-9a-f]{40})$/m.exec(output) ?? [];
    for (const service of ['rs-fem', 'rs-gateway']) {
      const line = `${service}:1  ${version}  newest\n`;
      await until(async () => (await config('instances', service)).output.includes(line), { what: line });
    }
  },
  patience,
);

test('the status shows each program with its health and memory', async () => {
  let table = '';
  await showStatus(scratch.folders, { write: (text: string) => (table += text) });
  expect(table).toMatch(/^compact +\d+ +running +UP +\d+ MiB/m);
  expect(table).toMatch(/^postgresql +\d+ +running/m);
  expect(table).toMatch(/memory of all: \d+ MiB resident/);
});

test(
  'when it is told to stop, nothing of it goes on',
  async () => {
    const { supervisor, programs } = (await readState(scratch.folders)) ?? { supervisor: undefined, programs: [] };
    const processes = [supervisor, ...programs.map((program) => program.process)].flatMap((one) => one ?? []);
    expect(processes.filter(isAlive)).toHaveLength(4);
    await down(scratch.folders, progressOn(out));
    expect(processes.filter(isAlive)).toEqual([]);
    await expect(stat(scratch.folders.platformFile)).rejects.toThrow('ENOENT');
    expect((await stat(scratch.folders.secrets)).isDirectory()).toBe(true);
  },
  patience,
);
