/** Many creations by AMQP at the same moment, taken by two instances. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { featureCreationRequest } from '@regards/generated/rs-fem/messages';
import type { FeatureEntityDto } from '@regards/generated/rs-fem/types';
import { creation, headersOf, startFem } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem();
}, 60_000);
afterAll(() => fem.close());

describe('many at once', () => {
  test('of one product become one version after the other, sent together or through both instances', async () => {
    const id = `P-${crypto.randomUUID()}`;
    const sent = Array.from({ length: 60 }, () => headersOf());
    await Promise.all(
      [0, 1, 2].map((part) =>
        fem.send(
          featureCreationRequest,
          sent.slice(part * 20, part * 20 + 20).map((headers) => ({ payload: creation({ id }), headers })),
        ),
      ),
    );
    const answers = await Promise.all(sent.map((headers) => fem.answers(headers['regards.request.id'])));
    const versions = answers
      .map((all) => Number(all.at(-1)?.urn?.split(':V')[1]))
      .toSorted((one, other) => one - other);
    expect(versions).toEqual(Array.from({ length: 60 }, (_, place) => place + 1));
    const search = await fem.call('POST', '/admin/features?size=100', { body: { providerIds: { values: [id] } } });
    const found = (search.body as { content: { content: FeatureEntityDto }[] }).content.map(({ content }) => content);
    expect(found.filter(({ feature }) => feature.last).map(({ version }) => version)).toEqual([60]);
  });

  test('with one identifier are one that succeeds and others that are denied', async () => {
    const headers = headersOf();
    const messages = Array.from({ length: 5 }, () => ({
      payload: creation({}, { session: headers['regards.request.id'] }),
      headers,
    }));
    await Promise.all(messages.map((message) => fem.send(featureCreationRequest, [message])));
    const states = (await fem.answers(headers['regards.request.id'], 6)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['DENIED', 'DENIED', 'DENIED', 'DENIED', 'GRANTED', 'SUCCESS']);
    expect(await fem.count({ session: headers['regards.request.id'] })).toBe(1);
  });

  test('end each exactly once, and only the right ones are kept', async () => {
    const session = `count-${crypto.randomUUID()}`;
    const kinds = [
      () => creation({}, { session }),
      () => creation({ model: 'NO' }, { session }),
      () => creation({ geometry: 7 }, { session }),
    ];
    const messages = Array.from({ length: 600 }, (_, number) => ({
      payload: kinds[number % 3]?.(),
      headers: headersOf(),
    }));
    await fem.send(featureCreationRequest, messages);
    const finals = await Promise.all(
      messages.map(async ({ headers }, number) => {
        const answers = await fem.answers(headers['regards.request.id'], number % 3 === 0 ? 2 : 1);
        return answers
          .filter(({ state }) => state !== 'GRANTED')
          .map(({ state }) => state)
          .join();
      }),
    );
    expect(finals).toEqual(messages.map((_, number) => (number % 3 === 0 ? 'SUCCESS' : 'DENIED')));
    expect(await fem.count({ session })).toBe(200);
  });
});
