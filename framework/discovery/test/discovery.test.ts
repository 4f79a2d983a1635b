import { afterEach, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { createDiscovery } from '../src/index.ts';
import type { Needs } from '../src/index.ts';
import { entry, fakeRegistry, leases, put, remove } from './fake-registry.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function registryOf(shared = leases()) {
  const registry = await fakeRegistry(shared);
  closing.push(registry.stop);
  return { ...registry, shared };
}

async function follow(...registryUrls: string[]) {
  return followFor({}, ...registryUrls);
}

async function followFor(needs: Needs, ...registryUrls: string[]) {
  const discovery = createDiscovery({ registryUrls, log: silentLog, needs });
  closing.push(() => discovery.stop());
  await discovery.ready;
  return discovery;
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 8_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`did not come true in 8 s: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('instances of one service take turns', async () => {
  const { url, shared } = await registryOf();
  for (const port of [1, 2, 3]) put(shared, entry('rs-fem', `rs-fem:${port}`, port));
  put(shared, entry('rs-dam', 'rs-dam:1', 9));
  const discovery = await follow(url);
  const picked = Array.from({ length: 6 }, () => discovery.pick('rs-fem')?.url);
  expect(picked.map(String).toSorted((one, other) => one.localeCompare(other))).toEqual(
    [1, 1, 2, 2, 3, 3].map((port) => `http://127.0.0.1:${port}`),
  );
  expect(discovery.pick('rs-nobody')).toBeUndefined();
});

test('only instances that are up are called', async () => {
  const { url, shared } = await registryOf();
  put(shared, entry('rs-fem', 'rs-fem:1', 1, { status: 'OUT_OF_SERVICE' }));
  const discovery = await follow(url);
  expect([discovery.pick('rs-fem'), discovery.instances('rs-fem')]).toEqual([undefined, []]);
  expect(discovery.all()).toHaveLength(1);
});

test.each([
  ['1.2.0', ['1.2.0', '1.3.5']],
  ['2.0.0', ['2.0.1']],
  ['0.1.0', ['0.1.9']],
])('who was built with the contract %s is given no instance that serves less or another', async (needed, fit) => {
  const { url, shared } = await registryOf();
  const served = ['0.1.9', '0.2.0', '1.1.9', '1.2.0', '1.3.5', '2.0.1'];
  for (const [place, version] of served.entries())
    put(shared, entry('rs-fem', `rs-fem:${version}`, place + 1, { metadata: { 'contract.version': version } }));
  put(shared, entry('rs-fem', 'rs-fem:untold', 9));
  const discovery = await followFor({ 'rs-fem': needed }, url);
  expect(discovery.instances('rs-fem').map(({ id }) => id)).toEqual([...fit, 'untold'].map((one) => `rs-fem:${one}`));
  expect(discovery.all()).toHaveLength(7);
});

test('an instance that refused a connection is passed over while there is another', async () => {
  const { url, shared } = await registryOf();
  for (const port of [1, 2]) put(shared, entry('rs-fem', `rs-fem:${port}`, port));
  const discovery = await follow(url);
  const [one, other] = discovery.instances('rs-fem');
  if (!one || !other) throw new Error('two instances were registered');
  discovery.report(one, 'unreachable');
  expect(Array.from({ length: 4 }, () => discovery.pick('rs-fem')?.id)).toEqual(
    Array.from({ length: 4 }, () => other.id),
  );
  discovery.report(other, 'unreachable');
  expect(discovery.pick('rs-fem')).toBeDefined();
});

test('changes are followed by the delta alone, and told to listeners', async () => {
  const { url, shared, requests } = await registryOf();
  put(shared, entry('rs-fem', 'rs-fem:1', 1));
  const discovery = await follow(url);
  let told = 0;
  discovery.onChange(() => (told += 1));
  put(shared, entry('rs-fem', 'rs-fem:2', 2));
  await until(() => discovery.instances('rs-fem').length === 2);
  remove(shared, 'rs-fem:1');
  await until(() => discovery.instances('rs-fem').length === 1);
  expect(discovery.instances('rs-fem').map(({ id }) => id)).toEqual(['rs-fem:2']);
  expect(told).toBe(2);
  expect(requests.filter((request) => request === 'GET /eureka/apps')).toHaveLength(1);
});

test('a change that the delta does not tell is found by the hash', async () => {
  const { url, shared, requests } = await registryOf();
  put(shared, entry('rs-fem', 'rs-fem:1', 1));
  const discovery = await follow(url);
  put(shared, entry('rs-fem', 'rs-fem:2', 2));
  shared.changes.length = 0;
  await until(() => discovery.instances('rs-fem').length === 2);
  expect(requests.filter((request) => request === 'GET /eureka/apps')).toHaveLength(2);
});

test('the last list stands while the registry is away', async () => {
  const { url, shared, stop } = await registryOf();
  put(shared, entry('rs-fem', 'rs-fem:1', 1));
  const discovery = await follow(url);
  await stop();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(discovery.pick('rs-fem')?.id).toBe('rs-fem:1');
});

test('another registry is asked when the first one is gone', async () => {
  const shared = leases();
  const [first, second] = [await registryOf(shared), await registryOf(shared)];
  put(shared, entry('rs-fem', 'rs-fem:1', 1));
  const discovery = await follow(first.url, second.url);
  await first.stop();
  put(shared, entry('rs-fem', 'rs-fem:2', 2));
  await until(() => discovery.instances('rs-fem').length === 2);
  expect(discovery.instances('rs-fem').map(({ id }) => id)).toEqual(['rs-fem:1', 'rs-fem:2']);
});

test.each([
  ['a list of one as the one', { application: { name: 'RS-FEM', instance: entry('rs-fem', 'rs-fem:1', 1) } }],
  [
    'ports as texts',
    {
      application: [
        { name: 'RS-FEM', instance: [entry('rs-fem', 'rs-fem:1', 1, { port: { $: '1', '@enabled': true } })] },
      ],
    },
  ],
])('%s is read as Netflix writes it', async (_name, applications) => {
  const { createServer } = await import('node:http');
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ applications: { apps__hashcode: 'UP_1_', ...applications } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  const address = server.address();
  const discovery = await follow(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  expect(discovery.pick('rs-fem')?.url).toBe('http://127.0.0.1:1');
});

test('a registry that lost what it knew is not believed at once, and then it is', async () => {
  const { url, shared } = await registryOf();
  put(shared, entry('rs-fem', 'rs-fem:1', 1));
  put(shared, entry('rs-dam', 'rs-dam:1', 2));
  const discovery = await follow(url);
  shared.entries.clear();
  shared.changes.splice(0);
  put(shared, entry('rs-dam', 'rs-dam:2', 3));
  await until(() => discovery.instances('rs-dam')[0]?.id === 'rs-dam:2');
  expect(discovery.instances('rs-fem')).toHaveLength(1);
  await until(() => discovery.instances('rs-fem').length === 0);
});
