/** The commands of docs/first-steps.md, run in their order against a whole platform. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readEnvironment } from '@regards/settings';
import { projectRoot } from '../src/folders.ts';
import { startWholePlatform } from '../src/testing/whole-platform.ts';
import type { WholePlatform } from '../src/testing/whole-platform.ts';

const run = promisify(execFile);
const guide = readFileSync(path.join(projectRoot, 'docs/first-steps.md'), 'utf8');
const commands = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = '']) => text);
const folder = mkdtempSync(path.join(tmpdir(), 'regards-first-steps-'));
let whole: WholePlatform;

beforeAll(async () => {
  whole = await startWholePlatform();
}, 120_000);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await whole.close();
});

test('every command of the guide does what the guide says', async () => {
  const { gateway, oauthClient, root } = whole;
  expect(commands).toHaveLength(6);
  const { stdout } = await run('bash', ['-euxo', 'pipefail', '-c', [...commands, 'echo done'].join('\n')], {
    cwd: folder,
    env: {
      ...readEnvironment(),
      GATEWAY: gateway,
      CLIENT: `${oauthClient.id}:${oauthClient.secret}`,
      USER: root.login,
      PASSWORD: root.password,
      PROJECT: 'demo',
    },
    timeout: 60_000,
  });
  expect(stdout.trim().split('\n').at(-1)).toBe('done');
}, 90_000);
