/** Products asked for over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RequestInfo } from '@regards/generated/rs-fem/types';
import type { TestAnswer } from '@regards/testing';
import { collection, featureOf, geoJson, startFem } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem({ 'regards.feature.rest.max.features': '3000' });
}, 60_000);
afterAll(() => fem.close());

const submit = (method: string, body: unknown, headers: Record<string, string> = geoJson): Promise<TestAnswer> =>
  fem.call(method, '/features', { headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
const info = ({ body }: TestAnswer): RequestInfo => (body as { content: RequestInfo }).content;
const created = async (
  changes: Record<string, unknown> = {},
  metadata: Record<string, unknown> = {},
): Promise<{ id: string; urn: string }> => {
  const one = featureOf(changes);
  const { granted } = info(await submit('POST', collection([one], metadata)));
  const urn = (await fem.answers(granted[one.id] ?? '')).at(-1)?.urn;
  if (urn === undefined) throw new Error('not created');
  return { id: one.id, urn };
};

describe('POST /features', () => {
  test("answers 201 when all are granted, by the provider's identifiers", async () => {
    const features = [featureOf(), featureOf()];
    const answer = await submit('POST', collection(features));
    expect([answer.status, Object.keys(info(answer).granted), info(answer).denied]).toEqual([
      201,
      features.map(({ id }) => id),
      {},
    ]);
    expect((answer.body as { links: unknown }).links).toEqual([]);
    for (const id of Object.values(info(answer).granted))
      expect((await fem.answers(id)).map(({ state }) => state)).toEqual(['GRANTED', 'SUCCESS']);
  });

  test.each([[[]], [null], [undefined]])('answers 201 when there are none: %j', async (features) => {
    const answer = await submit('POST', { ...collection([]), features });
    expect([answer.status, info(answer)]).toEqual([201, { granted: {}, denied: {}, messages: [] }]);
  });

  test("answers 206 when some are denied, with their reasons by the request's identifier", async () => {
    const [right, wrong, unreadable] = [featureOf(), featureOf({ model: 'NO_SUCH_MODEL' }), featureOf({ id: 7 })];
    const answer = await submit('POST', collection([right, wrong, unreadable]));
    const { granted, denied } = info(answer);
    expect([answer.status, Object.keys(granted)]).toEqual([206, [right.id]]);
    expect(Object.values(denied).flat()).toEqual(
      expect.arrayContaining([expect.stringContaining('NO_SUCH_MODEL'), expect.stringContaining('feature.id')]),
    );
    for (const id of Object.keys(denied))
      expect((await fem.answers(id, 1)).map(({ state }) => state)).toEqual(['DENIED']);
  });

  test('answers 422 when all are denied', async () => {
    const answer = await submit('POST', collection([featureOf({ model: 'NO' }), featureOf({ properties: {} })]));
    expect([answer.status, Object.keys(info(answer).denied).length, info(answer).granted]).toEqual([422, 2, {}]);
  });

  test('answers with the URN when a creation changes what is there', async () => {
    const { id, urn } = await created();
    const answer = await submit('POST', collection([featureOf({ id, urn })], { updateIfExists: true }));
    expect([answer.status, Object.keys(info(answer).granted)]).toEqual([201, [urn]]);
  });

  test('takes GeoJSON and nothing else', async () => {
    expect((await submit('POST', collection([featureOf()]), { 'content-type': 'application/json' })).status).toBe(415);
  });

  test.each<[string, Record<string, unknown>]>([
    ['owner', { requestOwner: undefined }],
    ['metadata', { metadata: undefined }],
    ['session', { metadata: { sessionOwner: 'x' } }],
    ['collection', { type: 'Feature' }],
  ])('refuses a call without %s', async (_name, changes) => {
    const answer = await submit('POST', { ...collection([featureOf()]), ...changes });
    expect([400, 422]).toContain(answer.status);
    expect(answer.body).toMatchObject({ messages: [expect.any(String)] });
  });

  test('refuses a call with too many, as a whole', async () => {
    const session = `many-${crypto.randomUUID()}`;
    const answer = await submit(
      'POST',
      collection(
        Array.from({ length: 3001 }, () => featureOf()),
        { session },
      ),
    );
    expect([answer.status, answer.body]).toEqual([
      413,
      expect.objectContaining({ messages: [expect.stringContaining('3000')] }),
    ]);
  });

  test('takes thousands at once, all accounted for', async () => {
    const session = `many-${crypto.randomUUID()}`;
    const answer = await submit(
      'POST',
      collection(
        Array.from({ length: 3000 }, (_, number) => featureOf(number % 10 === 0 ? { model: 'NO' } : {})),
        { session },
      ),
    );
    expect([answer.status, Object.keys(info(answer).granted).length, Object.keys(info(answer).denied).length]).toEqual([
      206, 2700, 300,
    ]);
    const found = await fem.call('POST', '/admin/features?size=1', { body: { session } });
    expect(found.body).toMatchObject({ metadata: { totalElements: 2700 } });
  });

  test.each([
    ['PUBLIC', 403],
    ['REGISTERED_USER', 403],
    ['ADMIN', 201],
  ])('is for EXPLOIT and above: %s gets %i', async (role, status) => {
    expect(
      (await fem.call('POST', '/features', { role, headers: geoJson, body: JSON.stringify(collection([])) })).status,
    ).toBe(status);
  });
});

describe('PATCH and DELETE /features', () => {
  const patchOf = (...features: object[]) => ({
    type: 'FeatureCollection',
    requestOwner: 'me',
    metadata: { priority: 'NORMAL' },
    features,
  });

  test('change what is there, by URN', async () => {
    const { urn } = await created();
    const [right, wrong] = [
      { type: 'Feature', urn, entityType: 'DATA', model: 'IMG', properties: { label: 'x' } },
      { type: 'Feature', urn: 'nonsense', entityType: 'DATA', model: 'IMG' },
    ];
    const answer = await submit('PATCH', patchOf(right, wrong));
    expect([answer.status, Object.keys(info(answer).granted), Object.keys(info(answer).denied)]).toEqual([
      206,
      [urn],
      ['nonsense'],
    ]);
    await fem.answers(info(answer).granted[urn] ?? '');
    const found = await fem.call('GET', `/admin/features/${urn}`);
    expect(found.body).toMatchObject({
      feature: { properties: { kind: 'A', label: 'x', qa: { valid: true } }, history: { updatedBy: 'me' } },
    });
  });

  test('delete what is there, by URN, for the caller', async () => {
    const { urn } = await created();
    const answer = await submit('DELETE', { featuresUrns: [urn], priority: 'NORMAL' });
    expect([answer.status, Object.keys(info(answer).granted)]).toEqual([201, [urn]]);
    const answers = await fem.answers(info(answer).granted[urn] ?? '');
    expect(answers.map(({ state, requestOwner }) => [state, requestOwner])).toEqual([
      ['GRANTED', 'exploit@example.org'],
      ['SUCCESS', 'exploit@example.org'],
    ]);
    expect((await fem.call('GET', `/admin/features/${urn}`)).status).toBe(404);
  });

  test.each(['one', [7], null])('refuse %j in place of URNs', async (featuresUrns) => {
    expect([400, 422]).toContain((await submit('DELETE', { featuresUrns, priority: 'NORMAL' })).status);
  });

  test('of another project leave the product alone', async () => {
    const { urn } = await created();
    const body = JSON.stringify({ featuresUrns: [urn], priority: 'NORMAL' });
    expect((await fem.call('DELETE', '/features', { tenant: 'other', headers: geoJson, body })).status).toBe(422);
    const patch = JSON.stringify(
      patchOf({ type: 'Feature', urn, entityType: 'DATA', model: 'IMG', properties: { label: 'stolen' } }),
    );
    expect((await fem.call('PATCH', '/features', { tenant: 'other', headers: geoJson, body: patch })).status).toBe(422);
    expect((await fem.call('GET', `/admin/features/${urn}`, { tenant: 'other' })).status).toBe(404);
    expect((await fem.call('GET', `/admin/features/${urn}`)).body).toMatchObject({
      feature: { properties: { kind: 'A', qa: { valid: true } } },
    });
  });
});
