import { expect, test } from '@jest/globals';
import { createVerifier } from '@regards/security';
import { systemClock } from '@regards/core';
import type { Publication } from '@regards/core';
import { readTestEnvironment } from '@regards/settings';
import { createTestPlatform, request, until } from '../src/index.ts';

const publication: Publication<string> = {
  name: 'told',
  virtualHost: 'multitenant',
  exchange: { name: 'told', type: 'fanout', durable: true },
  routingKey: '',
  type: 'Told',
  converter: 'GSON',
  payload: (value: unknown) => ({ valid: true, value: String(value) }),
};

test('two platforms share nothing, and leave nothing behind', async () => {
  const [one, other] = await Promise.all([createTestPlatform(), createTestPlatform()]);
  expect(one.databaseUrl).not.toBe(other.databaseUrl);
  const [heard, elsewhere] = await Promise.all([one.listen(publication), other.listen(publication)]);
  await one.broker.publish('demo', publication, [{ payload: 'hello' }]);
  await until(() => heard.length > 0);
  expect([heard, elsewhere]).toMatchObject([[{ tenant: 'demo', payload: 'hello' }], []]);
  await Promise.all([one.close(), other.close()]);

  const { managementUrl } = readTestEnvironment();
  const { username, password, origin } = new URL(managementUrl);
  const { text } = await request('GET', `${origin}/api/vhosts`, {
    headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` },
  });
  const name = new URL(one.databaseUrl).pathname.slice(1);
  expect(text).not.toContain(name);
}, 60_000);

test('tokens hold for the keys of their platform alone', async () => {
  const [one, other] = await Promise.all([createTestPlatform(), createTestPlatform()]);
  const verifierOf = (platform: typeof one) =>
    createVerifier({ issuer: 'regards', fetchUserKeys: () => platform.keySet(), clock: systemClock });
  const token = await one.userToken({ tenant: 'demo', role: 'EXPLOIT', accessGroups: ['Public'] });
  const expected = { audience: 'rs-fem', accept: 'user' } as const;
  await expect(verifierOf(one).verify(token, expected)).resolves.toMatchObject({
    tenant: 'demo',
    role: 'EXPLOIT',
    accessGroups: ['Public'],
  });
  await expect(verifierOf(other).verify(token, expected)).rejects.toThrow('not valid');
  const expired = await one.userToken({ tenant: 'demo', role: 'EXPLOIT', validitySeconds: -60 });
  await expect(verifierOf(one).verify(expired, expected)).rejects.toThrow('not valid');
  await Promise.all([one.close(), other.close()]);
}, 60_000);

test('what does not come true is told with the last failure', async () => {
  const failure = await until(
    () => {
      throw new Error('not yet');
    },
    { what: 'the sun rises', withinMs: 50 },
  ).catch((thrown: unknown) => thrown);
  expect(failure).toMatchObject({ message: 'not within 50 ms: the sun rises', cause: { message: 'not yet' } });
});
