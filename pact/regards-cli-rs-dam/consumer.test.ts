/** What the command-line tool relies on of rs-dam when it makes room for a STAC collection. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { routes } from '@regards/generated/rs-dam/routes';
import { gatewayClients } from 'regards/platform';
import { prepareCollection } from 'regards/stac/catalogue';
import { consumerOf } from '../src/consumer.ts';
import type { FilePart } from '../src/consumer.ts';
import { stacItem } from '../src/items.ts';
import { context } from '../src/handling.ts';

const { eachLike, fromProviderState, integer, like, string } = MatchersV3;
const edge = consumerOf({
  folder: import.meta.dirname,
  consumer: 'regards-cli',
  provider: 'rs-dam',
  throughGateway: true,
});
const fresh = 'the fragment eo is there, nothing of the collection';
const made = 'the dataset of the collection is there, no right on it';
const urn = 'URN:AIP:DATASET:demo:0ee3de39-93cd-4e07-ad28-12f36fd27fc1:V1';
const collection = { id: 'scenes', title: 'Scenes' };
const files = await uploads();

afterAll(() => edge.keep());

test('everything that a collection needs is made when it is not there', () =>
  edge.calls(
    [
      {
        state: fresh,
        what: 'the attributes there are',
        route: routes.getAttributes,
        parameters: { noLink: 'true' },
        status: 200,
        answer: eachLike({
          content: { fragment: { name: string('eo') }, name: string('snow_cover'), type: string('DOUBLE') },
        }),
      },
      {
        state: fresh,
        what: 'a new attribute of a fragment',
        route: routes.createAttribute,
        body: {
          name: 'cloud_cover',
          label: 'eo:cloud_cover',
          type: 'DOUBLE',
          fragment: { name: 'eo' },
          optional: true,
          alterable: true,
          indexed: true,
          properties: [{ key: 'stac', value: 'eo:cloud_cover' }],
        },
        status: 200,
        answer: { content: { name: 'cloud_cover' } },
      },
      ...files.map((file) => ({
        state: fresh,
        what: `${file.name} as a file`,
        route: routes.importModel,
        file,
        status: 201,
        answer: { content: { name: file.name.replace(/^model-|\.xml$/g, '') } },
      })),
      {
        state: fresh,
        what: 'a data source that is not there',
        route: routes.getDataSource,
        parameters: { businessId: 'source-scenes' },
        status: 404,
        answer: { messages: like(['There is none.']) },
      },
      {
        state: fresh,
        what: 'a new data source',
        route: routes.createDataSource,
        body: {
          pluginId: 'feature-datasource',
          businessId: 'source-scenes',
          label: 'Products of scenes',
          active: true,
          parameters: [{ name: 'modelName', type: 'STRING', value: 'scenes' }],
        },
        status: 200,
        answer: { content: { businessId: 'source-scenes' } },
      },
      {
        state: fresh,
        what: 'the datasets there are',
        route: routes.getDatasets,
        parameters: { page: '0', size: '1000' },
        status: 200,
        answer: { content: like([]), metadata: { totalPages: integer(0) } },
      },
      {
        state: 'the data source of the collection is there',
        what: 'a new dataset',
        route: routes.createDataset,
        body: {
          type: 'DATASET',
          ipId: 'URN:AIP:DATASET:demo:c0617d94-09c8-3311-b210-89f4f4a7b83c:V1',
          model: { name: 'STAC_COLLECTION' },
          plgConfDataSource: { businessId: 'source-scenes' },
          openSearchSubsettingClause: '',
          feature: {
            type: 'Feature',
            entityType: 'DATASET',
            providerId: 'scenes',
            label: 'Scenes',
            model: 'STAC_COLLECTION',
            geometry: null,
            properties: { title: 'Scenes' },
            tags: [],
            files: {},
          },
        },
        status: 201,
        answer: { content: { id: integer(1), feature: { id: string(urn) } } },
      },
      {
        state: made,
        what: 'a right that nobody has given',
        route: routes.getAccessRightOf,
        query: { accessgroup: string('Public'), dataset: fromProviderState('${urn}', urn) },
        status: 204,
      },
      {
        state: made,
        what: 'a right of everyone',
        route: routes.createAccessRight,
        body: {
          accessGroup: { name: 'Public' },
          dataset: { id: fromProviderState('${id}', 1) },
          metadataAccessLevel: 'FULL_ACCESS',
          fileAccessLevel: 'INHERITED_ACCESS',
          qualityFilter: { minScore: 0, maxScore: 10, qualityLevel: 'ACCEPTED' },
        },
        status: 201,
        answer: { content: { metadataAccessLevel: 'FULL_ACCESS' } },
      },
    ],
    async (url) => {
      const { dam, close } = gatewayClients(url);
      try {
        const found = await prepareCollection(
          { dam, catalog: mapped() },
          { ...context, token: 't' },
          'scenes',
          [stacItem],
          collection,
        );
        expect(found.model).toBe('scenes');
      } finally {
        close();
      }
    },
  ));

/** rs-catalog, which has another pact, with a mapping of everything. */
function mapped() {
  const { catalog, close } = gatewayClients('http://nowhere');
  close();
  return {
    ...catalog,
    getSearchEngineConfigurations: () =>
      Promise.resolve({
        status: 200 as const,
        headers: {},
        body: { metadata: { size: 1, totalElements: 0, totalPages: 0, number: 0 }, content: [], links: [] },
      }),
    createSearchEngineConfiguration: (_context: unknown, { body }: { body: never }) =>
      Promise.resolve({ status: 201 as const, headers: {}, body: { content: body, links: [] } }),
  };
}

/** The files that the tool sends, as it sends them when rs-dam has but the attribute of snow. */
async function uploads(): Promise<FilePart[]> {
  const sent: FilePart[] = [];
  const { dam, close } = gatewayClients('http://nowhere');
  close();
  const snow = { content: { fragment: { name: 'eo' }, name: 'snow_cover', type: 'DOUBLE' }, links: [] };
  const answer = (status: number, content: unknown) => () => Promise.resolve({ status, headers: {}, body: content });
  const stub = {
    ...dam,
    getAttributes: answer(200, [snow]),
    createAttribute: answer(200, {}),
    importModel: (_context: unknown, { body }: { body: { file: { name: string; content: Buffer } } }) => {
      const { name, content } = body.file;
      sent.push({ part: 'file', name, mediaType: 'application/xml', content: content.toString() });
      return answer(201, {})();
    },
    getDataSource: answer(200, {}),
    getDatasets: answer(200, { content: [], metadata: { totalPages: 0 } }),
    createDataset: answer(201, { content: { id: 1, feature: { id: urn } } }),
    getAccessRightOf: answer(200, {}),
  };
  await prepareCollection({ dam: stub as never, catalog: mapped() }, context, 'scenes', [stacItem], collection);
  return sent;
}
