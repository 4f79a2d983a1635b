import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestPlatform, request, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';

let platform: TestPlatform;
let databaseUrl: string;
beforeAll(async () => {
  platform = await createTestPlatform();
  databaseUrl = await platform.databaseUrlOf({ name: 'rs-things', migrations: undefined });
}, 60_000);
afterAll(() => platform.close());

/** The small service in a process of its own; everything it needs comes by environment. */
function launch(environment: Record<string, string>) {
  const process_ = spawn(process.execPath, [new URL('support/main.ts', import.meta.url).pathname], {
    env: {
      PATH: '',
      REGARDS_DATABASE_URL: databaseUrl,
      REGARDS_AMQP_MULTITENANT_URL: platform.amqp.multitenant,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [process_.stdout, process_.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  const exit = once(process_, 'exit').then(([status]) => status as unknown);
  return {
    exit,
    kill: (signal: NodeJS.Signals) => process_.kill(signal),
    lines: () =>
      output
        .split('\n')
        .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as { level: string; msg: string }] : [])),
    output: () => output,
  };
}

test('a setting that breaks its contract ends the process with its name', async () => {
  const { exit, lines } = launch({ REGARDS_THINGS_FIRST: 'x' });
  expect(await exit).toBe(1);
  expect(lines().at(-1)).toMatchObject({
    level: 'error',
    msg: expect.stringMatching(/^cannot start: .*regards.things.first: must have 3 characters/),
  });
});

test('a port that is taken ends the process and is named', async () => {
  const { port } = new URL(platform.databaseUrl);
  const { exit, lines } = launch({ REGARDS_PORT: port });
  expect(await exit).toBe(1);
  expect(lines().at(-1)).toMatchObject({ level: 'error', msg: expect.stringContaining('EADDRINUSE') });
});

test('SIGTERM ends a start that waits', async () => {
  const { exit, kill, lines } = launch({});
  // No registry and so no rs-admin-instance: the tenants cannot be listed.
  await until(() => lines().some(({ msg }) => msg === 'waiting for the list of tenants'), { withinMs: 20_000 });
  kill('SIGTERM');
  expect(await exit).toBe(0);
});

test('a process that starts is alive before it is ready', async () => {
  const { exit, kill } = launch({ REGARDS_PORT: '28419' });
  const { body } = await until(async () => request('GET', 'http://127.0.0.1:28419/actuator/health/liveness'), {
    withinMs: 20_000,
  });
  expect(body).toEqual({ status: 'UP' });
  await until(
    async () =>
      (await request('GET', 'http://127.0.0.1:28419/actuator/health/readiness')).text.includes('the list of tenants'),
    { withinMs: 20_000 },
  );
  kill('SIGINT');
  expect(await exit).toBe(0);
});
