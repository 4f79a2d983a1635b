import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bounds } from '@regards/generated/rs-registry/bounds';
import { createTestPlatform, request, until } from '@regards/testing';
import type { TestAnswer, TestPlatform } from '@regards/testing';
import { rsRegistry } from '../src/index.ts';

let platform: TestPlatform;
let registries: string[];

beforeAll(async () => {
  platform = await createTestPlatform();
  registries = [];
  // Two registries over the same leases.
  for (let count = 0; count < 2; count += 1) {
    const { urls } = await platform.start(rsRegistry, { settings: { 'regards.registry.tick.ms': 100 } });
    registries.push(`${urls[0]}/eureka`);
  }
}, 60_000);
afterAll(() => platform.close());

interface Instance extends Record<string, unknown> {
  readonly instanceId: string;
  readonly status: string;
  readonly actionType: string;
  readonly leaseInfo: Readonly<Record<string, number>>;
}
interface Applications {
  readonly versions__delta: string;
  readonly apps__hashcode: string;
  readonly application: readonly { readonly name: string; readonly instance: readonly Instance[] }[];
}

const [first, second] = [() => registries[0] ?? '', () => registries[1] ?? ''];
const nameOf = (): string => `kit-${crypto.randomUUID().slice(0, 8)}`;

const instanceOf = (service: string, more: object = {}) => ({
  instanceId: `${service}:1`,
  app: service.toUpperCase(),
  vipAddress: service,
  hostName: '127.0.0.1',
  ipAddr: '127.0.0.1',
  port: { $: 9101, '@enabled': true },
  status: 'UP',
  homePageUrl: null,
  countryId: 1,
  dataCenterInfo: { '@class': 'com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo', name: 'MyOwn' },
  leaseInfo: { renewalIntervalInSecs: 1, durationInSecs: 90 },
  metadata: { 'management.port': '9101' },
  ...more,
});

const register = (service: string, more: object = {}, at = first()): Promise<TestAnswer> =>
  request('POST', `${at}/apps/${service.toUpperCase()}`, { body: { instance: instanceOf(service, more) } });

const instance = async (service: string, at = first()): Promise<Instance | undefined> => {
  const { status, body } = await request('GET', `${at}/apps/${service}/${service}:1`);
  return status === 200 ? (body as { instance: Instance }).instance : undefined;
};
const applications = async (path = '', at = first()): Promise<Applications> =>
  ((await request('GET', `${at}/apps${path}`)).body as { applications: Applications }).applications;

const listed = ({ application }: Applications, service: string): readonly Instance[] =>
  application.find(({ name }) => name === service.toUpperCase())?.instance ?? [];

test('an instance is given back with all it registered and its lease', async () => {
  const service = nameOf();
  expect((await register(service, { lastDirtyTimestamp: '17' })).status).toBe(204);
  expect(await instance(service)).toMatchObject({
    instanceId: `${service}:1`,
    app: service.toUpperCase(),
    port: { $: 9101, '@enabled': 'true' },
    status: 'UP',
    overriddenStatus: 'UNKNOWN',
    countryId: 1,
    metadata: { 'management.port': '9101' },
    leaseInfo: {
      durationInSecs: 90,
      renewalIntervalInSecs: 1,
      evictionTimestamp: 0,
      lastRenewalTimestamp: expect.any(Number),
    },
    lastDirtyTimestamp: '17',
    lastUpdatedTimestamp: expect.stringMatching(/^\d{13}$/),
    actionType: 'ADDED',
  });
  expect(await instance(service)).not.toHaveProperty('homePageUrl');
});

test('what one registry was told the other one tells too', async () => {
  const service = nameOf();
  await register(service, {}, first());
  expect((await request('PUT', `${second()}/apps/${service}/${service}:1`)).status).toBe(200);
  await until(async () => listed(await applications('', second()), service).length === 1);
  await request('DELETE', `${second()}/apps/${service}/${service}:1`);
  await until(async () => listed(await applications('', first()), service).length === 0);
  expect(await instance(service, first())).toBeUndefined();
});

