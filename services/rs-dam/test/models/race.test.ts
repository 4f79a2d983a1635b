/** Two instances of rs-dam do the same at once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { request } from '@regards/testing';
import { rsDam } from '../../src/index.ts';
import { datasetBody, made, prepare, rightBody, sourceBody } from '../catalogue/sources.ts';
import { startDam } from '../dam.ts';
import type { Dam } from '../dam.ts';

let dam: Dam;
let urls: readonly string[];
let token: string;

beforeAll(async () => {
  dam = await startDam();
  urls = [dam.url, (await dam.platform.start(rsDam)).url];
  token = await dam.token('PROJECT_ADMIN');
  await prepare(dam);
});
afterAll(() => dam.platform.close());

/** The statuses of one request sent several times at once, by turns to each instance. */
async function raced(method: string, path: string, body?: object, times = 8): Promise<number[]> {
  const all = Array.from({ length: times }, (_, turn) =>
    request(method, `${urls[turn % urls.length]}${path}`, { token, body }),
  );
  return (await Promise.all(all)).map(({ status }) => status).toSorted((one, other) => one - other);
}

const once = (status: number, others: number, times = 8): number[] =>
  [status, ...Array<number>(times - 1).fill(others)].toSorted((one, other) => one - other);

test('one of several equal models, attributes and groups is made', async () => {
  expect(await raced('POST', '/models', { name: 'RACED', type: 'DATA' })).toEqual(once(200, 409));
  expect(await raced('POST', '/models/attributes', { name: 'raced', label: 'r', type: 'STRING' })).toEqual(
    once(200, 409),
  );
  expect(await raced('POST', '/accessgroups', { name: 'raced' })).toEqual(once(201, 409));
  expect(await raced('POST', '/datasources', sourceBody('raced'))).toEqual(once(200, 422));
});

test('one right of a group on a dataset is given', async () => {
  const { id } = await made(dam, '/datasets', datasetBody('raced', 'obs'));
  expect(await raced('POST', '/accessrights', rightBody(Number(id)))).toEqual(once(201, 422));
});

test('a data source is either deleted or has a dataset, never both', async () => {
  for (let round = 0; round < 6; round++) {
    const source = `round${round}`;
    await made(dam, '/datasources', sourceBody(source));
    const [deleted, dataset] = await Promise.all([
      request('DELETE', `${urls[0]}/datasources/${source}`, { token }),
      request('POST', `${urls[1]}/datasets`, { token, body: datasetBody(source, source) }),
    ]);
    expect([
      [204, 404],
      [403, 201],
    ]).toContainEqual([deleted.status, dataset.status]);
  }
});

test('a model is either deleted or has a data source, never both', async () => {
  for (let round = 0; round < 6; round++) {
    const model = `ROUND_${round}`;
    await made(dam, '/models', { name: model, type: 'DATA' });
    const [deleted, source] = await Promise.all([
      request('DELETE', `${urls[0]}/models/${model}`, { token }),
      request('POST', `${urls[1]}/datasources`, { token, body: sourceBody(`of-${model}`, model) }),
    ]);
    expect([
      [204, 422],
      [403, 200],
    ]).toContainEqual([deleted.status, source.status]);
  }
});
