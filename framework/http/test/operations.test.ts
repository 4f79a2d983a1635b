/** What operators see: health, metrics, the contract, logs; and what stops an application from being made. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { contractRights, createApplication, createHealth } from '../src/index.ts';
import type { HealthCheck } from '../src/index.ts';
import { contract, routes } from './support/contract.ts';
import { startService } from './support/service.ts';
import type { TestService } from './support/service.ts';

describe('an instance', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService({ getModel: () => ({ status: 200, body: { name: 'abc', type: 'DATA' } }) });
  });
  afterAll(() => service.close());
  const get = async (path: string): Promise<[number, unknown]> => {
    const answer = await fetch(service.url + path);
    return [answer.status, await answer.json()];
  };

  test('tells everybody that it is up', async () => {
    for (const path of ['/actuator/health', '/actuator/health/readiness', '/actuator/health/liveness']) {
      expect(await get(path)).toEqual([200, expect.objectContaining({ status: 'UP' })]);
    }
  });

  test('that does not want calls is alive all the same', async () => {
    service.health.setAccepting(false);
    expect(await get('/actuator/health/liveness')).toMatchObject([200, { status: 'UP' }]);
    expect(await get('/actuator/health/readiness')).toMatchObject([503, { status: 'OUT_OF_SERVICE' }]);
    expect(await get('/actuator/health')).toMatchObject([503, { status: 'OUT_OF_SERVICE' }]);
    service.health.setAccepting(true);
  });

  test('gives its metrics as Prometheus reads them', async () => {
    const answer = await fetch(`${service.url}/actuator/prometheus`);
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual([
      'text/plain; version=0.0.4; charset=utf-8',
      '# HELP x y\n',
    ]);
  });

  test('tells what it is', async () => {
    expect(await get('/actuator/info')).toMatchObject([200, { build: { name: 'rs-test', version: '1.0.0' } }]);
  });

  test('gives its contract as it is published', async () => {
    expect(await get('/v3/api-docs')).toMatchObject([
      200,
      { openapi: '3.1.0', servers: [{ url: '/api/v1/rs-test' }], paths: { '/models': {} } },
    ]);
  });

  test('measures by template, never by path', async () => {
    service.answered.length = 0;
    for (const path of [
      '/models/one',
      '/models/two',
      '/no/such/one',
      '/no/such/two',
      '/models/%zz',
      '/actuator/health',
    ])
      await service.call(path);
    expect(service.answered).toEqual([
      'GET /models/{modelName} 200',
      'GET /models/{modelName} 200',
      'GET UNKNOWN 404',
      'GET UNKNOWN 404',
      'GET UNKNOWN 400',
      'GET /actuator/health 200',
    ]);
  });
});

describe('health', () => {
  const ready = async (checks: Record<string, HealthCheck>) => {
    const health = createHealth(checks);
    health.setAccepting(true);
    return health.readiness();
  };

  test('is DOWN when one of what it needs is away, and says which without its secrets', async () => {
    const away = Object.assign(new TypeError('postgres://app:s3cr3t@db'), { code: 'ECONNREFUSED' });
    const report = await ready({ rabbit: async () => ({ version: '3.10' }), db: () => Promise.reject(away) });
    expect(report).toEqual({
      status: 'DOWN',
      components: {
        rabbit: { status: 'UP', details: { version: '3.10' } },
        db: { status: 'DOWN', details: { error: 'TypeError' } },
      },
    });
  });

  test('is DOWN when a check throws at once', async () => {
    expect(
      await ready({
        db: () => {
          throw new Error('x');
        },
      }),
    ).toMatchObject({ status: 'DOWN' });
  });

  test('does not wait for ever for a check that hangs', async () => {
    expect(await ready({ db: () => new Promise(() => {}) })).toMatchObject({
      status: 'DOWN',
      components: { db: { status: 'DOWN' } },
    });
  });

  test('before the start is out of service and looks at everything all the same', async () => {
    expect(await createHealth({ db: async () => {} }).readiness()).toEqual({
      status: 'OUT_OF_SERVICE',
      components: { db: { status: 'UP' } },
    });
  });
});

describe('the log', () => {
  test('carries correlation id, tenant and user around everything that a handler does', async () => {
    const contexts: object[] = [];
    const log = {
      ...silentLog,
      within: <T>(context: object, work: () => T): T => {
        contexts.push(context);
        return work();
      },
    };
    const service = await startService(
      { getModel: () => ({ status: 200, body: { name: 'abc', type: 'DATA' } }) },
      { log },
    );
    await service.call('/models/abc', { role: 'ADMIN', headers: { 'correlation-id': 'c1' } });
    expect(contexts).toEqual([{ correlationId: 'c1', tenant: 'demo', username: 'admin@example.org' }]);
    await service.close();
  });
});

describe('an application is not made', () => {
  const server = Object.fromEntries(Object.keys(routes).map((operation) => [operation, async () => ({ status: 200 })]));
  const make = (changed: Partial<Parameters<typeof createApplication>[0]>) =>
    createApplication({
      contract,
      server,
      verifier: { verify: () => Promise.reject(new Error('unused')) },
      tenants: { ready: async () => true },
      rights: contractRights,
      log: silentLog,
      metrics: { answered: () => {}, text: async () => '', contentType: 'text/plain' },
      health: createHealth(),
      ...changed,
    });

  test('without a handler for each operation', async () => {
    const { getModel: _left, ...rest } = server;
    await expect(make({ server: rest })).rejects.toThrow('There is no handler for getModel.');
  });

  test('for a route that the document does not have', async () => {
    const more = { ...routes.getModel, operation: 'getMore', path: '/more/{name}' };
    const given = { ...contract, routes: { ...routes, getMore: more } };
    await expect(
      make({ contract: given, server: { ...server, getMore: async () => ({ status: 200 }) } }),
    ).rejects.toThrow("The contract's document has no get /more/{name}.");
  });

  test('for a link to an operation that does not exist', async () => {
    const responses = {
      200: { kind: 'resource' as const, links: [{ rel: 'self', operation: 'nothing', parameters: {} }] },
    };
    const given = { ...contract, routes: { ...routes, getModel: { ...routes.getModel, responses } } };
    await expect(make({ contract: given })).rejects.toThrow(
      'The link self leads to nothing, which is no operation of this contract.',
    );
  });

  test('without its document', async () => {
    await expect(make({ contract: { ...contract, document: new URL('file:///nowhere.json') } })).rejects.toThrow(
      'ENOENT',
    );
  });
});
