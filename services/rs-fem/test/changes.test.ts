/** Products changed and deleted by AMQP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { featureDeletionRequest, featureUpdateRequest } from '@regards/generated/rs-fem/messages';
import { until } from '@regards/testing';
import { headersOf, nowhere, patch, startFem, tenant } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem({ 'regards.jobs.scan.delay': '200' });
}, 60_000);
afterAll(() => fem.close());

const change = async (payload: unknown, more: Record<string, unknown> = {}) =>
  fem.final(await fem.ask(featureUpdateRequest, payload, more));
const file = (checksum: string) => ({
  locations: [{ storage: 'web', url: `https://example.org/${checksum}` }],
  attributes: { dataType: 'RAWDATA', mimeType: 'a/b', filename: checksum, filesize: 1, algorithm: 'SHA-1', checksum },
});

describe('a patch', () => {
  test('changes what it names and keeps the rest', async () => {
    const { id, urn } = await fem.create();
    const before = await fem.entity(urn);
    const done = await change(patch(urn, { label: 'new', qa: { valid: false } }));
    expect(done).toEqual({ type: 'PATCH', requestId: done.requestId, requestOwner: 'ops', id, urn, state: 'SUCCESS' });
    const after = await fem.entity(urn);
    expect(after?.feature).toEqual({
      ...before?.feature,
      properties: { kind: 'A', label: 'new', qa: { valid: false } },
      history: { createdBy: 'ops', updatedBy: 'ops' },
    });
    expect([after?.version, after?.id]).toEqual([1, before?.id]);
    expect(Date.parse(after?.lastUpdate ?? '')).toBeGreaterThan(Date.parse(before?.lastUpdate ?? ''));
    const told = await until(() => {
      const found = fem.changesOf(urn);
      return found.length === 2 && found;
    });
    expect(told[1]).toMatchObject({ action: 'UPDATED', product: { feature: { properties: { label: 'new' } } } });
    expect(told[1]?.product.revision).toBeGreaterThan(told[0]?.product.revision ?? 0);
  });

  test('takes a property away by null', async () => {
    const { urn } = await fem.create({ properties: { kind: 'A', label: 'gone soon', qa: { valid: true } } });
    await change(patch(urn, { label: null }));
    expect((await fem.entity(urn))?.feature.properties).toEqual({ kind: 'A', qa: { valid: true } });
  });

  test('adds files, or puts them in the place of the others', async () => {
    const { urn } = await fem.create({ files: [file('a')] });
    const checksums = async () => (await fem.entity(urn))?.feature.files?.map(({ attributes }) => attributes.checksum);
    await change(patch(urn, {}, { files: [file('b')] }));
    expect(await checksums()).toEqual(['a', 'b']);
    await change(patch(urn, {}, { files: [file('c')] }), { 'regards.request.file_update_mode': 'REPLACE' });
    expect(await checksums()).toEqual(['c']);
  });

  test.each<[string, (urn: string) => unknown, string]>([
    ['a fixed attribute', (urn) => patch(urn, { kind: 'B' }), 'feature.properties.kind'],
    ['an attribute that nobody expects', (urn) => patch(urn, { more: 1 }), "more isn't expected"],
    ['a wrong type', (urn) => patch(urn, { qa: { valid: 3 } }), 'qa.valid'],
    ['the URN of another project', (urn) => patch(urn.replace(tenant, 'other'), { label: 'x' }), 'of this project'],
    ['no URN', () => patch('nonsense', { label: 'x' }), 'must be a URN'],
    [
      'neither entityType nor model',
      (urn) => patch(urn, { label: 'x' }, { entityType: undefined, model: undefined }),
      'entityType',
    ],
    [
      'an invalid geometry',
      (urn) => patch(urn, {}, { geometry: { type: 'Point', coordinates: [] } }),
      'feature.geometry',
    ],
    [
      'a file to be stored',
      (urn) => patch(urn, {}, { files: [{ ...file('a'), locations: [{ url: 'https://example.org' }] }] }),
      'metadata.storages',
    ],
  ])('with %s is denied, and nothing is changed', async (_name, payload, told) => {
    const { urn } = await fem.create();
    const denied = await change(payload(urn));
    expect([denied.type, denied.state, denied.errors?.join()]).toEqual([
      'PATCH',
      'DENIED',
      expect.stringContaining(told),
    ]);
    expect((await fem.entity(urn))?.feature.properties).toEqual({ kind: 'A', qa: { valid: true } });
  });

  test('with a file mode that is none is denied, and others of its batch are not', async () => {
    const { urn } = await fem.create();
    const [bad, good] = [headersOf({ 'regards.request.file_update_mode': 'SHUFFLE' }), headersOf()];
    await fem.send(featureUpdateRequest, [
      { payload: patch(urn, { label: 'bad' }), headers: bad },
      { payload: patch(urn, { label: 'good' }), headers: good },
    ]);
    expect((await fem.final(bad['regards.request.id'])).state).toBe('DENIED');
    expect((await fem.final(good['regards.request.id'])).state).toBe('SUCCESS');
  });

  test('of what is not there is granted, fails, and is listed until it is given up', async () => {
    const urn = nowhere();
    const requestId = await fem.ask(featureUpdateRequest, patch(urn, { label: 'x' }));
    const answers = await fem.answers(requestId);
    expect(answers.map(({ state, urn: of }) => [state, of])).toEqual([
      ['GRANTED', urn],
      ['ERROR', urn],
    ]);
    const [kept] = (await fem.listed('UPDATE')).filter((one) => one.urn === urn);
    expect(kept).toMatchObject({
      state: 'ERROR',
      step: 'LOCAL_ERROR',
      processing: false,
      type: 'UPDATE',
      errors: [expect.stringContaining(urn)],
    });
    const given = await fem.call('DELETE', '/requests/delete/UPDATE', { body: { requestIds: { values: [kept?.id] } } });
    expect(given.body).toMatchObject({ totalRequested: 1, totalHandled: 1 });
    expect((await fem.listed('UPDATE')).filter((one) => one.urn === urn)).toEqual([]);
  });

  test('that failed succeeds when it is tried again and its product has come', async () => {
    const { id, urn } = await fem.create();
    const next = urn.replace(/V1$/, 'V2');
    await fem.final(await fem.ask(featureUpdateRequest, patch(next, { label: 'late' })));
    const [kept] = (await fem.listed('UPDATE')).filter((one) => one.urn === next);
    await fem.create({ id });
    const retried = await fem.call('POST', '/requests/retry/UPDATE', { body: { requestIds: { values: [kept?.id] } } });
    expect(retried.body).toMatchObject({ totalRequested: 1, totalHandled: 1 });
    await until(async () => (await fem.entity(next))?.feature.properties?.['label'] === 'late');
    await until(async () => (await fem.listed('UPDATE')).every((one) => one.urn !== next));
  });
});

describe('a deletion', () => {
  test('removes the product and tells of it', async () => {
    const { id, urn } = await fem.create();
    const done = await fem.final(await fem.ask(featureDeletionRequest, { urn, priority: 'LOW' }));
    expect(done).toEqual({
      type: 'DELETION',
      requestId: done.requestId,
      requestOwner: 'ops',
      id,
      urn,
      state: 'SUCCESS',
    });
    expect(await fem.entity(urn)).toBeUndefined();
    await until(() => fem.deletions.find(({ payload }) => (payload as { featureId: string }).featureId === urn));
    const change_ = await until(() => fem.changesOf(urn).find(({ action }) => action === 'DELETED'));
    expect(change_.product.feature).toBeUndefined();
  });

  test('of the last version makes the one before it the last again', async () => {
    const { id, urn } = await fem.create();
    const second = await fem.create({ id });
    await fem.final(await fem.ask(featureDeletionRequest, { urn: second.urn, priority: 'LOW' }));
    expect((await fem.entity(urn))?.feature.last).toBe(true);
  });

  test('of what is not there succeeds and says so', async () => {
    const urn = nowhere();
    const done = await fem.final(await fem.ask(featureDeletionRequest, { urn, priority: null }));
    expect(done).toMatchObject({ state: 'SUCCESS', urn, errors: ['Feature already deleted. Skipping silently!'] });
    await until(() => fem.deletions.find(({ payload }) => (payload as { featureId: string }).featureId === urn));
  });

  test('sent twice at once removes once and succeeds twice', async () => {
    const { urn } = await fem.create();
    const messages = [headersOf(), headersOf()].map((headers) => ({ payload: { urn, priority: 'HIGH' }, headers }));
    await fem.send(featureDeletionRequest, messages);
    const finals = await Promise.all(messages.map(({ headers }) => fem.final(headers['regards.request.id'])));
    expect(finals.map(({ state }) => state)).toEqual(['SUCCESS', 'SUCCESS']);
    expect(finals.filter(({ errors }) => errors).length).toBe(1);
  });

  test.each([
    ['of another project', (urn: string) => urn.replace(tenant, 'other')],
    ['that is none', () => 'nonsense'],
  ])('of a URN %s is denied', async (_name, made) => {
    const { urn } = await fem.create();
    expect((await fem.final(await fem.ask(featureDeletionRequest, { urn: made(urn), priority: 'LOW' }))).state).toBe(
      'DENIED',
    );
    expect(await fem.entity(urn)).toBeDefined();
  });
});
