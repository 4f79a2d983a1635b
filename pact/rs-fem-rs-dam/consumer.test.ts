/** What rs-fem relies on of rs-dam: models, their attributes in one answer, and being told when one changes. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { rsDamClient } from '@regards/generated/rs-dam/client';
import { attributeCacheRefresh, modelChange } from '@regards/generated/rs-dam/messages';
import { subscribeAttributeCacheRefresh, subscribeModelChange } from '@regards/generated/rs-fem/messages';
import { routes } from '@regards/generated/rs-dam/routes';
import { readModels } from 'rs-fem/models';
import { modelSubscriptions } from 'rs-fem/models/amqp';
import { modelService } from 'rs-fem/models/service';
import { calling } from '../src/client.ts';
import { consumerOf } from '../src/consumer.ts';
import { context, deliver } from '../src/handling.ts';

const { like, eachLike, string } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'rs-fem', provider: 'rs-dam' });
const state = 'the model IMAGE is there';

afterAll(() => edge.keep());

const attribute = (name: string, more: object) => ({
  model: { name: string('IMAGE') },
  attribute: { name, type: 'STRING', ...more },
});

const models = {
  state,
  what: 'the models',
  route: routes.getModels,
  status: 200,
  answer: [{ content: like({ name: 'IMAGE', type: 'DATA' }), links: like([]) }],
};
const associations = {
  state,
  what: 'the attributes of all models',
  route: routes.getAssociations,
  status: 200,
  answer: [
    attribute('band', {
      optional: false,
      alterable: false,
      fragment: { name: 'default' },
      restriction: { type: 'ENUMERATION', acceptableValues: eachLike('B1') },
    }),
    attribute('cloud_cover', { type: 'DOUBLE', optional: true, fragment: { name: 'quality' } }),
  ],
};

test('rs-fem reads the models it validates products by', () =>
  edge.calls([models, associations], (url) =>
    calling(url, async (transport) => {
      const read = await readModels(rsDamClient(transport))(context);
      expect(read.get('IMAGE')).toMatchObject([
        { name: 'band', optional: false, alterable: false, restriction: { type: 'ENUMERATION' } },
        { name: 'cloud_cover', fragment: 'quality', type: 'DOUBLE', optional: true },
      ]);
    }),
  ));

/** Gives how often models were read before and after a message was handled. */
async function readings(hear: (subscriptions: ReturnType<typeof modelSubscriptions>) => Promise<void>) {
  let count = 0;
  const service = modelService({
    read: async () => {
      count += 1;
      return new Map([['IMAGE', []]]);
    },
    compileSchema: () => () => undefined,
  });
  await service.find(context, ['IMAGE']);
  await service.find(context, ['IMAGE']);
  const before = count;
  await hear(modelSubscriptions(service));
  await service.find(context, ['IMAGE']);
  return [before, count];
}

test('rs-fem reads models again when one has changed', () =>
  edge.hears(
    { state, what: 'a model has changed', publication: modelChange, payload: { model: string('IMAGE') } },
    async (payload) => {
      expect(
        await readings(({ modelChange: handle }) => deliver([subscribeModelChange(handle)], modelChange, payload)),
      ).toEqual([1, 2]);
    },
  ));

test('rs-fem reads models again when many attributes may have changed', () =>
  edge.hears(
    { state, what: 'attributes may have changed', publication: attributeCacheRefresh, payload: like({}) },
    async (payload) => {
      expect(
        await readings(({ attributeCacheRefresh: handle }) =>
          deliver([subscribeAttributeCacheRefresh(handle)], attributeCacheRefresh, payload),
        ),
      ).toEqual([1, 2]);
    },
  ));
