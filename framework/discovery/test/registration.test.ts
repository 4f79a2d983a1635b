import { afterEach, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { createDiscovery, register } from '../src/index.ts';
import { fakeRegistry, leases } from './fake-registry.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const instance = {
  service: 'rs-fem',
  instanceId: 'rs-fem:1',
  host: '127.0.0.1',
  port: 9101,
  metadata: { version: '1.0' },
};

function start(...registryUrls: string[]) {
  const registration = register({ registryUrls, instance, log: silentLog });
  closing.push(() => registration.stop());
  return registration;
}

async function registryOf(shared = leases(), port = 0) {
  const registry = await fakeRegistry(shared, port);
  closing.push(registry.stop);
  return { ...registry, shared };
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 8_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`did not come true in 8 s: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('an instance is registered with what Eureka clients rely on, and renewed each second', async () => {
  const { url, shared, requests } = await registryOf();
  await start(url).registered;
  expect(shared.entries.get('rs-fem:1')).toMatchObject({
    app: 'RS-FEM',
    vipAddress: 'rs-fem',
    ipAddr: '127.0.0.1',
    port: { $: 9101, '@enabled': 'true' },
    status: 'UP',
    dataCenterInfo: { name: 'MyOwn' },
    healthCheckUrl: 'http://127.0.0.1:9101/actuator/health',
    metadata: { version: '1.0' },
  });
  await until(
    () => requests.filter((request) => request.startsWith('PUT /eureka/apps/RS-FEM/rs-fem%3A1?status=UP')).length >= 2,
  );
});

test('an instance that speaks TLS is registered with its secure port alone, and found there', async () => {
  const { url, shared } = await registryOf();
  const secure = { ...instance, isSecure: true };
  const registration = register({ registryUrls: [url], instance: secure, log: silentLog });
  closing.push(() => registration.stop());
  await registration.registered;
  expect(shared.entries.get('rs-fem:1')).toMatchObject({
    port: { '@enabled': 'false' },
    securePort: { $: 9101, '@enabled': 'true' },
    healthCheckUrl: 'https://127.0.0.1:9101/actuator/health',
  });
  const discovery = createDiscovery({ registryUrls: [url], log: silentLog });
  closing.push(() => discovery.stop());
  await discovery.ready;
  expect(discovery.instances('rs-fem').map((one) => one.url)).toEqual(['https://127.0.0.1:9101']);
});

test('an instance that the registry forgot is registered again', async () => {
  const { url, shared } = await registryOf();
  await start(url).registered;
  shared.entries.clear();
  await until(() => shared.entries.has('rs-fem:1'));
  expect(shared.entries.get('rs-fem:1')?.status).toBe('UP');
});

test('an instance that starts before its registry is registered when that comes up', async () => {
  const early = await registryOf();
  await early.stop();
  const { registered } = start(early.url);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { shared } = await registryOf(leases(), Number(new URL(early.url).port));
  await registered;
  expect(shared.entries.has('rs-fem:1')).toBe(true);
});

test('the heartbeats go to another registry when the first one is gone', async () => {
  const shared = leases();
  const [first, second] = [await registryOf(shared), await registryOf(shared)];
  await start(first.url, second.url).registered;
  await first.stop();
  await until(() => second.requests.some((request) => request.startsWith('PUT')));
  expect(second.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
});

test('a change of status is told at once', async () => {
  const { url, shared } = await registryOf();
  const registration = start(url);
  await registration.registered;
  await registration.setStatus('OUT_OF_SERVICE');
  expect(shared.entries.get('rs-fem:1')?.status).toBe('OUT_OF_SERVICE');
});

test('an instance that stops is deregistered, and not registered again', async () => {
  const { url, shared, requests } = await registryOf();
  const registration = start(url);
  await registration.registered;
  await registration.stop();
  expect(shared.entries.size).toBe(0);
  const told = requests.length;
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  expect(requests).toHaveLength(told);
});

test('stopping does not wait for a registry that is away', async () => {
  const { url, stop } = await registryOf();
  const registration = start(url);
  await registration.registered;
  await stop();
  const startedAt = performance.now();
  await registration.stop();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
