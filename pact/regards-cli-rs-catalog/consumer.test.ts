/** What the command-line tool relies on of rs-catalog: search, the mapping of STAC properties, dead letters. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { routes } from '@regards/generated/rs-catalog/routes';
import { replayLetters, listLetters, listQueues, showLetter } from 'regards/dead-letters';
import { gatewayClients } from 'regards/platform';
import { printItems } from 'regards/search';
import { ensureMapping } from 'regards/stac/catalogue';
import { untilSearchable } from 'regards/stac/searchable';
import { consumerOf } from '../src/consumer.ts';
import type { Call } from '../src/consumer.ts';
import { deadLetterCalls, useDeadLetters } from '../src/letters.ts';
import { context as nobody } from '../src/handling.ts';

const { eachLike, fromProviderState, integer, like, string } = MatchersV3;
const edge = consumerOf({
  folder: import.meta.dirname,
  consumer: 'regards-cli',
  provider: 'rs-catalog',
  throughGateway: true,
});
const context = { ...nobody, token: 't' };
const urn = 'URN:FEATURE:DATA:demo:0ee3de39-93cd-3e07-ad28-12f36fd27fc1:V1';
const found = 'the product PRODUCT_1 can be found';

let printed: string[];
beforeAll(() => {
  printed = [];
  jest.spyOn(console, 'log').mockImplementation((line: unknown) => void printed.push(String(line)));
});
afterAll(() => edge.keep());

const through = (calls: readonly Call[], work: (clients: ReturnType<typeof gatewayClients>) => Promise<void>) =>
  edge.calls(calls, async (url) => {
    const clients = gatewayClients(url);
    await work(clients).finally(() => clients.close());
  });

const itemOf = (id: unknown) => ({ id, collection: string('IMAGES'), properties: like({}) });

test('items are searched and printed', () =>
  through(
    [
      {
        state: found,
        what: 'a search in a box',
        route: routes.searchItemsByQuery,
        parameters: { bbox: '0,42,2,44', limit: '5' },
        status: 200,
        answer: { features: eachLike(itemOf(string('PRODUCT_1'))), numberMatched: integer(1) },
      },
    ],
    async ({ catalog }) => {
      await printItems(catalog, context, { bbox: '0,42,2,44', limit: 5 });
      expect(printed.splice(0)).toEqual(['PRODUCT_1    IMAGES', '1 of 1 items']);
    },
  ));

test('what was imported is waited for', () =>
  through(
    [
      {
        state: found,
        what: 'a search by URN',
        route: routes.searchItems,
        body: { ids: [fromProviderState('${urn}', urn)], limit: 200, fields: { include: ['id'] } },
        status: 200,
        answer: { features: eachLike({ id: string('PRODUCT_1') }) },
      },
    ],
    ({ catalog }) => untilSearchable(catalog, context, [{ id: 'PRODUCT_1', outcome: 'SUCCESS', urn, errors: [] }]),
  ));

const configuration = (more: object) => ({
  label: 'STAC',
  configuration: {
    businessId: 'stac',
    label: 'STAC',
    priorityOrder: 0,
    active: true,
    pluginId: 'stac',
    parameters: [
      { name: 'item-identifier', type: 'STRING', value: 'PROVIDER' },
      {
        name: 'stac-properties',
        type: 'COLLECTION',
        value: [{ sourcePropertyPath: 'properties.band', stacPropertyName: 'band' }],
      },
    ],
  },
  ...more,
});
const mapping = [{ sourcePropertyPath: 'properties.band', stacPropertyName: 'band' }];

test('a mapping is made where there is none', () =>
  through(
    [
      {
        state: 'there is no mapping of STAC properties',
        what: 'the search engines of a project without one',
        route: routes.getSearchEngineConfigurations,
        parameters: { engineType: 'stac' },
        status: 200,
        answer: { content: [] },
      },
      {
        state: 'there is no mapping of STAC properties',
        what: 'a new mapping',
        route: routes.createSearchEngineConfiguration,
        body: configuration({}),
        status: 201,
        answer: { content: { label: 'STAC' } },
      },
    ],
    ({ catalog }) => ensureMapping(catalog, context, mapping),
  ));

test('what is new is put to the mapping that is there', () =>
  through(
    [
      {
        state: 'there is a mapping without properties',
        what: 'the search engine of a project',
        route: routes.getSearchEngineConfigurations,
        parameters: { engineType: 'stac' },
        status: 200,
        answer: {
          content: [
            {
              content: {
                id: integer(1),
                label: 'STAC',
                configuration: {
                  businessId: 'stac',
                  label: 'STAC',
                  priorityOrder: 0,
                  active: true,
                  pluginId: 'stac',
                  parameters: [{ name: 'item-identifier', type: 'STRING', value: 'PROVIDER' }],
                },
              },
            },
          ],
        },
      },
      {
        state: 'there is a mapping without properties',
        what: 'a change of the mapping',
        route: routes.updateSearchEngineConfiguration,
        parameters: { confId: '1' },
        pathOfState: '/enginesconfig/${confId}',
        body: configuration({ id: fromProviderState('${confId}', 1) }),
        status: 200,
        answer: { content: { label: 'STAC' } },
      },
    ],
    ({ catalog }) => ensureMapping(catalog, context, mapping),
  ));

test('dead letters are listed, shown and put back', () =>
  through(deadLetterCalls('rs-catalog', routes), async ({ catalog }) => {
    await useDeadLetters(new Map([['rs-catalog', catalog]]), context, {
      listQueues,
      listLetters,
      showLetter,
      replayLetters,
    });
    expect(printed.splice(0)).toContainEqual(expect.stringContaining('1 messages are in their queue again'));
  }));
