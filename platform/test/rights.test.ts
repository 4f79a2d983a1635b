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

test('holders of a role come from its addresses alone, at every instance within 5 s, administrators too', async () => {
  const settings = { 'regards.amqp.multitenant.url': broker.url };
  const instances = [await startDam(), await startDam({ settings })];
  await everywhere(instances, 'EXPLOIT', 200);
  const limit = async (name: string, authorizedAddresses: readonly string[], as = 'PROJECT_ADMIN') => {
    const answer = await call(as, 'PUT', `${admin.url}/roles/${name}`, { name, authorizedAddresses });
    expect(answer.status).toBe(200);
  };
  const from = async (role: string, address: string): Promise<number> => {
    const token = await platform.userToken({ tenant, role });
    const [instance = admin] = instances;
    return (await request('GET', `${instance.url}/accessgroups`, { token, headers: { 'x-forwarded-for': address } }))
      .status;
  };

  await limit('EXPLOIT', ['192.0.2.0/24', '2001:db8::/32']);
  await everywhere(instances, 'EXPLOIT', 401);
  await everywhere(instances, 'ADMIN', 200);
  expect([await from('EXPLOIT', '192.0.2.9'), await from('EXPLOIT', '2001:db8::9')]).toEqual([200, 200]);
  expect([await from('EXPLOIT', '192.0.3.9'), await from('EXPLOIT', '192.0.3.9, 192.0.2.9')]).toEqual([401, 401]);

  broker.shut();
  await limit('PROJECT_ADMIN', ['192.0.2.0/24']);
  await everywhere(instances, 'PROJECT_ADMIN', 401);
  await everywhere(instances, 'INSTANCE_ADMIN', 200);
  await limit('EXPLOIT', [], 'INSTANCE_ADMIN');
  await everywhere(instances, 'EXPLOIT', 200);

  const statement = `update t_role set authorized_addresses = '{192\\.0\\..*}' where name = 'PROJECT_ADMIN'`;
  await platform.write(rsAdmin, tenant, statement);
  await limit('EXPLOIT', ['127.0.0.1'], 'INSTANCE_ADMIN');
  await until(async () => (await from('PROJECT_ADMIN', '192.0.2.9')) === 401, {
    what: 'what a former version took for an address lets nobody in',
    withinMs: effectiveMs,
  });
  await everywhere(instances, 'EXPLOIT', 200);

  await limit('EXPLOIT', [], 'INSTANCE_ADMIN');
  await limit('PROJECT_ADMIN', [], 'INSTANCE_ADMIN');
  await everywhere(instances, 'PROJECT_ADMIN', 200);
  broker.open();
  await Promise.all(instances.map((one) => one.stop()));
}, 60_000);

test('what is forgotten of a service that runs is declared by it anew', async () => {
  const dam = await startDam();
  await everywhere([dam], 'EXPLOIT', 200);
  const forgotten = await call('INSTANCE_ADMIN', 'DELETE', `${admin.url}/resources/microservices/rs-dam`);
  expect(forgotten.status).toBe(200);
  await until(async () => (await numberOf('/accessgroups')) > 0, { what: 'declared anew', withinMs: effectiveMs });
  await everywhere([dam], 'EXPLOIT', 200);
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
  const { demo } = JSON.parse(kept) as { demo: { rights: object[] } };
  const rights = demo.rights.map((one) => ({ ...one, authorizedAddresses: undefined }));
  const former = JSON.stringify({ demo: { ...demo, rights } });
  const half = '{"demo":{"at":9e15,"rights":[{"role":"PUBLIC"}]}}';
  for (const copy of [old, former, kept.slice(0, -20), half]) {
    await writeFile(file, copy);
    const without = await startDam({ stateFolder: folder });
    // each waits for the rights for a while: beside one another
    const [answer, anonymous, administrator, root] = await Promise.all([
      call('EXPLOIT', 'GET', `${without.url}/accessgroups`),
      request('GET', `${without.url}/accessgroups?scope=${tenant}`),
      groups(without, 'PROJECT_ADMIN'),
      groups(without, 'INSTANCE_ADMIN'),
    ]);
    expect(answer).toMatchObject({ status: 503, body: { messages: [expect.stringContaining('rs-admin is away')] } });
    expect([anonymous.status, administrator, root]).toEqual([503, 503, 200]);
    await without.stop();
  }

  admin = await platform.start(rsAdmin, asking);
  const late = await startDam();
  await everywhere([late], 'EXPLOIT', 200);
}, 120_000);
