import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readContracts } from '../src/contracts.ts';
import { bundled } from '../src/openapi/bundle.ts';
import { contractFaults, documentFaults } from '../src/rules/index.ts';
import { broken } from './support/broken-contracts.ts';
import { copyFixtures, edit, fixtures, inScratch } from './support/places.ts';

const resource = 'rs-example/schemas/ThingResource.yaml';

describe('a contract', () => {
  test('that keeps every rule has no fault', () => {
    expect(contractFaults(readContracts(path.join(fixtures, 'contracts'), []))).toEqual([]);
  });

  test.each(broken)('%s with "%s" changed to "%s" has one fault', (file, before, after, fault) =>
    inScratch((folder) => {
      const { contracts } = copyFixtures(folder);
      edit(path.join(contracts, file), before, after);
      expect(contractFaults(readContracts(contracts, []))).toEqual([expect.stringContaining(`contracts/${fault}`)]);
    }),
  );

  test('may not name a schema as contracts/common does', () =>
    inScratch((folder) => {
      const { contracts } = copyFixtures(folder);
      const link = readFileSync(path.join(contracts, 'common/schemas/Link.yaml'));
      writeFileSync(path.join(contracts, 'rs-other/schemas/Link.yaml'), link);
      expect(contractFaults(readContracts(contracts, []))).toEqual([
        'contracts/rs-other/schemas/Link.yaml: contracts/common has a schema of that name',
      ]);
    }));

  test('that cannot be read is named', () =>
    inScratch((folder) => {
      const { contracts } = copyFixtures(folder);
      writeFileSync(path.join(contracts, 'rs-other/schemas/Parcel.yaml'), 'title: [');
      expect(() => readContracts(contracts, [])).toThrow(/rs-other\/schemas\/Parcel\.yaml: /);
    }));

  test('of another service is not read when it has nothing to do with the one asked for', () =>
    inScratch((folder) => {
      const { contracts } = copyFixtures(folder);
      writeFileSync(path.join(contracts, 'rs-example/openapi.yaml'), 'half a fi: [');
      expect(contractFaults(readContracts(contracts, ['rs-other']))).toEqual([]);
    }));

  test('without openapi.yaml, asyncapi.yaml and settings.yaml is none', () =>
    inScratch((folder) => {
      const { contracts } = copyFixtures(folder);
      rmSync(path.join(contracts, 'rs-bare/settings.yaml'));
      expect(readContracts(contracts, []).names).toEqual(['rs-example', 'rs-other']);
    }));
});

const brokenLinks: readonly (readonly [string, string, string])[] = [
  ['operation: deleteThing', 'operation: dropThing', 'link delete: there is no operation dropThing'],
  ['parameters: { thingId: id } }', 'parameters: {} }', 'link self: getThing needs the parameter thingId'],
  [
    'operation: getThings, parameters: {}',
    'operation: getThings, parameters: { color: name }',
    'link list: getThings has no parameter color',
  ],
  ['thingId: id', 'thingId: number', 'link self: content has no number'],
  ['path: state', 'path: metadata.state', 'link delete: content has no metadata.state'],
];

describe('a link', () => {
  const faultsOf = async (contracts: string) =>
    documentFaults('rs-example', await bundled(path.join(contracts, 'rs-example/openapi.yaml')));

  test('that leads to an operation with all it asks for has no fault', async () => {
    expect(await faultsOf(path.join(fixtures, 'contracts'))).toEqual([]);
  });

  test.each(brokenLinks)('with "%s" changed to "%s" has one fault', (before, after, fault) =>
    inScratch(async (folder) => {
      const { contracts } = copyFixtures(folder);
      edit(path.join(contracts, resource), before, after);
      expect(await faultsOf(contracts)).toEqual([`contracts/${resource}: ${fault}`]);
    }),
  );

  test('may be drawn from a member that the schema leaves open, or that may be null', () =>
    inScratch(async (folder) => {
      const { contracts } = copyFixtures(folder);
      edit(path.join(contracts, resource), 'thingId: id', 'thingId: properties.number');
      edit(path.join(contracts, resource), 'path: state', 'path: parent.state');
      expect(await faultsOf(contracts)).toEqual([]);
    }));
});

test('a list in pages takes page and size', () =>
  inScratch(async (folder) => {
    const { contracts } = copyFixtures(folder);
    edit(path.join(contracts, 'rs-example/paths/things.yaml'), '      - { $ref: ../../common/parameters.yaml#/size }\n', '');
    const document = await bundled(path.join(contracts, 'rs-example/openapi.yaml'));
    expect(documentFaults('rs-example', document)).toEqual([
      'contracts/rs-example getThings: a list in pages takes the parameter size of contracts/common/parameters.yaml',
    ]);
  }));

test.each([
  ['of a response', 'rs-example/paths/files.yaml', 'paths /things/import post responses 201 content application/json schema'],
  ['of a parameter', 'rs-example/paths/things.yaml', 'paths /things get parameters 0 schema'],
  ['that services share', 'common/parameters.yaml', 'components parameters sort schema'],
])('a list %s says how long it may be', (_what, file, place) =>
  inScratch(async (folder) => {
    const { contracts } = copyFixtures(folder);
    const text = readFileSync(path.join(contracts, file), 'utf8');
    writeFileSync(path.join(contracts, file), text.replace(/maxItems: \d+, /, ''));
    const document = await bundled(path.join(contracts, 'rs-example/openapi.yaml'));
    expect(documentFaults('rs-example', document)).toEqual([
      `contracts/rs-example ${place}: maxItems is missing; a list that is not given in pages says how long it may be`,
    ]);
  }),
);
