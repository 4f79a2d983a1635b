/** What the viewer relies on: its own code runs against a mock that keeps each call and answer as the pact. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MatchersV3, PactV4, SpecificationVersion } from '@pact-foundation/pact';
import { logIn, newestScenes } from './scenes.ts';

const { datetime, eachLike, like, string } = MatchersV3;

const pactWith = (provider: string) =>
  new PactV4({
    consumer: 'scene-viewer',
    provider,
    dir: 'pacts',
    spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
    logLevel: 'error',
  });

await test('a user logs in', () =>
  pactWith('rs-authentication')
    .addInteraction()
    .given('ada@example.org is a user of demo with the password Right-2026-word')
    .uponReceiving('a login')
    .withRequest('POST', '/api/v1/rs-authentication/oauth/token', (request) =>
      request
        .query({ scope: 'demo' })
        .headers({ Authorization: `Basic ${btoa('client:secret')}` })
        .jsonBody({ username: 'ada@example.org', password: 'Right-2026-word' }),
    )
    .willRespondWith(200, (answer) =>
      answer.jsonBody({ access_token: string('a.b.c'), token_type: 'bearer', expires_in: like(3600) }),
    )
    .executeTest(async ({ url }) => {
      assert.equal(await logIn(url, 'ada@example.org', 'Right-2026-word'), 'a.b.c');
    }));

await test('scenes of a region are found', () =>
  pactWith('rs-catalog')
    .addInteraction()
    .given('the product PRODUCT_1 can be found')
    .uponReceiving('a search for the newest scenes of a region')
    .withRequest('POST', '/api/v1/rs-catalog/stac/search', (request) =>
      request
        .headers({ Authorization: string('Bearer a.b.c') })
        .jsonBody({ bbox: [0, 42, 2, 44], limit: 5, sortby: [{ field: 'datetime', direction: 'desc' }] }),
    )
    .willRespondWith(200, (answer) =>
      answer.headers({ 'Content-Type': 'application/geo+json' }).jsonBody({
        type: 'FeatureCollection',
        links: like([]),
        features: eachLike({
          type: 'Feature',
          stac_version: string('1.0.0'),
          id: string('PRODUCT_1'),
          collection: string('IMAGES'),
          geometry: like({ type: 'Point' }),
          properties: { datetime: datetime("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", '2026-01-02T03:04:05.678Z') },
          links: like([]),
          assets: like({}),
        }),
      }),
    )
    .executeTest(async ({ url }) => {
      const [scene] = await newestScenes(url, 'a.b.c', [0, 42, 2, 44]);
      assert.deepEqual(scene, { id: 'PRODUCT_1', collection: 'IMAGES', taken: '2026-01-02T03:04:05.678Z' });
    }));
