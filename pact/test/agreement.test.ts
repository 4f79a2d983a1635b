/** Pacts say nothing that contracts do not; whoever breaks a neighbour is told whom. */
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { presentContracts, presentPacts } from '../src/agreement/contracts.ts';
import { contradictions } from '../src/agreement/contradictions.ts';
import { deploymentOf } from '../src/deploy/verdict.ts';
import type { PactFile } from '../src/pact-file.ts';

const root = path.resolve(import.meta.dirname, '../..');
const contracts = presentContracts(root);
const pacts = presentPacts(root);

const sides = ({ consumer, provider }: PactFile) =>
  [provider.name, consumer.name].flatMap((name) => contracts.get(name) ?? []);

function pactOf(consumer: string, provider: string): PactFile {
  const found = pacts.find((one) => one.consumer.name === consumer && one.provider.name === provider);
  if (!found) throw new Error(`there is no pact of ${consumer} with ${provider}`);
  return found;
}

test.each(pacts.map((pact) => [pact.consumer.name, pact.provider.name, pact] as const))(
  'what %s relies on of %s is in the contracts',
  async (_consumer, _provider, pact) => {
    expect(await contradictions(pact, sides(pact))).toEqual([]);
  },
);

/** One interaction of a pact, changed as text: the text must be there. */
function planted(pact: PactFile, description: string, before: string, after: string): PactFile {
  const interactions = pact.interactions.filter((one) => one.description === description);
  const text = JSON.stringify(interactions);
  if (!text.includes(before)) throw new Error(`"${description}" has no ${before}`);
  return { ...pact, interactions: JSON.parse(text.replace(before, after)) as PactFile['interactions'] };
}

const models = () => pactOf('rs-fem', 'rs-dam');
const rights = () => pactOf('regards-cli', 'rs-dam');
const products = () => pactOf('rs-catalog', 'rs-fem');
const requests = () => pactOf('rs-fem', 'regards-cli');

describe('a contradiction is found:', () => {
  test.each([
    ['a path that is none', models, 'the models', '"/models"', '"/modules"'],
    ['a method that is none', models, 'the models', '"GET"', '"DELETE"'],
    ['a status that is not declared', models, 'the models', '"status":200', '"status":206'],
    ['a media type that is not answered', models, 'the models', '["application/json"]', '["text/html"]'],
    ['a member of an answer that is none', models, 'the models', '"name":"IMAGE"', '"nickname":"IMAGE"'],
    ['a value of an answer that is none', models, 'the models', '"type":"DATA"', '"type":"WISDOM"'],
    ['a parameter that is none', rights, 'the attributes there are', '"noLink"', '"withoutLinks"'],
    ['a body that is no body', rights, 'a new data source', '"businessId":"source-scenes"', '"businessId":7'],
    ['a body without what must be there', rights, 'a right of everyone', '"accessGroup":', '"accessGroups":'],
    ['a body of another media type', rights, 'a new data source', '["application/json"]', '["text/csv"]'],
    ['an exchange that is none', products, 'a product was made', 'out.FeaturesChangedEvent', 'out.FeaturesLostEvent'],
    ['a type that is none', products, 'a product was made', '"regards.type":"fr.cnes', '"regards.type":"com.cnes'],
    ['a member of a message that is none', products, 'a product was made', '"revision":', '"edition":'],
    ['a value of a message that is none', products, 'a product was made', '"action":"CREATED"', '"action":"DREAMT"'],
    ['a type of a member that is none', products, 'a product was made', '"last":true', '"last":"yes"'],
    ['a header that breaks its schema', requests, 'a feature is submitted', '"ada@example.org"', '7'],
  ] as const)('%s', async (_what, pact, description, before, after) => {
    const changed = planted(pact(), description, before, after);
    expect(await contradictions(changed, sides(changed))).not.toEqual([]);
  });
});

describe('before a service is deployed', () => {
  const here = { contracts, pacts };

  /** The contracts with one of them changed as text. */
  function changed(service: string, before: string | RegExp, after: string) {
    const text = JSON.stringify(contracts.get(service));
    const other = text.replace(before, after);
    if (other === text) throw new Error(`${service} has no ${String(before)}`);
    return { pacts, contracts: new Map(contracts).set(service, JSON.parse(other) as never) };
  }
  const broken = async (service: string, mine: typeof here, theirs: typeof here): Promise<string[]> =>
    (await deploymentOf(service, mine, theirs)).neighbours
      .filter(({ breaks }) => breaks.length > 0)
      .map(({ name }) => name);

  test('nothing is said when nothing has changed', async () => {
    for (const service of contracts.keys()) expect([service, await broken(service, here, here)]).toEqual([service, []]);
  });

  test('those are named who call an operation that is gone', async () => {
    expect(await broken('rs-dam', changed('rs-dam', '"/models/assocs":', '"/models/associations":'), here)).toEqual([
      'rs-catalog',
      'rs-fem',
    ]);
  });

  test('those are named who hear a message that is another', async () => {
    const other = changed('rs-fem', /("name":"regards.broadcast[^"]*)FeaturesChangedEvent"/, '$1ProductChangedEvent"');
    expect(await broken('rs-fem', other, here)).toEqual(['rs-catalog']);
  });

  test('a provider is named that does not have yet what the service calls', async () => {
    expect(await broken('rs-fem', here, changed('rs-dam', '"/models/assocs":', '"/models/associations":'))).toEqual([
      'rs-dam',
    ]);
  });

  test('what the service itself keeps no more is told, with its version', async () => {
    const { version, changes } = await deploymentOf(
      'rs-dam',
      changed('rs-dam', '"/models/{modelName}/export":', '"/out":'),
      here,
    );
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(changes).toContain('GET /models/{modelName}/export: is gone');
  });
});
