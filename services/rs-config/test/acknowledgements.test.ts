import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { acknowledgements } from '../src/instances/dao.ts';

test('an instance that was silent for long is forgotten', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rs-config-'));
  const kept = acknowledgements(folder);
  const version = '0'.repeat(40);
  const told = (instanceId: string, heardAt: string) =>
    kept.keep('rs-fem', { instanceId, heardAt, version, known: version, waitingForRestart: [], fromEnvironment: [] });
  await told('rs-fem:2', '2026-01-01T12:00:00.000Z');
  await told('rs-fem:1', '2026-01-01T12:00:00.000Z');
  await told('rs-fem:old', '2026-01-01T11:58:59.000Z');
  const listed = await kept.list('rs-fem', new Date('2026-01-01T11:59:00Z'));
  expect(listed.map(({ instanceId }) => instanceId)).toEqual(['rs-fem:1', 'rs-fem:2']);
  expect(await readdir(path.join(folder, 'instances', 'rs-fem'))).toHaveLength(2);
  expect(await kept.list('rs-dam', new Date(0))).toEqual([]);
  await rm(folder, { recursive: true });
});
