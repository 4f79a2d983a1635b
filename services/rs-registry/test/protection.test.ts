/** Many instances that fall silent at once are kept: it is more likely that nobody hears them than that all died. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestPlatform, request, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { rsRegistry } from '../src/index.ts';

let platform: TestPlatform;
let url: string;
beforeAll(async () => {
  platform = await createTestPlatform();
  const settings = {
    'regards.registry.tick.ms': 100,
    'regards.registry.protection.least': 5,
    'regards.registry.protection.seconds': 12,
  };
  ({
    urls: [url],
  } = await platform.start(rsRegistry, { settings }));
}, 60_000);
afterAll(() => platform.close());

const id = (number: number): string => `kit:${number}`;

async function register(number: number, durationInSecs: number): Promise<void> {
  const instance = {
    instanceId: id(number),
    app: 'KIT',
    vipAddress: 'kit',
    hostName: '127.0.0.1',
    ipAddr: '127.0.0.1',
    port: { $: 9101, '@enabled': true },
    status: 'UP',
    dataCenterInfo: { '@class': 'com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo', name: 'MyOwn' },
    leaseInfo: { renewalIntervalInSecs: 1, durationInSecs },
  };
  expect((await request('POST', `${url}/eureka/apps/KIT`, { body: { instance } })).status).toBe(204);
}

const listed = async (): Promise<string[]> => {
  const { body } = await request('GET', `${url}/eureka/apps`);
  const { application } = (body as { applications: { application: { instance: { instanceId: string }[] }[] } })
    .applications;
  return application.flatMap(({ instance }) => instance.map(({ instanceId }) => instanceId)).toSorted();
};
const kept = async (): Promise<string[]> => {
  const { body } = await request('GET', `${url}/actuator/health`);
  const { components } = body as { components: { leases: { details: { protected: string[] } } } };
  return components.leases.details.protected;
};

test('a third of them is kept for a while and told of, a single one goes at once', async () => {
  for (const number of [6, 5, 4, 3, 2, 1]) await register(number, number <= 2 ? 1 : 90);
  await until(async () => (await kept()).length === 2);
  expect([await kept(), await listed()]).toEqual([[id(1), id(2)], [1, 2, 3, 4, 5, 6].map(id)]);

  // One of them is heard again: the other one is a single one now.
  await register(1, 90);
  await until(async () => (await kept()).length === 0);
  await until(async () => (await listed()).length === 5);
  expect(await listed()).toEqual([1, 3, 4, 5, 6].map(id));

  // Those that stay silent are gone in the end.
  for (const number of [1, 2]) await register(number, 1);
  await until(async () => (await kept()).length === 2);
  await until(async () => (await listed()).length === 4, { withinMs: 30_000 });
  expect(await kept()).toEqual([]);
}, 60_000);

test('those that fall silent together are kept from the first one on, though they are due one after the other', async () => {
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await register(number, 3);
    await pause(150);
  }
  // half a second beyond the lease is not counted
  await until(async () => (await kept()).length === 6);
  expect(await listed()).toEqual([1, 2, 3, 4, 5, 6].map(id));
}, 60_000);
