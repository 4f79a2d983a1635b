import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { createDiscovery, register } from '@regards/discovery';
import { createTestPlatform, request, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { Eureka } from 'eureka-js-client';
import { rsRegistry } from '../src/index.ts';

let platform: TestPlatform;
let url: string;

beforeAll(async () => {
  platform = await createTestPlatform();
  ({
    urls: [url],
  } = await platform.start(rsRegistry));
}, 60_000);
afterAll(() => platform.close());

const isListed = async (service: string): Promise<boolean> =>
  (await request('GET', `${url}/eureka/apps/${service}`)).status === 200;

test('eureka-js-client registers, renews, fetches and deregisters', async () => {
  await request('POST', `${url}/eureka/apps/OTHER`, {
    body: {
      instance: {
        instanceId: 'other:1',
        app: 'OTHER',
        hostName: 'h',
        vipAddress: 'other',
        port: { $: 1, '@enabled': true },
      },
    },
  });
  const { hostname, port } = new URL(url);
  const silent = { warn() {}, info() {}, debug() {}, error() {}, level() {} };
  const client = new Eureka({
    logger: silent,
    instance: {
      instanceId: 'js:1',
      app: 'js',
      vipAddress: 'js',
      hostName: '127.0.0.1',
      ipAddr: '127.0.0.1',
      port: { $: 65_001, '@enabled': true },
      dataCenterInfo: { '@class': 'com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo', name: 'MyOwn' },
      leaseInfo: { renewalIntervalInSecs: 1, durationInSecs: 2 },
    },
    eureka: {
      host: hostname,
      port: Number(port),
      servicePath: '/eureka/apps/',
      heartbeatInterval: 1_000,
      registryFetchInterval: 500,
      maxRetries: 2,
      useLocalMetadata: true,
      fetchRegistry: true,
    },
  });
  await new Promise<void>((resolve, reject) => {
    client.start((failure?: Error) => (failure ? reject(failure) : resolve()));
  });
  expect(await isListed('JS')).toBe(true);
  expect(client.getInstancesByAppId('OTHER')).toMatchObject([{ instanceId: 'other:1' }]);
  expect(client.getInstancesByVipAddress('other')).toMatchObject([{ instanceId: 'other:1' }]);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(await isListed('JS')).toBe(true);
  await new Promise<void>((resolve, reject) => {
    client.stop((failure?: Error) => (failure ? reject(failure) : resolve()));
  });
  expect(await isListed('JS')).toBe(false);
});

test('our own client registers, is found, is told to stay away, and leaves', async () => {
  const discovery = createDiscovery({ registryUrls: [url], log: silentLog });
  const registration = register({
    registryUrls: [url],
    log: silentLog,
    instance: { service: 'rs-fem', instanceId: 'rs-fem:1', host: '127.0.0.1', port: 9_101 },
  });
  await registration.registered;
  await until(() => discovery.pick('rs-fem')?.url === 'http://127.0.0.1:9101');
  await registration.setStatus('OUT_OF_SERVICE');
  await until(() => discovery.pick('rs-fem') === undefined);
  await registration.setStatus('UP');
  await until(() => discovery.pick('rs-fem'));
  await registration.stop();
  await until(() => discovery.all().every(({ service }) => service !== 'rs-fem'));
  expect(await isListed('RS-FEM')).toBe(false);
  await discovery.stop();
});

test('a registry that was restarted still knows its instances, and gives them time to come back', async () => {
  const registration = register({
    registryUrls: [url],
    log: silentLog,
    instance: { service: 'rs-dam', instanceId: 'rs-dam:1', host: '127.0.0.1', port: 9_102 },
  });
  await registration.registered;
  const again = await platform.start(rsRegistry);
  expect((await request('GET', `${again.url}/eureka/apps/RS-DAM`)).status).toBe(200);
  await registration.stop();
  await until(async () => (await request('GET', `${again.url}/eureka/apps/RS-DAM`)).status === 404);
  expect(await isListed('RS-DAM')).toBe(false);
});
