/** What rs-fem relies on of rs-dam: models, and the attributes of all of them in one answer. */
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from '@jest/globals';
import { rsDamClient } from '@regards/generated/rs-dam/client';
import { readModels } from 'rs-fem/models';
import { pactOf } from '../src/pacts.ts';
import { calling } from '../src/client.ts';

const { like, eachLike, string } = MatchersV3;

test('rs-fem reads the models it validates products by', async () => {
  const attribute = (name: string, more: object) => ({
    model: { name: string('IMAGE') },
    attribute: { name, type: 'STRING', ...more },
  });
  const pact = pactOf(import.meta.dirname, 'rs-fem', 'rs-dam');
  await pact
    .addInteraction()
    .given('the model IMAGE is there')
    .uponReceiving('the models')
    .withRequest('GET', '/models')
    .willRespondWith(200, (answer) => {
      answer.jsonBody([{ content: like({ name: 'IMAGE', type: 'DATA' }), links: like([]) }]);
    })
    .executeTest(async (mock) => {
      const answered = await calling(mock.url, (transport) =>
        rsDamClient(transport).getModels({ tenant: 'demo', correlationId: 'c' }, {}),
      );
      expect(answered.status).toBe(200);
    });
  await pact
    .addInteraction()
    .given('the model IMAGE is there')
    .uponReceiving('the attributes of all models')
    .withRequest('GET', '/models/assocs')
    .willRespondWith(200, (answer) => {
      answer.jsonBody([
        attribute('band', {
          optional: false,
          alterable: false,
          fragment: { name: 'default' },
          restriction: { type: 'ENUMERATION', acceptableValues: eachLike('B1') },
        }),
        attribute('cloud_cover', { type: 'DOUBLE', optional: true, fragment: { name: 'quality' } }),
      ]);
    })
    .executeTest(async (mock) => {
      const models = await calling(mock.url, (transport) =>
        readModels({
          // The first interaction has shown how models are listed; this one is about their attributes.
          getModels: () =>
            Promise.resolve({
              status: 200,
              headers: {},
              body: [{ content: { name: 'IMAGE', type: 'DATA' }, links: [] }],
            }),
          getAssociations: (context, request) => rsDamClient(transport).getAssociations(context, request),
        })({ tenant: 'demo', correlationId: 'c' }),
      );
      expect(models.get('IMAGE')).toMatchObject([
        { name: 'band', optional: false, alterable: false, restriction: { type: 'ENUMERATION' } },
        { name: 'cloud_cover', fragment: 'quality', type: 'DOUBLE', optional: true },
      ]);
    });
});
