/** Products changed and deleted by AMQP, and requests that wait, fail and are tried again. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  disseminationAck, featureCreationRequest, featureDeletionRequest, featureNotificationRequest, featureUpdateRequest,
} from '@regards/generated/rs-fem/messages';
import type { FeatureChangedEvent, FeatureEntityDto, FeatureRequestDto, FeatureRequestEvent } from '@regards/generated/rs-fem/types';
import { until } from '@regards/testing';
import { creation, headersOf, patch, startFem, tenant } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem({ 'regards.feature.request.scheduling.delay': '200' });
}, 60_000);
afterAll(() => fem.close());

const entity = async (urn: string): Promise<FeatureEntityDto | undefined> => {
  const answer = await fem.call('GET', `/admin/features/${urn}`, { instance: 1 });
  return answer.status === 200 ? (answer.body as FeatureEntityDto) : undefined;
};
type Publication = typeof featureUpdateRequest | typeof featureDeletionRequest | typeof featureCreationRequest | typeof featureNotificationRequest;
const ask = async (publication: Publication, payload: unknown, more: Record<string, unknown> = {}): Promise<string> => {
  const headers = headersOf(more);
  await fem.send<unknown, unknown>(publication as never, [{ payload, headers }]);
  return headers['regards.request.id'];
};
const final = async (requestId: string): Promise<FeatureRequestEvent> => {
  const answers = await until(async () => {
    const found = await fem.answers(requestId, 1);
    return found.some(({ state }) => state !== 'GRANTED') && found;
  });
  return answers.at(-1) as FeatureRequestEvent;
};
const change = async (payload: unknown, more: Record<string, unknown> = {}) => final(await ask(featureUpdateRequest, payload, more));
const listed = async (kind: string, search: object = {}): Promise<FeatureRequestDto[]> => {
  const answer = await fem.call('POST', `/requests/search/${kind}?size=2000`, { body: search });
  return (answer.body as { content: { content: FeatureRequestDto }[] }).content.map(({ content }) => content);
};
const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();
const nowhere = (): string => `URN:FEATURE:DATA:${tenant}:${crypto.randomUUID()}:V1`;
const file = (checksum: string) => ({
  locations: [{ storage: 'web', url: `https://example.org/${checksum}` }],
  attributes: { dataType: 'RAWDATA', mimeType: 'a/b', filename: checksum, filesize: 1, algorithm: 'SHA-1', checksum },
});

describe('a patch', () => {
  test('changes what it names and keeps the rest', async () => {
    const { id, urn } = await fem.create();
    const before = await entity(urn);
    const done = await change(patch(urn, { label: 'new', qa: { valid: false } }));
    expect(done).toEqual({ type: 'PATCH', requestId: done.requestId, requestOwner: 'ops', id, urn, state: 'SUCCESS' });
    const after = await entity(urn);
    expect(after?.feature).toEqual({
      ...before?.feature, properties: { kind: 'A', label: 'new', qa: { valid: false } }, history: { createdBy: 'ops', updatedBy: 'ops' },
    });
    expect([after?.version, after?.id]).toEqual([1, before?.id]);
    expect(Date.parse(after?.lastUpdate ?? '')).toBeGreaterThan(Date.parse(before?.lastUpdate ?? ''));
    const told = await until(() => {
      const found = fem.changes.map(({ payload }) => payload as FeatureChangedEvent).filter(({ product }) => product.urn === urn);
      return found.length === 2 && found;
    });
    expect(told[1]).toMatchObject({ action: 'UPDATED', product: { feature: { properties: { label: 'new' } } } });
    expect(told[1]?.product.revision).toBeGreaterThan(told[0]?.product.revision ?? 0);
  });

  test('takes a property away by null', async () => {
    const { urn } = await fem.create({ properties: { kind: 'A', label: 'gone soon', qa: { valid: true } } });
    await change(patch(urn, { label: null }));
    expect((await entity(urn))?.feature.properties).toEqual({ kind: 'A', qa: { valid: true } });
  });

  test('adds files, or puts them in the place of the others', async () => {
    const { urn } = await fem.create({ files: [file('a')] });
    const checksums = async () => (await entity(urn))?.feature.files?.map(({ attributes }) => attributes.checksum);
    await change(patch(urn, {}, { files: [file('b')] }));
    expect(await checksums()).toEqual(['a', 'b']);
    await change(patch(urn, {}, { files: [file('c')] }), { 'regards.request.file_update_mode': 'REPLACE' });
    expect(await checksums()).toEqual(['c']);
  });

  test.each<[string, (urn: string) => unknown, string]>([
    ['a fixed attribute', (urn) => patch(urn, { kind: 'B' }), 'feature.properties.kind'],
    ['an attribute that nobody expects', (urn) => patch(urn, { more: 1 }), 'more isn\'t expected'],
    ['a wrong type', (urn) => patch(urn, { qa: { valid: 3 } }), 'qa.valid'],
    ['the URN of another project', (urn) => patch(urn.replace(tenant, 'other'), { label: 'x' }), 'of this project'],
    ['no URN', () => patch('nonsense', { label: 'x' }), 'must be a URN'],
    ['neither entityType nor model', (urn) => patch(urn, { label: 'x' }, { entityType: undefined, model: undefined }), 'entityType'],
    ['an invalid geometry', (urn) => patch(urn, {}, { geometry: { type: 'Point', coordinates: [] } }), 'feature.geometry'],
    ['a file to be stored', (urn) => patch(urn, {}, { files: [{ ...file('a'), locations: [{ url: 'https://example.org' }] }] }), 'metadata.storages'],
  ])('with %s is denied, and nothing is changed', async (_name, payload, told) => {
    const { urn } = await fem.create();
    const denied = await change(payload(urn));
    expect([denied.type, denied.state, denied.errors?.join()]).toEqual(['PATCH', 'DENIED', expect.stringContaining(told)]);
    expect((await entity(urn))?.feature.properties).toEqual({ kind: 'A', qa: { valid: true } });
  });

  test('with a file mode that is none is denied, and others of its batch are not', async () => {
    const { urn } = await fem.create();
    const [bad, good] = [headersOf({ 'regards.request.file_update_mode': 'SHUFFLE' }), headersOf()];
    await fem.send(featureUpdateRequest, [{ payload: patch(urn, { label: 'bad' }), headers: bad }, { payload: patch(urn, { label: 'good' }), headers: good }]);
    expect((await final(bad['regards.request.id'])).state).toBe('DENIED');
    expect((await final(good['regards.request.id'])).state).toBe('SUCCESS');
  });

  test('of what is not there is granted, fails, and is listed until it is given up', async () => {
    const urn = nowhere();
    const requestId = await ask(featureUpdateRequest, patch(urn, { label: 'x' }));
    const answers = await fem.answers(requestId);
    expect(answers.map(({ state, urn: of }) => [state, of])).toEqual([['GRANTED', urn], ['ERROR', urn]]);
    const [kept] = (await listed('UPDATE')).filter((one) => one.urn === urn);
    expect(kept).toMatchObject({ state: 'ERROR', step: 'LOCAL_ERROR', processing: false, type: 'UPDATE', errors: [expect.stringContaining(urn)] });
    const given = await fem.call('DELETE', '/requests/delete/UPDATE', { body: { requestIds: { values: [kept?.id] } } });
    expect(given.body).toMatchObject({ totalRequested: 1, totalHandled: 1 });
    expect((await listed('UPDATE')).filter((one) => one.urn === urn)).toEqual([]);
  });

  test('that failed succeeds when it is tried again and its product has come', async () => {
    const { id, urn } = await fem.create();
    const next = urn.replace(/V1$/, 'V2');
    await final(await ask(featureUpdateRequest, patch(next, { label: 'late' })));
    const [kept] = (await listed('UPDATE')).filter((one) => one.urn === next);
    await fem.create({ id });
    const retried = await fem.call('POST', '/requests/retry/UPDATE', { body: { requestIds: { values: [kept?.id] } } });
    expect(retried.body).toMatchObject({ totalRequested: 1, totalHandled: 1 });
    await until(async () => (await entity(next))?.feature.properties?.['label'] === 'late');
    await until(async () => (await listed('UPDATE')).every((one) => one.urn !== next));
  });
});

describe('a deletion', () => {
  test('removes the product and tells of it', async () => {
    const { id, urn } = await fem.create();
    const done = await final(await ask(featureDeletionRequest, { urn, priority: 'LOW' }));
    expect(done).toEqual({ type: 'DELETION', requestId: done.requestId, requestOwner: 'ops', id, urn, state: 'SUCCESS' });
    expect(await entity(urn)).toBeUndefined();
    await until(() => fem.deletions.find(({ payload }) => (payload as { featureId: string }).featureId === urn));
    const change_ = await until(() => fem.changes.map(({ payload }) => payload as FeatureChangedEvent).find(({ action, product }) => action === 'DELETED' && product.urn === urn));
    expect(change_.product.feature).toBeUndefined();
  });

  test('of the last version makes the one before it the last again', async () => {
    const { id, urn } = await fem.create();
    const second = await fem.create({ id });
    await final(await ask(featureDeletionRequest, { urn: second.urn, priority: 'LOW' }));
    expect((await entity(urn))?.feature.last).toBe(true);
  });

  test('of what is not there succeeds and says so', async () => {
    const urn = nowhere();
    const done = await final(await ask(featureDeletionRequest, { urn, priority: null }));
    expect(done).toMatchObject({ state: 'SUCCESS', urn, errors: ['Feature already deleted. Skipping silently!'] });
    await until(() => fem.deletions.find(({ payload }) => (payload as { featureId: string }).featureId === urn));
  });

  test('sent twice at once removes once and succeeds twice', async () => {
    const { urn } = await fem.create();
    const messages = [headersOf(), headersOf()].map((headers) => ({ payload: { urn, priority: 'HIGH' }, headers }));
    await fem.send(featureDeletionRequest, messages);
    const finals = await Promise.all(messages.map(({ headers }) => final(headers['regards.request.id'])));
    expect(finals.map(({ state }) => state)).toEqual(['SUCCESS', 'SUCCESS']);
    expect(finals.filter(({ errors }) => errors).length).toBe(1);
  });

  test.each([['of another project', (urn: string) => urn.replace(tenant, 'other')], ['that is none', () => 'nonsense']])('of a URN %s is denied', async (_name, made) => {
    const { urn } = await fem.create();
    expect((await final(await ask(featureDeletionRequest, { urn: made(urn), priority: 'LOW' }))).state).toBe('DENIED');
    expect(await entity(urn)).toBeDefined();
  });
});

describe('a request that is early', () => {
  test('waits for its date, listed as delayed, and is done then', async () => {
    const body = creation();
    const requestId = await ask(featureCreationRequest, body, { 'regards.request.date': soon(1500) });
    const [granted] = await fem.answers(requestId, 1);
    expect(granted?.state).toBe('GRANTED');
    const [kept] = (await listed('CREATION')).filter((one) => one.providerId === body.feature.id);
    expect(kept).toMatchObject({ state: 'GRANTED', step: 'LOCAL_DELAYED', source: 'ops', session: 'day-1' });
    expect((await final(requestId)).state).toBe('SUCCESS');
    expect((await listed('CREATION')).filter((one) => one.providerId === body.feature.id)).toEqual([]);
  });

  test('holds back patches and deletions of the URN that it will make', async () => {
    const { id, urn } = await fem.create();
    const next = urn.replace(/V1$/, 'V7');
    const date = soon(1500);
    const made = await ask(featureCreationRequest, creation({ id, urn: next }), { 'regards.request.date': date });
    await fem.answers(made, 1);
    const changed = await ask(featureUpdateRequest, patch(next, { label: 'after' }));
    const again = await ask(featureCreationRequest, creation({ id, urn: next }));
    expect((await final(again)).errors?.join()).toContain('URN already exists');
    expect((await fem.answers(changed, 1)).map(({ state }) => state)).toEqual(['GRANTED']);
    expect([(await final(made)).state, (await final(changed)).state]).toEqual(['SUCCESS', 'SUCCESS']);
    expect((await entity(next))?.feature.properties).toMatchObject({ label: 'after' });
  });

  test('is done after those of higher priority', async () => {
    const id = `P-${crypto.randomUUID()}`;
    const date = soon(1500);
    const priorities = ['LOW', 'HIGH', 'NORMAL'];
    const sent = await Promise.all(priorities.map((priority) => ask(featureCreationRequest, creation({ id }, { priority }), { 'regards.request.date': date })));
    const urns = await Promise.all(sent.map(async (requestId) => (await final(requestId)).urn));
    expect(urns.map((urn) => urn?.slice(-2))).toEqual(['V3', 'V1', 'V2']);
  });

  test('fails when its URN was taken meanwhile, and stands in the way of the product until it is given up', async () => {
    const { id, urn } = await fem.create();
    const next = urn.replace(/V1$/, 'V2');
    const early = await ask(featureCreationRequest, creation({ id, urn: next }), { 'regards.request.date': soon(1500) });
    await fem.answers(early, 1);
    expect((await fem.create({ id })).urn).toBe(next);
    expect(await final(early)).toMatchObject({ type: 'CREATION', state: 'ERROR', errors: [expect.stringContaining('URN already exists')] });
    const blocked = await ask(featureCreationRequest, creation({ id }));
    expect((await fem.answers(blocked, 1)).map(({ state }) => state)).toEqual(['GRANTED']);
    await fem.call('DELETE', '/requests/delete/CREATION', { body: { states: { values: ['ERROR'] }, providerIds: { values: [id] } } });
    expect(await final(blocked)).toMatchObject({ state: 'SUCCESS', urn: urn.replace(/V1$/, 'V3') });
  });
});

test('a request for notification is denied while nobody is told', async () => {
  const { urn } = await fem.create();
  const [denied] = await fem.answers(await ask(featureNotificationRequest, { urn, priority: 'NORMAL' }), 1);
  expect(denied).toMatchObject({ type: 'NOTIFICATION', state: 'DENIED', urn, errors: [expect.stringContaining('not active')] });
});

test('an acknowledgement is taken and nothing follows', async () => {
  const before = fem.all.length;
  await fem.send(disseminationAck, [{ payload: { urn: nowhere(), recipientLabel: 'mission' } }]);
  await fem.create();
  expect(fem.all.length).toBe(before + 2);
});
