/** What the platform tells of itself: the file for scripts, the settings for services, the words for people. */
import path from 'node:path';
import { readFile, stat } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { configurationOf, writeConfiguration } from '../src/configuration.ts';
import { decide } from '../src/decide.ts';
import { writePlan } from '../src/plan.ts';
import type { Plan } from '../src/plan.ts';
import { describePlatform } from '../src/platform-file.ts';
import { readRequest } from '../src/request.ts';
import { drawSecrets } from '../src/draw-secrets.ts';
import { secretFile } from '../src/secrets.ts';
import type { Secrets } from '../src/secrets.ts';
import { servicePrograms } from '../src/service-programs.ts';
import { summaryOf } from '../src/summary.ts';
import { scratchFolders } from './stand-ins.ts';

let scratch: Awaited<ReturnType<typeof scratchFolders>>;
let secrets: Secrets;
let plan: Plan;
beforeEach(async () => {
  scratch = await scratchFolders();
  secrets = await drawSecrets(scratch.folders);
  plan = await decide(readRequest({}), secrets, scratch.folders);
});
afterEach(() => scratch.remove());

test('secrets are drawn once, differ from each other, and are for nobody else to read', async () => {
  expect(await drawSecrets(scratch.folders)).toEqual(secrets);
  expect(new Set(Object.values(secrets)).size).toBe(Object.values(secrets).length);
  expect((await stat(secretFile(scratch.folders, 'root'))).mode & 0o777).toBe(0o600);
  expect((await stat(scratch.folders.secrets)).mode & 0o777).toBe(0o700);
});

test('a second start keeps the addresses of the first', async () => {
  await writePlan(scratch.folders, plan);
  const again = await decide(readRequest({}), secrets, scratch.folders);
  expect(again.instances).toEqual(plan.instances);
  expect(again.database).toEqual(plan.database);
  expect(again.broker).toEqual(plan.broker);
});

test('every instance has a port of its own', () => {
  const ports = [
    ...plan.instances.map(({ port }) => port),
    plan.database.own?.port,
    ...Object.values(plan.broker.own?.ports ?? {}),
  ];
  expect(new Set(ports).size).toBe(16);
});

test('the file for scripts holds what the acceptance kit asks for', () => {
  const running = { service: 'rs-fem', id: 'rs-fem:1', url: 'http://127.0.0.1:9101' };
  const programs = [
    {
      name: 'rs-fem:1',
      service: 'rs-fem',
      state: 'running',
      process: { pid: 7, startedAt: 1 },
      served: [running],
      crashes: 0,
      since: 0,
      detail: undefined,
    },
  ] as const;
  const described = describePlatform(plan, secrets, programs);
  expect(described).toMatchObject({
    gateway: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    amqp: {
      instance: expect.stringMatching(/\/regards\.instance\.manager$/),
      multitenant: expect.stringMatching(/\/regards\.multitenant\.manager$/),
    },
    oauthClient: { id: 'client', secret: secrets['oauth-client'] },
    tenants: ['demo'],
    instances: [{ ...running, pid: 7 }],
    spareService: 'rs-notifier',
  });
  expect(described.accounts.map(({ scope, role }) => `${scope} ${role}`)).toEqual([
    'instance INSTANCE_ADMIN',
    'demo PROJECT_ADMIN',
    'demo EXPLOIT',
    'demo REGISTERED_USER',
  ]);
});

test('the expired token was signed, and has run out', () => {
  const [, claims = ''] = plan.expiredToken.split('.');
  const { exp, tenant } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number; tenant: string };
  expect(tenant).toBe('demo');
  expect(exp).toBeLessThan(Date.now() / 1000);
});

test('the settings of all services are apart from the secrets of one', async () => {
  const {
    application,
    'rs-authentication': authentication,
    'rs-fem': fem,
  } = configurationOf(plan, secrets, scratch.folders);
  expect(Object.values(application ?? {})).not.toContain(secrets['oauth-client']);
  expect(authentication?.['regards.authentication.client.secret']).toBe(secrets['oauth-client']);
  expect(fem).toMatchObject({ 'regards.database.pool.max': '5' });
  expect(application).not.toHaveProperty('regards.database.url');
  await writeConfiguration(plan, secrets, scratch.folders);
  const file = path.join(scratch.folders.config, 'regards-oss-backend', 'rs-fem.properties');
  const url = new URL(plan.database.url);
  [url.username, url.password] = ['regards.rs-fem', secrets['database-rs-fem']];
  expect(await readFile(file, 'utf8')).toContain(`regards.database.url=${url.href}\n`);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

test('each instance is told its name, its port and where to ask', () => {
  const programs = servicePrograms(plan, scratch.folders, {
    REGARDS_FEM_BATCH_SIZE: '7',
    REGARDS_DATABASE_URL: plan.database.url,
  });
  const second = programs.find(({ name }) => name === 'rs-fem:2');
  const port = plan.instances.find(({ id }) => id === 'rs-fem:2')?.port;
  expect(second?.environment).toMatchObject({
    REGARDS_INSTANCE_ID: 'rs-fem:2',
    REGARDS_PORT: String(port),
    REGARDS_CONFIG_URL: expect.stringContaining(`http://regards:${secrets.config}@127.0.0.1:`),
    REGARDS_FEM_BATCH_SIZE: '7',
  });
  for (const { environment, service } of programs) {
    expect(environment).not.toHaveProperty('REGARDS_DATABASE_URL');
    expect(environment['REGARDS_CONFIG_CREDENTIALS'] !== undefined).toBe(service === 'rs-config');
  }
});

test('the compact layout is one process that serves all', async () => {
  const compact = await decide(readRequest({ LAYOUT: 'compact' }), secrets, scratch.folders);
  const [program, ...others] = servicePrograms(compact, scratch.folders, {});
  expect(others).toEqual([]);
  expect(program?.served.map(({ service }) => service)).toEqual([
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
  expect(program?.environment['REGARDS_RS_FEM_INSTANCE_ID']).toBe('rs-fem:1');
});

test('the words at the end hold addresses, people and three commands', () => {
  const description = describePlatform(plan, secrets, []);
  const text = summaryOf({ description, imported: 389, importSeconds: 4.2, searchable: 389, seconds: 21.3 });
  expect(text).toContain('389 products went in by AMQP and were found by search after 4.2 s');
  for (const { login, password } of description.accounts) expect(text).toMatch(new RegExp(`${login} +${password}`));
  expect(text.match(/^ {2}# /gm)).toHaveLength(3);
  expect(text).not.toContain(secrets.broker);
  const later = { description, imported: 0, importSeconds: 0, seconds: 21.3 };
  expect(summaryOf({ ...later, searchable: 389 })).toContain('389 products are there.');
  expect(summaryOf({ ...later, searchable: 10_001 })).toContain('more than 10000 products are there.');
});