test.each(['/apps', '/apps/'])('the whole list is at %s, with a hash of the states', async (path) => {
  await register(nameOf());
  const { application, apps__hashcode, versions__delta } = await applications(path.slice('/apps'.length));
  const states = Map.groupBy(
    application.flatMap((one) => one.instance),
    ({ status }) => status,
  );
  const expected = [...states]
    .map(([state, { length }]) => `${state}_${length}_`)
    .toSorted((one, other) => (one < other ? -1 : 1));
  expect(apps__hashcode).toBe(expected.join(''));
  expect(versions__delta).toBe('1');
});

test('the delta tells who came, changed and went, with the hash of the whole list', async () => {
  const [came, changed, went] = [nameOf(), nameOf(), nameOf()];
  for (const service of [came, changed, went]) await register(service);
  await request('PUT', `${first()}/apps/${changed}/${changed}:1/status?value=OUT_OF_SERVICE`);
  await request('DELETE', `${first()}/apps/${went}/${went}:1`);
  const delta = await applications('/delta');
  expect([came, changed, went].map((service) => listed(delta, service)[0]?.actionType)).toEqual([
    'ADDED',
    'MODIFIED',
    'DELETED',
  ]);
  expect(delta.apps__hashcode).toBe((await applications()).apps__hashcode);
});

test('a status that is overridden survives heartbeats and a new registration, and is given back', async () => {
  const service = nameOf();
  await register(service);
  const status = `${first()}/apps/${service}/${service}:1/status`;
  expect((await request('PUT', `${status}?value=OUT_OF_SERVICE`)).status).toBe(200);
  await request('PUT', `${first()}/apps/${service}/${service}:1?status=UP`);
  await register(service);
  expect(await instance(service)).toMatchObject({ status: 'OUT_OF_SERVICE', overriddenStatus: 'OUT_OF_SERVICE' });
  expect((await request('DELETE', `${status}?value=UP`)).status).toBe(200);
  expect(await instance(service)).toMatchObject({ status: 'UP', overriddenStatus: 'UNKNOWN' });
});

test('an instance that says itself down is not overridden to be up', async () => {
  const service = nameOf();
  await register(service, { status: 'DOWN' });
  await request('PUT', `${first()}/apps/${service}/${service}:1/status?value=UP`);
  expect((await instance(service))?.status).toBe('DOWN');
});

