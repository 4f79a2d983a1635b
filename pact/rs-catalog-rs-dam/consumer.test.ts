/** What rs-catalog relies on of rs-dam: the rules of the catalogue, attributes, and word of changes. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { rsDamClient } from '@regards/generated/rs-dam/client';
import {
  accessRight,
  broadcastEntity,
  broadcastPluginConf,
  modelChange,
  publicAccessGroup,
} from '@regards/generated/rs-dam/messages';
import {
  subscribeAccessRight,
  subscribeBroadcastEntity,
  subscribeBroadcastPluginConf,
  subscribeModelChange,
  subscribePublicAccessGroup,
} from '@regards/generated/rs-catalog/messages';
import { routes } from '@regards/generated/rs-dam/routes';
import { ruleSubscriptions } from 'rs-catalog/changes';
import { damRules } from 'rs-catalog/rules';
import { calling } from '../src/client.ts';
import { consumerOf } from '../src/consumer.ts';
import { context, deliver } from '../src/handling.ts';

/** The handlers by their subscriptions; the products are another pact's. */
const changes = (handlers: ReturnType<typeof ruleSubscriptions>) => [
  subscribeBroadcastEntity(handlers.broadcastEntity),
  subscribeAccessRight(handlers.accessRight),
  subscribePublicAccessGroup(handlers.publicAccessGroup),
  subscribeBroadcastPluginConf(handlers.broadcastPluginConf),
  subscribeModelChange(handlers.modelChange),
];

const { like, string, integer, eachLike } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'rs-catalog', provider: 'rs-dam' });
const state = 'the dataset of IMAGE products is public';
const urn = 'URN:AIP:DATASET:demo:0ee3de39-93cd-4e07-ad28-12f36fd27fc1:V1';

afterAll(() => edge.keep());

test('rs-catalog reads which products it shows, to whom', () =>
  edge.calls(
    [
      {
        state,
        what: 'the rules of the catalogue',
        route: routes.getCatalogueRules,
        parameters: { page: '0' },
        status: 200,
        answer: {
          revision: integer(3),
          dataSources: [{ businessId: 'images', modelName: 'IMAGE', active: true }],
          datasets: [
            {
              id: integer(1),
              ipId: string(urn),
              providerId: 'IMAGES',
              label: 'All images',
              dataModel: 'IMAGE',
              subsetting: '',
              feature: like({ properties: {} }),
              groups: [{ name: 'Public', metadataAccessLevel: 'FULL_ACCESS' }],
            },
          ],
          publicGroups: eachLike('Public'),
          metadata: { totalPages: 1 },
        },
      },
    ],
    (url) =>
      calling(url, async (transport) => {
        expect(await damRules(rsDamClient(transport)).rules(context)).toEqual({
          sources: [{ businessId: 'images', model: 'IMAGE', active: true }],
          datasets: [
            {
              urn,
              position: 1,
              identifier: 'IMAGES',
              model: 'IMAGE',
              subsetting: '',
              groups: ['Public'],
              definition: { label: 'All images', properties: {} },
            },
          ],
          publicGroups: ['Public'],
        });
      }),
  ));

test('rs-catalog reads the attributes that products show', () =>
  edge.calls(
    [
      {
        state,
        what: 'the attributes of products',
        route: routes.getAssociations,
        parameters: { type: 'DATA' },
        status: 200,
        answer: [
          { model: { name: 'IMAGE' }, attribute: { name: 'band', type: 'STRING', fragment: { name: 'default' } } },
          {
            model: { name: 'IMAGE' },
            attribute: { name: 'cloud_cover', type: 'DOUBLE', fragment: { name: 'quality' } },
          },
        ],
      },
    ],
    (url) =>
      calling(url, async (transport) => {
        const attributes = await damRules(rsDamClient(transport)).attributes(context);
        expect(attributes.get('IMAGE')).toEqual([
          { name: 'band', type: 'STRING' },
          { name: 'cloud_cover', type: 'DOUBLE', fragment: 'quality' },
        ]);
      }),
  ));

test.each([
  {
    what: 'a dataset has come',
    publication: broadcastEntity,
    payload: { aipIds: eachLike(urn), eventType: 'CREATE' },
  },
  {
    what: 'a group has got a right',
    publication: accessRight,
    payload: {
      datasetIpId: string(urn),
      datasetLabel: 'All images',
      accessGroupName: 'Public',
      accessLevel: 'FULL_ACCESS',
      fileAccessLevel: 'INHERITED_ACCESS',
      eventType: 'CREATE',
    },
  },
  {
    what: 'a group has become public',
    publication: publicAccessGroup,
    payload: { action: 'CREATE', accessGroup: { name: string('science') } },
  },
  {
    what: 'a data source has come',
    publication: broadcastPluginConf,
    payload: {
      pluginConfId: integer(1),
      pluginBusinnessId: 'images',
      label: like('Images'),
      action: 'CREATE',
      pluginTypes: eachLike('IDataSourcePlugin'),
    },
  },
  { what: 'a model has changed', publication: modelChange, payload: { model: string('IMAGE') } },
])('rs-catalog reads its rules again when $what', ({ what, publication, payload }) =>
  edge.hears({ state, what, publication, payload }, async (content) => {
    const planned: string[] = [];
    const handlers = ruleSubscriptions({ plan: async (_unit, kind) => void planned.push(kind) }, () => {});
    await deliver(changes(handlers), publication, content);
    expect(planned).toEqual(['rules']);
  }),
);
