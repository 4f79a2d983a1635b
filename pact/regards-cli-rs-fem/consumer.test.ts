/** What the command-line tool relies on of rs-fem: requests by REST, the answers to requests by AMQP, dead letters. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { featureCreationRequest, featureRequest } from '@regards/generated/rs-fem/messages';
import { routes } from '@regards/generated/rs-fem/routes';
import { createTestPlatform, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { listLetters, listQueues, replayLetters, showLetter } from 'regards/dead-letters';
import { gatewayClients } from 'regards/platform';
import { submitByRest } from 'regards/rest-submission';
import { submit } from 'regards/submission';
import { consumerOf } from '../src/consumer.ts';
import { context as nobody } from '../src/handling.ts';
import { deadLetterCalls, useDeadLetters } from '../src/letters.ts';
import { imageFeature, submission } from '../src/products.ts';

const { eachLike, eachValueMatches, like, string } = MatchersV3;
const edge = consumerOf({
  folder: import.meta.dirname,
  consumer: 'regards-cli',
  provider: 'rs-fem',
  throughGateway: true,
});
const requestId = '0ee3de39-93cd-4e07-ad28-12f36fd27fc1';
const refusal = 'band: must be one of B1, B2';
const modelled = 'the model IMAGE is there';
let platform: TestPlatform;

beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['demo'] });
  jest.spyOn(console, 'log').mockImplementation(() => {});
}, 60_000);
afterAll(async () => {
  edge.keep();
  await platform.close();
});

const collection = (band: string) => ({
  type: 'FeatureCollection',
  requestOwner: 'ada@example.org',
  metadata: { sessionOwner: 'ops', session: 'day', storages: [], priority: 'NORMAL' },
  features: [{ ...imageFeature, properties: { ...imageFeature.properties, band } }],
});

test.each([
  { what: 'a feature that fits its model', band: 'B1', status: 201, outcome: 'GRANTED' },
  { what: 'a feature that breaks its model', band: 'B9', status: 422, outcome: 'DENIED' },
])('submitting $what by REST tells what becomes of it', ({ what, band, status, outcome }) =>
  edge.calls(
    [
      {
        state: modelled,
        what,
        route: routes.createFeatures,
        body: collection(band),
        status,
        answer:
          status === 201
            ? { content: { granted: { PRODUCT_1: string(requestId) } } }
            : { content: { denied: eachValueMatches({ [requestId]: [refusal] }, [eachLike(refusal)]) } },
      },
    ],
    async (url) => {
      const [feature] = collection(band).features;
      const asked = submission(url, '', feature as never);
      expect(await submitByRest(asked)).toMatchObject([{ outcome }]);
    },
  ),
);

test('the answer to a request that was sent by AMQP is heard', () =>
  edge.hears(
    {
      state: modelled,
      what: 'a request has succeeded',
      publication: featureRequest,
      payload: {
        requestId: like(requestId),
        type: 'CREATION',
        state: 'SUCCESS',
        id: string('PRODUCT_1'),
        urn: string('URN:FEATURE:DATA:demo:0ee3de39-93cd-3e07-ad28-12f36fd27fc1:V1'),
      },
    },
    async (payload) => {
      const sent = await platform.listen(featureCreationRequest);
      await platform.broker.declare(featureRequest.virtualHost, [featureRequest.exchange]);
      const submitted = submit(submission('', platform.amqp.multitenant, imageFeature as never));
      const [request] = await until(() => sent.length > 0 && sent);
      const answer = { ...(payload as object), requestId: request?.headers['regards.request.id'] };
      await platform.broker.publish('demo', featureRequest, [{ payload: answer as never }]);
      expect(await submitted).toMatchObject([{ id: 'PRODUCT_1', outcome: 'SUCCESS' }]);
    },
  ));

test('dead letters are listed, shown and put back', () =>
  edge.calls(deadLetterCalls('rs-fem', routes), async (url) => {
    const { fem, close } = gatewayClients(url);
    const commands = { listQueues, listLetters, showLetter, replayLetters };
    await useDeadLetters(new Map([['rs-fem', fem]]), { ...nobody, token: 't' }, commands).finally(close);
  }));
