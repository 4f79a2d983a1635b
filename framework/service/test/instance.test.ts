import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestPlatform, request, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import type { Publication } from '@regards/core';
import { slowPort } from './support/slow-port.ts';
import { thingHappened, thingKept, things } from './support/things.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['one', 'two'] });
}, 60_000);
afterAll(() => platform.close());

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});
async function start(overrides: Parameters<TestPlatform['start']>[1] = {}) {
  const small = things();
  const instance = await platform.start(small.service, overrides);
  running.push(instance);
  return { ...small, ...instance };
}

const tenantEvent = (event: 'TenantCreatedEvent' | 'TenantDeletedEvent'): Publication<{ readonly tenant: string }> => ({
  name: event,
  virtualHost: 'instance',
  exchange: {
    name: `regards.broadcast.fr.cnes.regards.framework.amqp.event.tenant.${event}`,
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: `fr.cnes.regards.framework.amqp.event.tenant.${event}`,
  converter: 'JACKSON',
  payload: (value) => ({ valid: true, value: value as { tenant: string } }),
});

describe('tenants', () => {
  test('each has a schema of its own, prepared before its first request', async () => {
    const { url, prepared } = await start();
    expect(prepared.toSorted((one, other) => one.localeCompare(other))).toEqual(['one', 'two']);
    expect((await request('GET', `${url}/things`, { scope: 'one' })).body).toEqual(['first']);
  });

  test('an unknown one is refused', async () => {
    const { url } = await start();
    expect((await request('GET', `${url}/things`, { scope: 'nobody' })).status).toBe(403);
    expect((await request('GET', `${url}/things`, { scope: 'instance' })).status).toBe(403);
  });

  test('a new one is prepared by the event, on every instance, and by the first request without it', async () => {
    const [first, second] = [await start(), await start()];
    platform.tenants.add('told').add('untold');
    await platform.broker.publish('instance', tenantEvent('TenantCreatedEvent'), [{ payload: { tenant: 'told' } }]);
    await until(() => [first, second].every(({ prepared }) => prepared.includes('told')));
    expect((await request('GET', `${second.url}/things`, { scope: 'untold' })).body).toEqual(['first']);
    platform.tenants.delete('told');
    platform.tenants.delete('untold');
  });

  test('a deleted one is refused on every instance', async () => {
    platform.tenants.add('leaving');
    const both = [await start(), await start()];
    const statuses = () =>
      Promise.all(both.map(async ({ url }) => (await request('GET', `${url}/things`, { scope: 'leaving' })).status));
    expect(await statuses()).toEqual([200, 200]);
    platform.tenants.delete('leaving');
    await platform.broker.publish('instance', tenantEvent('TenantDeletedEvent'), [{ payload: { tenant: 'leaving' } }]);
    await until(async () => (await statuses()).every((status) => status === 403));
    expect(await statuses()).toEqual([403, 403]);
  });
});

test('an instance that would forget what can still come again does not start', async () => {
  await expect(start({ settings: { 'regards.amqp.inbox.hours': '0' } })).rejects.toThrow(/regards\.amqp\.inbox\.hours/);
});

test('an event that no queue takes is counted by its exchange', async () => {
  const { url } = await start();
  await platform.broker.publish('two', thingHappened, [{ payload: { name: 'sand' } }]);
  await until(async () =>
    /regards_amqp_unroutable_total\{[^}]*exchange="things.ThingKept"[^}]*\} [1-9]/.test(
      (await request('GET', `${url}/actuator/prometheus`)).text,
    ),
  );
});

test('a message is handled, answered, and wakes the task of its tenant', async () => {
  const heard = await platform.listen(thingKept);
  const { url, runs } = await start();
  await until(() => runs.includes('two'));
  const before = runs.filter((tenant) => tenant === 'two').length;
  await platform.broker.publish('two', thingHappened, [{ payload: { name: 'stone' } }]);
  await until(() => heard.length > 0);
  expect(heard).toMatchObject([{ tenant: 'two', payload: { name: 'stone' } }]);
  expect((await request('GET', `${url}/things`, { scope: 'two' })).body).toContain('stone');
  expect((await request('GET', `${url}/things`, { scope: 'one' })).body).not.toContain('stone');
  await until(() => runs.filter((tenant) => tenant === 'two').length > before);
});

test('a setting reaches the service', async () => {
  platform.tenants.add('third');
  const { url } = await start({ settings: { 'regards.things.first': 'chosen' } });
  expect((await request('GET', `${url}/things`, { scope: 'third' })).body).toEqual(['chosen']);
});

describe('a start', () => {
  test('is alive at once, says what it waits for, and is ready when that is there', async () => {
    const { hostname, port } = new URL(platform.databaseUrl);
    const gate = await slowPort({ host: hostname, port: Number(port) });
    const late = new URL(await platform.databaseUrlOf({ name: 'rs-things', migrations: undefined }));
    late.port = String(gate.port);
    const freePort = (await slowPort({ host: hostname, port: 1 })).port;
    const starting = start({ port: freePort, settings: { 'regards.database.url': late.href } });
    const url = `http://127.0.0.1:${freePort}`;
    const readiness = await until(async () => {
      const { body } = await request('GET', `${url}/actuator/health/readiness`);
      return JSON.stringify(body).includes('the database') && body;
    });
    expect(readiness).toEqual({
      status: 'OUT_OF_SERVICE',
      components: {
        start: {
          status: 'OUT_OF_SERVICE',
          details: { waitingFor: [`the database at 127.0.0.1:${gate.port}${late.pathname}`] },
        },
      },
    });
    expect((await request('GET', `${url}/actuator/health/liveness`)).body).toEqual({ status: 'UP' });
    expect((await request('GET', `${url}/things`, { scope: 'one' })).status).toBe(503);
    await gate.open();
    await starting;
    expect((await request('GET', `${url}/actuator/health/readiness`)).body).toMatchObject({
      status: 'UP',
      components: { db: { status: 'UP' } },
    });
    running.push({ stop: () => gate.close() });
  });

  test('that is given up closes everything again', async () => {
    const nowhere = new URL(platform.databaseUrl);
    nowhere.port = '1';
    const signal = AbortSignal.timeout(300);
    await expect(start({ settings: { 'regards.database.url': nowhere.href }, signal })).rejects.toThrow(
      /timeout|abort/,
    );
  });

  test('with a wrong password is no matter of waiting', async () => {
    const wrong = new URL(platform.databaseUrl);
    wrong.pathname = '/no_such_database';
    await expect(start({ settings: { 'regards.database.url': wrong.href } })).rejects.toThrow(/no_such_database/);
  });
});

describe('an end', () => {
  test('lets a request under way finish', async () => {
    const { url, stop } = await start();
    const answer = request('GET', `${url}/things?waitMs=500`, { scope: 'one' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = stop();
    expect((await answer).status).toBe(200);
    await stopped;
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  test('cuts off what takes longer than the drain time', async () => {
    const { url, stop } = await start({ settings: { 'regards.drain.ms': 200 } });
    const answer = request('GET', `${url}/things?waitMs=10000`, { scope: 'one' });
    const failure = answer.catch((thrown: unknown) => thrown);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const startedAt = performance.now();
    await stop();
    expect(await failure).toMatchObject({ message: 'fetch failed' });
    expect(performance.now() - startedAt).toBeLessThan(6_000);
  });
});
