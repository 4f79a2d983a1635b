/** Patches of one product that come together, with and without REGARDS's delay. */
import { afterEach, expect, test } from '@jest/globals';
import { featureUpdateRequest } from '@regards/generated/rs-fem/messages';
import type { FeatureEntityDto } from '@regards/generated/rs-fem/types';
import { headersOf, patch, startFem } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
afterEach(() => fem.close());

const label = async (urn: string): Promise<unknown> =>
  ((await fem.call('GET', `/admin/features/${urn}`)).body as FeatureEntityDto).feature.properties?.['label'];

const patchesOf = (urn: string) =>
  [3, 1, 2].map((place) => ({
    payload: patch(urn, { label: `at ${place}` }),
    headers: headersOf({ 'regards.request.date': `2020-01-0${place}T00:00:00Z` }),
  }));

test('patches of one batch are applied in the order of their dates', async () => {
  fem = await startFem({}, 1);
  const { urn } = await fem.create();
  const messages = patchesOf(urn);
  await fem.send(featureUpdateRequest, messages);
  await Promise.all(messages.map(({ headers }) => fem.answers(headers['regards.request.id'])));
  expect(await label(urn)).toBe('at 3');
}, 60_000);

test('patches that wait for each other are applied by their dates, whichever instance had them', async () => {
  fem = await startFem({
    'regards.feature.delay.before.processing': '1',
    'regards.jobs.scan.delay': '200',
  });
  const { urn } = await fem.create();
  const messages = patchesOf(urn);
  for (const message of messages) await fem.send(featureUpdateRequest, [message]);
  await Promise.all(messages.map(({ headers }) => fem.answers(headers['regards.request.id'], 1)));
  expect(await label(urn)).toBeUndefined();
  await Promise.all(messages.map(({ headers }) => fem.answers(headers['regards.request.id'])));
  expect(await label(urn)).toBe('at 3');
}, 60_000);
