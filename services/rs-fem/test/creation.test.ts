/** Products made by AMQP, on a real broker and database, by two instances. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nameBasedUuid } from '@regards/core';
import { featureCreationRequest } from '@regards/generated/rs-fem/messages';
import { until } from '@regards/testing';
import { creation, headersOf, startFem, tenant } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem();
}, 60_000);
afterAll(() => fem.close());

const send = (body: unknown, headers = {}): Promise<string> => fem.ask(featureCreationRequest, body, headers);

describe('a creation', () => {
  test('is granted and succeeds, and the product is there as it came', async () => {
    const body = creation({
      geometry: { type: 'Point', coordinates: [10, 20], bbox: null, crs: null },
      normalizedGeometry: null,
      files: [
        {
          locations: [{ storage: 'web', url: 'https://example.org/a.tif' }],
          attributes: {
            dataType: 'RAWDATA',
            mimeType: 'image/tiff; profile=cog',
            filename: 'a.tif',
            filesize: 12,
            algorithm: 'MD5',
            checksum: 'a'.repeat(32),
          },
        },
      ],
    });
    const [granted, done] = await fem.answers(await send(body));
    const urn = `URN:FEATURE:DATA:${tenant}:${nameBasedUuid(body.feature.id)}:V1`;
    expect(granted).toEqual({
      type: 'CREATION',
      requestId: granted?.requestId,
      requestOwner: 'ops',
      id: body.feature.id,
      state: 'GRANTED',
    });
    expect(done).toEqual({ ...granted, urn, state: 'SUCCESS' });
    expect(await fem.entity(urn)).toEqual({
      id: expect.any(Number),
      urn,
      source: 'ops',
      session: 'day-1',
      providerId: body.feature.id,
      version: 1,
      lastUpdate: expect.stringMatching(/Z$/),
      disseminationPending: false,
      disseminationsInfo: [],
      feature: {
        type: 'Feature',
        id: body.feature.id,
        urn,
        entityType: 'DATA',
        model: 'IMG',
        geometry: { type: 'Point', coordinates: [10, 20] },
        properties: { kind: 'A', qa: { valid: true } },
        files: body.feature.files,
        history: { createdBy: 'ops' },
        last: true,
      },
    });
  });

  test('is told of with the product', async () => {
    const { id, urn } = await fem.create({ properties: { kind: 'B', label: null, qa: { valid: false, until: null } } });
    const [change] = await until(() => fem.changesOf(urn).length > 0 && fem.changesOf(urn));
    expect(change).toMatchObject({
      action: 'CREATED',
      product: {
        urn,
        providerId: id,
        version: 1,
        last: true,
        model: 'IMG',
        source: 'ops',
        session: 'day-1',
        feature: { urn, properties: { kind: 'B', qa: { valid: false } } },
      },
    });
    expect(change?.product.feature?.properties).toEqual({ kind: 'B', qa: { valid: false } });
  });

  test('is of the next version when there is one, which is the last no more', async () => {
    const { id, urn } = await fem.create();
    const second = await fem.create({ id });
    expect(second.urn).toBe(urn.replace(/V1$/, 'V2'));
    expect([(await fem.entity(urn))?.feature.last, (await fem.entity(second.urn))?.feature.last]).toEqual([
      false,
      true,
    ]);
    const told = await until(() => fem.changesOf(urn).length > 1 && fem.changesOf(urn));
    expect(told.map(({ action, product }) => [action, product.last])).toEqual([
      ['CREATED', true],
      ['UPDATED', false],
    ]);
    expect(told[1]?.product.revision).toBeGreaterThan(told[0]?.product.revision ?? 0);
  });

  test('that overrides leaves its version alone, and tells of those that go', async () => {
    const { id, urn } = await fem.create();
    const second = await fem.create({ id });
    const third = await fem.create({ id }, { override: true });
    expect(third.urn).toMatch(/V3$/);
    expect([await fem.entity(urn), await fem.entity(second.urn), (await fem.entity(third.urn))?.version]).toEqual([
      undefined,
      undefined,
      3,
    ]);
    await until(() => [urn, second.urn].every((one) => fem.changesOf(one).at(-1)?.action === 'DELETED'));
    await until(() =>
      [urn, second.urn].every((one) =>
        fem.deletions.some(({ payload }) => (payload as { featureId: string }).featureId === one),
      ),
    );
    const deletions = fem.all.map(({ payload }) => payload as { type: string; state: string; urn?: string });
    await until(() =>
      [urn, second.urn].every((one) =>
        deletions.some(({ type, state, urn: of }) => type === 'DELETION' && state === 'SUCCESS' && of === one),
      ),
    );
  });

  test('of a product whose model was imported a moment ago succeeds', async () => {
    fem.models.add('IMPORTED_NOW');
    await expect(fem.create({ model: 'IMPORTED_NOW' })).resolves.toMatchObject({ urn: expect.stringContaining('V1') });
  });

  test('of a product that was deleted begins with its first version again, and its revision goes on', async () => {
    const { id, urn } = await fem.create();
    await fem.call('DELETE', '/features', {
      headers: { 'content-type': 'application/geo+json' },
      body: JSON.stringify({ featuresUrns: [urn], priority: 'LOW' }),
    });
    await until(() => fem.changesOf(urn).length === 2);
    expect((await fem.create({ id })).urn).toBe(urn);
    const told = await until(() => fem.changesOf(urn).length === 3 && fem.changesOf(urn));
    expect(told.map(({ action }) => action)).toEqual(['CREATED', 'DELETED', 'CREATED']);
    expect(told.map(({ product }) => product.revision)).toEqual(
      told.map(({ product }) => product.revision).toSorted((one, other) => one - other),
    );
  });
});

describe('a creation with a URN', () => {
  const urnOf = (id: string, version: number): string => `URN:FEATURE:DATA:${tenant}:${nameBasedUuid(id)}:V${version}`;

  test('makes that version, and the next one is counted from there', async () => {
    const id = `P-${crypto.randomUUID()}`;
    expect((await fem.create({ id, urn: urnOf(id, 5) })).urn).toBe(urnOf(id, 5));
    expect((await fem.create({ id })).urn).toBe(urnOf(id, 6));
  });

  test.each<[string, (urn: string, id: string) => Record<string, unknown>, string]>([
    ['that is there', (urn) => ({ urn }), 'URN already exists'],
    ['that is there, of another product', (urn) => ({ urn, id: 'another' }), 'URN already exists'],
    [
      'below the version there is',
      (_urn, id) => ({ id, urn: `URN:FEATURE:DATA:${tenant}:${nameBasedUuid(id)}:V2` }),
      'Version is invalid',
    ],
    ['of another project', (urn) => ({ urn: urn.replace(tenant, 'other') }), 'of this project'],
    ['that is none', () => ({ urn: 'nonsense' }), 'must be a URN'],
  ])('%s is denied, and its identifier is free again', async (_name, changes, told) => {
    const { id } = await fem.create();
    const { urn } = await fem.create({ id, urn: urnOf(id, 3) });
    const headers = headersOf();
    const [denied] = await fem.answers(await send(creation({ id, ...changes(urn, id) }), headers), 1);
    expect([denied?.state, denied?.errors?.join()]).toEqual(['DENIED', expect.stringContaining(told)]);
    const again = await fem.answers(await send(creation(), headers), 3);
    expect(again.map(({ state }) => state)).toEqual(['DENIED', 'GRANTED', 'SUCCESS']);
  });

  test('that is there changes the product when it is to', async () => {
    const { id, urn } = await fem.create();
    const answers = await fem.answers(
      await send(
        creation({ id, urn, properties: { kind: 'A', label: 'new', qa: { valid: false } } }, { updateIfExists: true }),
      ),
    );
    expect(answers.map(({ type, state, urn: of }) => [type, state, of])).toEqual([
      ['PATCH', 'GRANTED', urn],
      ['PATCH', 'SUCCESS', urn],
    ]);
    expect(await fem.entity(urn)).toMatchObject({
      version: 1,
      feature: { properties: { kind: 'A', label: 'new', qa: { valid: false } } },
    });
  });

  test('that is there cannot change what is fixed', async () => {
    const { id, urn } = await fem.create();
    const answers = await fem.answers(
      await send(creation({ id, urn, properties: { kind: 'B', qa: { valid: false } } }, { updateIfExists: true })),
    );
    expect(answers.map(({ state }) => state)).toEqual(['GRANTED', 'ERROR']);
    expect((await fem.entity(urn))?.feature.properties).toEqual({ kind: 'A', qa: { valid: true } });
  });

  test("of another product's next version makes that one go past it", async () => {
    const id = `P-${crypto.randomUUID()}`;
    await fem.create({ urn: urnOf(id, 1) });
    expect((await fem.create({ id })).urn).toBe(urnOf(id, 2));
  });
});
