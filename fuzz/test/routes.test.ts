/** What a service serves is what its contract says, no operation less and no method more. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operationsOf, readService } from '@regards/reference';
import { startWholePlatform } from '../../platform/src/testing/whole-platform.ts';
import type { WholePlatform } from '../../platform/src/testing/whole-platform.ts';

const services = ['rs-admin-instance', 'rs-admin', 'rs-authentication', 'rs-catalog', 'rs-dam', 'rs-fem'];
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Whether a path is one of a template's. */
const fits = (template: string, path: string): boolean =>
  new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);

let whole: WholePlatform;

beforeAll(async () => {
  whole = await startWholePlatform();
}, 120_000);

afterAll(() => whole.close());

describe.each(services)('%s', (name) => {
  const operations = operationsOf(readService(name));
  const paths = [...new Set(operations.map(({ path }) => path))];
  const ask = (method: string, path: string): Promise<Response> =>
    fetch((whole.services.get(name) ?? '') + path.replaceAll(/\{\w+\}/g, '1'), { method });

  test.each(paths)('serves %s by the methods of its contract alone', async (path) => {
    for (const method of methods) {
      const { status } = await ask(method, path);
      // `/models/import` is a model's name for whatever only `/models/{modelName}` has
      const operation = operations.find((one) => one.method === method.toLowerCase() && fits(one.path, path));
      // whoever shows no token is told so by an operation that is there
      const expected =
        operation === undefined ? [405] : operation.role === 'NONE' ? expect.not.arrayContaining([405]) : [401];
      expect([`${method} ${path}`, [status]]).toEqual([`${method} ${path}`, expected]);
    }
  });

  test('serves nothing below or beside them', async () => {
    const others = paths.flatMap((path) => [`${path}/none-of-these/at-all`, `/none-of-these${path}`]);
    for (const path of others) expect([path, (await ask('GET', path)).status]).toEqual([path, 404]);
  });
});
