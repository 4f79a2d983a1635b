/** Rights of roles, changed in rs-admin and effective in another service, also while the broker or rs-admin is away. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunningInstance, ServiceOverrides } from '@regards/service';
import { createProxy, createTestPlatform, request, until } from '@regards/testing';
import type { Proxy, TestPlatform } from '@regards/testing';
import { rsAdmin } from 'rs-admin';
import { rsDam } from 'rs-dam';

/** What the platform promises, with which the waiting in these tests is bounded. */
const effectiveMs = 5_000;
const tenant = 'demo';

let platform: TestPlatform;
let admin: RunningInstance;
let folder: string;
let broker: Proxy;

const asking = { rightsSource: undefined };
const startDam = (more: ServiceOverrides = {}): Promise<RunningInstance> =>
  platform.start(rsDam, { ...asking, ...more });

beforeAll(async () => {
  platform = await createTestPlatform({ tenants: [tenant] });
  broker = await createProxy(platform.amqp.multitenant);
  folder = await mkdtemp(path.join(tmpdir(), 'regards-rights-'));
  admin = await platform.start(rsAdmin, asking);
});

afterAll(async () => {
  await platform.close();
  await broker.close();
  await rm(folder, { recursive: true, force: true });
});

const call = async (role: string, method: string, url: string, body?: object) =>
  request(method, url, { token: await platform.userToken({ tenant, role }), ...(body ? { body } : {}) });

const groups = async ({ url }: RunningInstance, role: string): Promise<number> =>
  (await call(role, 'GET', `${url}/accessgroups`)).status;

async function numberOf(resource: string): Promise<number> {
  const { body } = await call('PROJECT_ADMIN', 'GET', `${admin.url}/roles/PROJECT_ADMIN/resources/rs-dam`);
  const all = body as { content: { id: number; resource: string; verb: string } }[];
  return all.find(({ content }) => content.resource === resource && content.verb === 'GET')?.content.id ?? -1;
}

const take = async (role: string, id: number) =>
  expect((await call('PROJECT_ADMIN', 'DELETE', `${admin.url}/roles/${role}/resources/${id}`)).status).toBe(204);
const give = async (role: string, id: number) =>
  expect((await call('PROJECT_ADMIN', 'POST', `${admin.url}/roles/${role}/resources`, { id })).status).toBe(201);

const everywhere = (instances: readonly RunningInstance[], role: string, status: number): Promise<unknown> =>
  until(async () => (await Promise.all(instances.map((one) => groups(one, role)))).every((seen) => seen === status), {
    what: `${role} is answered ${status} by ${instances.length} instances`,
    withinMs: effectiveMs,
  });

test('a right that is taken or given is so at every instance within 5 s, with the broker and without', async () => {
  const settings = { 'regards.amqp.multitenant.url': broker.url };
  const instances = [await startDam(), await startDam({ settings })];
  await everywhere(instances, 'EXPLOIT', 200);
  const id = await numberOf('/accessgroups');
  await take('ADMIN', id);
  await everywhere(instances, 'EXPLOIT', 403);
  await everywhere(instances, 'ADMIN', 403);
  await everywhere(instances, 'PROJECT_ADMIN', 200);
  broker.shut();
  await give('REGISTERED_USER', id);
  await everywhere(instances, 'REGISTERED_USER', 200);
  expect(await groups(instances[0] ?? admin, 'PUBLIC')).toBe(403);
  await take('REGISTERED_USER', id);
  await everywhere(instances, 'REGISTERED_USER', 403);
  broker.open();
  await Promise.all(instances.map((one) => one.stop()));
}, 60_000);

test('a role of the project may do what it is given, and nothing any more once it is gone', async () => {
  const dam = await startDam();
  expect(await groups(dam, 'OPERATOR')).toBe(403);
  const made = { name: 'OPERATOR', parentRole: { name: 'EXPLOIT' } };
  expect((await call('PROJECT_ADMIN', 'POST', `${admin.url}/roles`, made)).status).toBe(201);
  await give('OPERATOR', await numberOf('/accessgroups'));
  await everywhere([dam], 'OPERATOR', 200);
  await everywhere([dam], 'ADMIN', 200);
  expect((await call('PROJECT_ADMIN', 'DELETE', `${admin.url}/roles/OPERATOR`)).status).toBe(200);
  await everywhere([dam], 'OPERATOR', 403);
  await dam.stop();
}, 30_000);

test('while rs-admin is away the last good copy stands, and who has none denies', async () => {
  const known = await startDam({ stateFolder: folder });
  await everywhere([known], 'EXPLOIT', 200);
  await admin.stop();
  expect(await groups(known, 'EXPLOIT')).toBe(200);
  await known.stop();

  const again = await startDam({ stateFolder: folder });
  expect([await groups(again, 'EXPLOIT'), await groups(again, 'REGISTERED_USER')]).toEqual([200, 403]);
  await again.stop();

  const file = path.join(folder, 'rights-rs-dam.json');
  const kept = await readFile(file, 'utf8');
  const old = kept.replaceAll(/"at":\d+/g, '"at":1');
  expect(old).not.toBe(kept);
  for (const copy of [old, kept.slice(0, -20), '{"demo":{"at":9e15,"rights":[{"role":"PUBLIC"}]}}']) {
    await writeFile(file, copy);
    const without = await startDam({ stateFolder: folder });
    const answer = await call('EXPLOIT', 'GET', `${without.url}/accessgroups`);
    expect(answer).toMatchObject({ status: 503, body: { messages: [expect.stringContaining('rs-admin is away')] } });
    expect((await request('GET', `${without.url}/accessgroups?scope=${tenant}`)).status).toBe(503);
    expect(await groups(without, 'PROJECT_ADMIN')).toBe(200);
    await without.stop();
  }

  admin = await platform.start(rsAdmin, asking);
  const late = await startDam();
  await everywhere([late], 'EXPLOIT', 200);
}, 60_000);
