/** One trace from a request, by REST or by AMQP, to all that is told because of it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { traceHeader, traceOf } from '@regards/core';
import { featureCreationRequest } from '@regards/generated/rs-fem/messages';
import type { FeatureRequestEvent, FeaturesChangedEvent, RequestInfo } from '@regards/generated/rs-fem/types';
import { until } from '@regards/testing';
import { collection, creation, featureOf, geoJson, headersOf, startFem } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem({}, 1);
}, 60_000);
afterAll(() => fem.close());

const newTrace = () => {
  const id = randomUUID().replaceAll('-', '');
  return { id, header: `00-${id}-00f067aa0ba902b7-01` };
};

/** Traces of both answers, and of the message that tells of the product. */
async function tracesOf(requestId: string): Promise<(string | undefined)[]> {
  const urn = (await fem.final(requestId)).urn;
  const answers = fem.all.filter(({ payload }) => (payload as FeatureRequestEvent).requestId === requestId);
  const change = await until(() =>
    fem.changes.find(({ payload }) =>
      (payload as FeaturesChangedEvent).changes.some(({ product }) => product.urn === urn),
    ),
  );
  return [...answers, change].map(({ headers }) => traceOf(headers[traceHeader])?.id);
}

test('by REST', async () => {
  const { id, header } = newTrace();
  const one = featureOf();
  const headers = { ...geoJson, [traceHeader]: header };
  const answer = await fem.call('POST', '/features', { headers, body: JSON.stringify(collection([one])) });
  const { granted } = (answer.body as { content: RequestInfo }).content;
  expect(await tracesOf(granted[one.id] ?? '')).toEqual([id, id, id]);
});

test('by AMQP', async () => {
  const { id, header } = newTrace();
  const headers = { ...headersOf(), [traceHeader]: header };
  await fem.send(featureCreationRequest, [{ payload: creation(), headers }]);
  expect(await tracesOf(headers['regards.request.id'])).toEqual([id, id, id]);
});
