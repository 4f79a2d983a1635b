/** Where holders of a role come from: as the gateway says, or the connection does; and what is told to the next one. */
import { afterEach, expect, test } from '@jest/globals';
import { networksIn } from '@regards/core';
import type { CallContext, Log } from '@regards/core';
import { contractRights } from '../src/index.ts';
import type { Rights } from '../src/index.ts';
import { routes } from './support/contract.ts';
import { context, instance, json, transportTo } from './support/instances.ts';
import { startService } from './support/service.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** EXPLOIT counts from one network alone. */
const limited = (network: string): Rights => ({
  of: async (caller) => ({
    ...(await contractRights.of(caller)),
    from: caller.role === 'EXPLOIT' ? networksIn([network], 'authorizedAddresses') : undefined,
  }),
});

async function asked(role: string, told: string | undefined, network = '192.0.2.0/24') {
  const denials: object[] = [];
  const log = { info: (fields: object) => denials.push(fields), debug() {}, warn() {}, error() {} } as Log;
  const service = await startService(
    { getModel: () => ({ status: 200, body: { name: 'abc', type: 'DATA' } }) },
    { rights: limited(network), log },
  );
  open.push(service);
  const headers: Record<string, string> = told === undefined ? {} : { 'x-forwarded-for': told };
  const answer = await service.call('/models/abc', { role, headers });
  return { status: answer.status, body: await answer.json(), denials };
}

test.each([
  ['from there', '192.0.2.7', 200],
  ['from there, by way of proxies', '192.0.2.7, 10.0.0.1, 127.0.0.1', 200],
  ['from there, in the words of IPv6', '::ffff:192.0.2.7', 200],
  ['from elsewhere', '203.0.113.7', 401],
  ['from elsewhere, by way of a proxy that stands there', '203.0.113.7, 192.0.2.7', 401],
  ['from nowhere that can be read', 'unknown', 401],
  ['from nobody knows where', '', 401],
  ['not by way of the gateway, and from elsewhere', undefined, 401],
])('a holder of the role who comes %s', async (_what, told, status) => {
  expect((await asked('EXPLOIT', told)).status).toBe(status);
});

test('a holder of the role who comes from there, and not by way of the gateway', async () => {
  expect((await asked('EXPLOIT', undefined, '127.0.0.1')).status).toBe(200);
});

test('whoever holds another role comes from anywhere', async () => {
  expect((await asked('ADMIN', '203.0.113.7')).status).toBe(200);
});

test('who is refused is told so in the way of REGARDS, and the log says from where they came', async () => {
  const { body, denials } = await asked('EXPLOIT', '203.0.113.7');
  expect(body).toMatchObject({ messages: ['Access denied: whoever is EXPLOIT comes from elsewhere.'], status: 401 });
  expect(denials).toContainEqual(expect.objectContaining({ address: '203.0.113.7', role: 'EXPLOIT', tenant: 'demo' }));
});

test.each([
  ['with their token', { token: 'user-token' }, '192.0.2.7, 10.0.0.1'],
  ['but not with a token of the service itself', {}, undefined],
])('the next service is told where the caller came from, %s', async (_what, identity, told) => {
  const there = await instance((response) => json(response, 200, {}));
  const transport = transportTo([there.url]);
  open.push(transport, there);
  const given: CallContext = { ...context, ...identity, cameBy: '192.0.2.7, 10.0.0.1' };
  await transport.send('rs-test', routes.getModel, given, { modelName: 'abc' });
  expect(there.received[0]?.headers['x-forwarded-for']).toBe(told);
});

test('a handler calls on in the name of who came, from where they came', async () => {
  const there = await instance((response) => json(response, 200, {}));
  const transport = transportTo([there.url]);
  const service = await startService({
    async getModel(call) {
      await transport.send('rs-test', routes.getModel, call, { modelName: 'abc' });
      return { status: 200, body: { name: 'abc', type: 'DATA' } };
    },
  });
  open.push(service, transport, there);
  await service.call('/models/abc', { role: 'EXPLOIT', headers: { 'x-forwarded-for': '192.0.2.7' } });
  await service.call('/models/abc', { role: 'EXPLOIT' });
  expect(there.received.map(({ headers }) => headers['x-forwarded-for'])).toEqual(['192.0.2.7', '127.0.0.1']);
});
