/** Who may register under which name: by the rules, over HTTP, and with clients that others wrote. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { createDiscovery, register } from '@regards/discovery';
import { createTestPlatform, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { Eureka } from 'eureka-js-client';
import { rsRegistry } from '../src/index.ts';
import { addresses } from '../src/leases/addresses.ts';
import { registrants } from '../src/leases/registrants.ts';
import { addressesOf } from '../src/resolve.ts';

const basic = (text: string): string => `Basic ${btoa(text)}`;

describe('a credential', () => {
  const rules = registrants(['regards:secret:rs-fem|rs-dam', 'acme:word:acme-*'], ['kit-*']);
  test.each([
    ['its own name', 'regards:secret', 'rs-fem', undefined],
    ['its own name in capitals', 'regards:secret', 'RS-FEM', undefined],
    ['a name of its pattern', 'acme:word', 'acme-viewer', undefined],
    ["another's name", 'acme:word', 'rs-fem', 'access-denied'],
    ['a longer name', 'regards:secret', 'rs-fem-2', 'access-denied'],
    ['an open name', 'acme:word', 'kit-1', undefined],
    ['a wrong password', 'regards:wrong', 'rs-fem', 'unauthenticated'],
    ['a wrong password and an open name', 'regards:wrong', 'kit-1', 'unauthenticated'],
    ['an empty password', 'regards:', 'rs-fem', 'unauthenticated'],
    ['nothing and an open name', undefined, 'kit-1', undefined],
    ['nothing and a reserved name', undefined, 'rs-dam', 'unauthenticated'],
    ['nothing and a name that nobody has', undefined, 'other', 'unauthenticated'],
  ])('with %s', (_what, shown, service, refused) => {
    expect(rules.refusalOf(shown === undefined ? undefined : basic(shown), service)?.code).toBe(refused);
  });

  test.each(['', 'user', 'user:password', ':password:names', 'a:b:c:d'])('that reads %j ends the start', (text) => {
    expect(() => registrants([text], [])).toThrow('regards.registry.credentials');
  });
});

describe('R12: an address', () => {
  const rules = addresses(['127.0.0.0/8', '::1', '169.254.0.0/16', 'fe80::/10', '0.0.0.0/8'], addressesOf);
  const at = (hostName: string, ipAddr?: string) =>
    rules.refusalOf({ app: 'RS-FEM', hostName, ...(ipAddr === undefined ? {} : { ipAddr }) });
  test.each([
    ['of this machine', '127.0.0.1'],
    ['of this machine as IPv6 writes it', '::ffff:127.0.0.1'],
    ['of this machine in brackets', '[::1]'],
    ['of this machine by name', 'localhost'],
    ['of this machine in few digits', '127.1'],
    ["of a cloud's metadata", '169.254.169.254'],
    ["of a cloud's metadata with a dot behind it", '169.254.169.254.'],
    ["of a cloud's metadata as one number", '2852039166'],
    ['of a link', 'fe80::1'],
    ['of nobody', '0.0.0.0'],
  ])('%s is refused', async (_what, host) => {
    expect((await at(host))?.messages[0]).toMatch(/^hostName: .* regards.registry.refused.networks/);
    expect((await at('192.0.2.1', host))?.messages[0]).toMatch(/^ipAddr: /);
  });

  test.each([
    'eve@192.0.2.1',
    '192.0.2.1#',
    '192.0.2.1/..',
    '192.0.2.1:80',
    'a b',
    'a\nb',
    'fe80::1%lo',
    '192.0.2.256',
  ])('%j is refused, since it is none', async (host) => {
    expect((await at(host))?.messages).toEqual([`hostName: ${JSON.stringify(host)} is neither a name nor an address`]);
  });

  test.each(['192.0.2.1', '2001:db8::1', 'no-such-host.invalid', 'with_underscore.invalid'])(
    '%s is allowed',
    async (host) => {
      expect(await at(host, '192.0.2.1')).toBeUndefined();
    },
  );

  test('that is none ends the start', () => {
    expect(() => addresses(['10.0.0.0/33'], addressesOf)).toThrow('regards.registry.refused.networks: 10.0.0.0/33');
  });
});

describe('over HTTP', () => {
  let platform: TestPlatform;
  let url: string;
  beforeAll(async () => {
    platform = await createTestPlatform();
    ({ url } = await platform.start(rsRegistry, {
      settings: { 'regards.registry.credentials': 'regards:secret:rs-fem', 'regards.registry.tick.ms': 100 },
    }));
  });
  afterAll(() => platform.close());

  const address = (credential: string): string => url.replace('://', `://${credential}@`);
  const ask = (method: string, path: string, shown?: string, body?: object) =>
    fetch(`${url}/eureka/apps/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(shown === undefined ? {} : { authorization: basic(shown) }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const instance = (app: string) => ({
    instance: {
      app,
      instanceId: 'evil:1',
      hostName: '192.0.2.1',
      ipAddr: '192.0.2.1',
      port: { $: 80, '@enabled': 'true' },
    },
  });

  test('a stranger neither registers, renews, ends nor overrides an instance of a name that is reserved', async () => {
    const answers = await Promise.all([
      ask('POST', 'RS-FEM', undefined, instance('RS-FEM')),
      ask('POST', 'rs-fem', 'eve:guess', instance('rs-fem')),
      ask('PUT', 'RS-FEM/rs-fem:1'),
      ask('DELETE', 'RS-FEM/rs-fem:1'),
      ask('PUT', 'RS-FEM/rs-fem:1/status?value=OUT_OF_SERVICE'),
      ask('DELETE', 'RS-FEM/rs-fem:1/status?value=UP'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
    expect(answers[0]?.headers.get('www-authenticate')).toMatch(/^Basic/);
    expect((await ask('GET', 'RS-FEM')).status).toBe(404);
    expect((await ask('POST', 'FREE', undefined, instance('FREE'))).status).toBe(204);
  });

  test("the platform's own client registers and looks with the credential in the address, and tells it to nobody", async () => {
    const said: string[] = [];
    const log = {
      ...silentLog,
      warn: (fields: object, text?: string) => void said.push(JSON.stringify(fields) + text),
    };
    const options = { service: 'rs-fem', instanceId: 'rs-fem:1', host: '127.0.0.1', port: 65_001 };
    const discovery = createDiscovery({ registryUrls: [address('regards:secret')], log: silentLog });
    const registration = register({ registryUrls: [address('regards:secret')], instance: options, log: silentLog });
    await until(() => discovery.instances('rs-fem').length === 1);
    const refused = register({
      registryUrls: [address('regards:secretive')],
      instance: { ...options, instanceId: 'rs-fem:2' },
      log,
    });
    await until(() => said.length > 0);
    expect(said.join()).not.toContain('secretive');
    await Promise.all([registration.stop(), refused.stop(), discovery.stop()]);
  });

  test('eureka-js-client registers with the credential in its host', async () => {
    const { hostname, port } = new URL(url);
    const client = new Eureka({
      logger: { warn() {}, info() {}, debug() {}, error() {}, level() {} },
      instance: {
        instanceId: 'rs-fem:js',
        app: 'rs-fem',
        vipAddress: 'rs-fem',
        hostName: '127.0.0.1',
        ipAddr: '127.0.0.1',
        port: { $: 65_002, '@enabled': true },
        dataCenterInfo: { '@class': 'com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo', name: 'MyOwn' },
      },
      eureka: { host: `regards:secret@${hostname}`, port: Number(port), servicePath: '/eureka/apps/', maxRetries: 1 },
    });
    await new Promise<void>((resolve, reject) =>
      client.start((failure?: Error) => (failure ? reject(failure) : resolve())),
    );
    await until(async () => (await ask('GET', 'RS-FEM/rs-fem:js')).status === 200);
    await new Promise<void>((resolve) => client.stop(() => resolve()));
  });
});
