/** The commands of docs/configuration.md, run in their order beside a platform. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readEnvironment } from '@regards/settings';
import { rsConfig } from 'rs-config';
import { rsFem } from 'rs-fem';
import { projectRoot } from '../src/folders.ts';
import { startWholePlatform } from '../src/testing/whole-platform.ts';
import type { WholePlatform } from '../src/testing/whole-platform.ts';

const run = promisify(execFile);
const guide = readFileSync(path.join(projectRoot, 'docs/configuration.md'), 'utf8');
const commands = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = '']) => text);
/** Where somebody would have typed them: `make up` has left its description there. */
const folder = mkdtempSync(path.join(tmpdir(), 'regards-configuration-'));
let whole: WholePlatform;

beforeAll(async () => {
  whole = await startWholePlatform();
  const { platform, gateway, oauthClient, root } = whole;
  const settings = {
    'regards.config.folder': path.join(folder, 'config'),
    'regards.config.credentials': 'regards:word:*',
  };
  const url = (await platform.start(rsConfig, { settings })).url.replace('://', '://regards:word@');
  await platform.start(rsFem, { configUrls: [url], instanceId: 'rs-fem:guided' });
  mkdirSync(path.join(folder, '.run'));
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
  const accounts = [{ ...root, scope: 'instance', role: 'INSTANCE_ADMIN' }];
  writeFileSync(
    path.join(folder, '.run', 'platform.json'),
    JSON.stringify({ gateway, config: [url], oauthClient, accounts, tenants: ['demo'], amqp: {}, registry: [] }),
  );
}, 120_000);

afterAll(async () => {
  await whole.close();
  rmSync(folder, { recursive: true });
});

test('every command of the guide does what the guide says', async () => {
  expect(commands).toHaveLength(4);
  const { stdout } = await run('bash', ['-euxo', 'pipefail', '-c', [...commands, 'echo done'].join('\n')], {
    cwd: folder,
    env: { ...readEnvironment(), HOME: folder },
    timeout: 150_000,
  });
  const lines = stdout.trim().split('\n');
  expect(lines).toContain('regards.log.level = info  (default)');
  expect(lines).toContain('regards.feature.rest.max.features = 500  (set for rs-fem)');
  expect(lines.at(-2)).toMatch(/^rs-fem:guided {2}[0-9a-f]{40} {2}newest/);
  expect(lines.at(-1)).toBe('done');
}, 180_000);
