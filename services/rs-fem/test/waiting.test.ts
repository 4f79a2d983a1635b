/** Requests by AMQP that wait for their date or for each other, and those that nothing follows. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  disseminationAck,
  featureCreationRequest,
  featureNotificationRequest,
  featureUpdateRequest,
} from '@regards/generated/rs-fem/messages';
import { creation, nowhere, patch, startFem } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem({ 'regards.jobs.scan.delay': '200' });
}, 60_000);
afterAll(() => fem.close());

const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

describe('a request that is early', () => {
  test('waits for its date, listed as delayed, and is done then', async () => {
    const body = creation();
    const requestId = await fem.ask(featureCreationRequest, body, { 'regards.request.date': soon(1500) });
    const [granted] = await fem.answers(requestId, 1);
    expect(granted?.state).toBe('GRANTED');
    const [kept] = (await fem.listed('CREATION')).filter((one) => one.providerId === body.feature.id);
    expect(kept).toMatchObject({ state: 'GRANTED', step: 'LOCAL_DELAYED', source: 'ops', session: 'day-1' });
    expect((await fem.final(requestId)).state).toBe('SUCCESS');
    expect((await fem.listed('CREATION')).filter((one) => one.providerId === body.feature.id)).toEqual([]);
  });

  test('holds back patches and deletions of the URN that it will make', async () => {
    const { id, urn } = await fem.create();
    const next = urn.replace(/V1$/, 'V7');
    const date = soon(1500);
    const made = await fem.ask(featureCreationRequest, creation({ id, urn: next }), { 'regards.request.date': date });
    await fem.answers(made, 1);
    const changed = await fem.ask(featureUpdateRequest, patch(next, { label: 'after' }));
    const again = await fem.ask(featureCreationRequest, creation({ id, urn: next }));
    expect((await fem.final(again)).errors?.join()).toContain('URN already exists');
    expect((await fem.answers(changed, 1)).map(({ state }) => state)).toEqual(['GRANTED']);
    expect([(await fem.final(made)).state, (await fem.final(changed)).state]).toEqual(['SUCCESS', 'SUCCESS']);
    expect((await fem.entity(next))?.feature.properties).toMatchObject({ label: 'after' });
  });

  test('is done after those of higher priority', async () => {
    const id = `P-${crypto.randomUUID()}`;
    const date = soon(1500);
    const priorities = ['LOW', 'HIGH', 'NORMAL'];
    const sent = await Promise.all(
      priorities.map((priority) =>
        fem.ask(featureCreationRequest, creation({ id }, { priority }), { 'regards.request.date': date }),
      ),
    );
    const urns = await Promise.all(sent.map(async (requestId) => (await fem.final(requestId)).urn));
    expect(urns.map((urn) => urn?.slice(-2))).toEqual(['V3', 'V1', 'V2']);
  });

  test('fails when its URN was taken, and is in the way of its product until it is given up', async () => {
    const { id, urn } = await fem.create();
    const next = urn.replace(/V1$/, 'V2');
    const early = await fem.ask(featureCreationRequest, creation({ id, urn: next }), {
      'regards.request.date': soon(1500),
    });
    await fem.answers(early, 1);
    expect((await fem.create({ id })).urn).toBe(next);
    expect(await fem.final(early)).toMatchObject({
      type: 'CREATION',
      state: 'ERROR',
      errors: [expect.stringContaining('URN already exists')],
    });
    const blocked = await fem.ask(featureCreationRequest, creation({ id }));
    expect((await fem.answers(blocked, 1)).map(({ state }) => state)).toEqual(['GRANTED']);
    await fem.call('DELETE', '/requests/delete/CREATION', {
      body: { states: { values: ['ERROR'] }, providerIds: { values: [id] } },
    });
    expect(await fem.final(blocked)).toMatchObject({ state: 'SUCCESS', urn: urn.replace(/V1$/, 'V3') });
  });
});

test('a request for notification is denied while nobody is told', async () => {
  const { urn } = await fem.create();
  const [denied] = await fem.answers(await fem.ask(featureNotificationRequest, { urn, priority: 'NORMAL' }), 1);
  expect(denied).toMatchObject({
    type: 'NOTIFICATION',
    state: 'DENIED',
    urn,
    errors: [expect.stringContaining('not active')],
  });
});

test('an acknowledgement is taken and nothing follows', async () => {
  const before = fem.all.length;
  await fem.send(disseminationAck, [{ payload: { urn: nowhere(), recipientLabel: 'mission' } }]);
  await fem.create();
  expect(fem.all.length).toBe(before + 2);
});
