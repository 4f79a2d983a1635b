import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import path from 'node:path';
import { gitIn } from '../src/git.ts';
import { configurationFolder, openRepository } from '../src/versions/dao.ts';
import type { Git } from '../src/versions/dao.ts';
import { versions } from '../src/versions/service.ts';
import { label, startConfiguration } from './support/configuration.ts';
import type { TestConfiguration } from './support/configuration.ts';

const clients = 1000;

let config: TestConfiguration;

beforeAll(async () => {
  config = await startConfiguration();
  await config.write('application.properties', 'regards.drain.ms=4000\n');
  await config.change('rs-fem', { 'regards.log.level': 'warn' });
});
afterAll(() => config.close());

const readsOf = (version: string): number =>
  config.logged.filter((line) => line.includes('a version of the settings was read') && line.includes(version)).length;

describe(`C6: ${clients} clients that start together`, () => {
  test('cost one read of the version they are given, also when it changes meanwhile', async () => {
    const { version: first } = await config.view('rs-fem');
    await config.stop();
    config.logged.splice(0);
    await config.restart();
    const starts = Array.from({ length: clients }, async (_client, number) => {
      if (number === clients / 2) await config.change('rs-dam', { 'regards.log.level': 'error' });
      const answer = await config.call('GET', `rs-fem/production/${label}`);
      return { status: answer.status, version: (answer.body as { version: string }).version };
    });
    const answers = await Promise.all(starts);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    const { version: second } = await config.view('rs-fem');
    expect(answers.every(({ version }) => version === first || version === second)).toBe(true);
    expect(first).not.toBe(second);
    expect(readsOf(first)).toBe(1);
    expect(readsOf(second)).toBeLessThanOrEqual(1);
  }, 60_000);

  test('run Git for one of them', async () => {
    const run: string[] = [];
    const counted =
      (repository: string): Git =>
      (args, input) => {
        run.push(args[0] ?? '');
        return gitIn(repository)(args, input);
      };
    const repository = await openRepository(path.join(config.folder, '.git'), counted);
    const kept = versions(repository, configurationFolder(config.folder), silentLog);
    const answers = await Promise.all(Array.from({ length: clients }, () => kept.current()));
    expect(new Set(answers.map(({ version }) => version)).size).toBe(1);
    expect(run).toEqual(['ls-tree', 'cat-file']);
  });
});
