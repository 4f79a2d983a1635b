/** Logs: kept from growing for ever, and shown to people. */
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { rotateLogs } from '../src/log-rotation.ts';
import { showLogs } from '../src/logs.ts';
import { eventually, scratchFolders } from './stand-ins.ts';

let scratch: Awaited<ReturnType<typeof scratchFolders>>;
const file = (name: string): string => path.join(scratch.folders.logs, name);
beforeEach(async () => {
  scratch = await scratchFolders();
  await mkdir(scratch.folders.logs, { recursive: true });
});
afterEach(() => scratch.remove());

test('a large log is moved aside, its writer goes on at the beginning, and the oldest piece is dropped', async () => {
  for (const round of ['first', 'second', 'third']) {
    await appendFile(file('rs-fem-1.log'), `${round} ${'x'.repeat(100)}\n`);
    await rotateLogs(scratch.folders.logs, { bytes: 100, pieces: 2 });
  }
  await appendFile(file('rs-fem-1.log'), 'now\n');
  expect((await readdir(scratch.folders.logs)).toSorted()).toEqual([
    'rs-fem-1.log',
    'rs-fem-1.log.1',
    'rs-fem-1.log.2',
  ]);
  const texts = await Promise.all(['', '.1', '.2'].map((end) => readFile(file(`rs-fem-1.log${end}`), 'utf8')));
  expect(texts.map((text) => text.split(/\s/)[0])).toEqual(['now', 'third', 'second']);
});

test('a small log stays as it is', async () => {
  await writeFile(file('rs-fem-1.log'), 'x');
  await rotateLogs(scratch.folders.logs, { bytes: 100, pieces: 2 });
  expect(await readdir(scratch.folders.logs)).toEqual(['rs-fem-1.log']);
});

test('the logs of a service are shown and followed, those of others are not', async () => {
  await writeFile(file('rs-fem-1.log'), '{"level":"info","time":"2026-11-24T10:00:00.000Z","msg":"before"}\n');
  await writeFile(file('rs-dam-1.log'), '{"level":"info","time":"2026-11-24T10:00:00.000Z","msg":"elsewhere"}\n');
  let shown = '';
  const reading = new AbortController();
  const out = { write: (text: string) => (shown += text) };
  const following = showLogs(scratch.folders, 'rs-fem', out, reading.signal);
  await eventually(() => (shown.includes('before') ? true : undefined));
  await appendFile(file('rs-fem-1.log'), 'plain words\n');
  await eventually(() => (shown.includes('plain words') ? true : undefined));
  reading.abort();
  await following;
  expect(shown).toBe('10:00:00.000 info  before\nplain words\n');
});

test('a service without a log is told apart from a platform that never ran', async () => {
  const never = new AbortController().signal;
  const out = { write: () => true };
  await expect(showLogs(scratch.folders, '', out, never)).rejects.toThrow('there are no logs yet');
  await writeFile(file('rs-dam-1.log'), '');
  await expect(showLogs(scratch.folders, 'rs-nothing', out, never)).rejects.toThrow('there are rs-dam-1');
});