test('an instance without heartbeats is gone from every registry soon after its lease', async () => {
  const service = nameOf();
  const startedAt = performance.now();
  await register(service, { leaseInfo: { durationInSecs: 2 } });
  await until(async () => listed(await applications('', second()), service).length === 1);
  await until(
    async () =>
      (await Promise.all([first(), second()].map((at) => instance(service, at)))).every((one) => one === undefined),
    { withinMs: 12_000 },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  expect(seconds).toBeGreaterThan(2);
  expect(seconds).toBeLessThan(10);
});

test('heartbeats keep an instance, also when they come to both registries by turns', async () => {
  const service = nameOf();
  await register(service, { leaseInfo: { durationInSecs: 2 } });
  for (let beat = 0; beat < 5; beat += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(
      (await request('PUT', `${[first(), second()][beat % 2]}/apps/${service}/${service}:1?status=UP`)).status,
    ).toBe(200);
  }
  const lease = (await instance(service))?.leaseInfo;
  expect(lease?.['lastRenewalTimestamp'] ?? 0).toBeGreaterThan((lease?.['registrationTimestamp'] ?? 0) + 3_000);
});

test('an instance that changed since it registered is asked to register again', async () => {
  const service = nameOf();
  await register(service, { lastDirtyTimestamp: '100' });
  const beat = (dirty: number) =>
    request('PUT', `${first()}/apps/${service}/${service}:1?status=UP&lastDirtyTimestamp=${dirty}`);
  expect((await beat(100)).status).toBe(200);
  expect((await beat(101)).status).toBe(404);
});

test('instances are found by virtual address and by id alone', async () => {
  const service = nameOf();
  await register(service, { vipAddress: `${service},other-${service}`, secureVipAddress: `secure-${service}` });
  for (const path of [`vips/other-${service}`, `svips/secure-${service}`]) {
    const { body } = await request('GET', `${first()}/${path}`);
    expect(listed((body as { applications: Applications }).applications, service)).toHaveLength(1);
  }
  expect((await request('GET', `${first()}/instances/${service}:1`)).body).toMatchObject({
    instance: { instanceId: `${service}:1` },
  });
});

test.each([
  ['application/xml', 'xml'],
  ['application/json', 'json'],
  ['application/xml, application/json', 'json'],
  ['*/*', 'json'],
])('to who accepts %s it is %s', async (accept, format) => {
  const service = nameOf();
  await register(service, { metadata: { 'management.port': '1', 'a&b': 'left out', odd: '<&"' } });
  const { headers, text } = await request('GET', `${first()}/apps/${service}/${service}:1`, { headers: { accept } });
  expect(headers.get('content-type')).toBe(`application/${format};charset=UTF-8`);
  if (format === 'json') return;
  expect(text).toMatch(/^<instance><.*<\/instance>$/);
  expect(text).toContain('<port enabled="true">9101</port>');
  expect(text).toMatch(/<dataCenterInfo class="[\w.]+\$DefaultDataCenterInfo"><name>MyOwn<\/name><\/dataCenterInfo>/);
  expect(text).toContain('<odd>&lt;&amp;&quot;</odd>');
  expect(text).not.toContain('left out');
});

test('who accepts neither is told so', async () => {
  const service = nameOf();
  await register(service);
  expect((await request('GET', `${first()}/apps/${service}`, { headers: { accept: 'text/html' } })).status).toBe(406);
});

test.each([
  ['GET', '/apps/NOBODY'],
  ['GET', '/apps/NOBODY/nobody:1'],
  ['PUT', '/apps/NOBODY/nobody:1?status=UP'],
  ['DELETE', '/apps/NOBODY/nobody:1'],
  ['PUT', '/apps/NOBODY/nobody:1/status?value=UP'],
  ['GET', '/vips/nobody'],
  ['GET', '/instances/nobody:1'],
])('%s %s is not found', async (method, path) => {
  expect((await request(method, first() + path)).status).toBe(404);
});

test.each([
  ['no JSON', '{'],
  ['a list', '[]'],
  ['no instance', '{}'],
  ['an instance without name', '{"instance":{}}'],
  ['an id that is a number', '{"instance":{"instanceId":7,"app":"BAD","hostName":"h"}}'],
  ['an unknown status', '{"instance":{"app":"BAD","hostName":"h","status":"FINE"}}'],
  ['another service in the path', '{"instance":{"app":"GOOD","hostName":"h"}}'],
])('a registration with %s is refused, and nobody is registered', async (_name, body) => {
  const answer = await request('POST', `${first()}/apps/BAD`, {
    body,
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect((await request('GET', `${first()}/apps/BAD`)).status).toBe(404);
});

test('an unknown status is refused as an override', async () => {
  const service = nameOf();
  await register(service);
  expect((await request('PUT', `${first()}/apps/${service}/${service}:1/status?value=FINE`)).status).toBe(400);
  expect((await request('PUT', `${first()}/apps/${service}/${service}:1/status`)).status).toBe(400);
});

test('an application has as many instances as its list may hold, and each of them can register again', async () => {
  const service = nameOf();
  const most = bounds['Application.instance'];
  await register(service);
  await platform.write(
    rsRegistry,
    'instance',
    `insert into lease (application, instance_id, instance, own_status, overridden_status, registered_at,
                        duration_seconds, dirty_at, updated_at, action, version)
     select application, instance_id || number, instance, own_status, overridden_status, registered_at,
            duration_seconds, dirty_at, updated_at, action, version
       from lease, generate_series(2, $2::bigint) as number where application = $1`,
    [service.toUpperCase(), most],
  );
  expect(await register(service, { instanceId: `${service}:more` })).toMatchObject({
    status: 409,
    body: { messages: [expect.stringContaining(`There are ${most} instances of ${service.toUpperCase()} at most`)] },
  });
  expect((await register(service)).status).toBe(204);
});
