import { describe, expect, test } from '@jest/globals';
import { EnvironmentError, readBootstrap, readTestEnvironment } from '../src/index.ts';

describe('what an instance starts from', () => {
  test('has a default for everything that can have one', () => {
    expect(readBootstrap('rs-fem', { environment: {} })).toMatchObject({
      configUrls: [],
      registryUrls: [],
      host: '127.0.0.1',
      port: 0,
      profile: 'production',
      label: 'regards-oss-backend',
      instanceId: expect.stringMatching(/^rs-fem:[0-9a-f]{8}$/),
    });
  });

  test('two instances never share an id', () => {
    const [one, other] = [0, 1].map(() => readBootstrap('rs-fem', { environment: {} }).instanceId);
    expect(one).not.toBe(other);
  });

  test.each([
    ['1', 'rs-fem:1'],
    ['rs-fem:1', 'rs-fem:1'],
  ])('instance id %s becomes %s', (given, id) => {
    expect(readBootstrap('rs-fem', { environment: { REGARDS_INSTANCE_ID: given } }).instanceId).toBe(id);
  });

  test('registry addresses may end as Eureka clients write them', () => {
    const environment = { REGARDS_REGISTRY_URLS: 'http://a:1/eureka/, http://b:2 ,' };
    expect(readBootstrap('rs-fem', { environment }).registryUrls).toEqual(['http://a:1', 'http://b:2']);
  });

  test('in a shared process a port counts only when it names its service', () => {
    const environment = { REGARDS_PORT: '9000', REGARDS_RS_CONFIG_PORT: '9031' };
    expect(readBootstrap('rs-config', { environment, shared: true }).port).toBe(9031);
    expect(readBootstrap('rs-fem', { environment, shared: true }).port).toBe(0);
    expect(readBootstrap('rs-fem', { environment }).port).toBe(9000);
  });

  test.each(['eighty', '-1', '70000', '1.5'])('%s is refused as a port', (port) => {
    expect(() => readBootstrap('rs-fem', { environment: { REGARDS_PORT: port } })).toThrow(EnvironmentError);
  });
});

test('a missing test database is told with what to do', () => {
  expect(() => readTestEnvironment({})).toThrow(/REGARDS_TEST_DATABASE_URL is not set: .*make test/);
});
