/** All attacks on a platform of their own, a small part of each. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { attack } from '../src/index.ts';
import type { ScenarioResult } from '../src/index.ts';
import { startScratchPlatform } from './scratch-platform.ts';

const patience = 420_000;

/** Inputs of each attack; `make attack` takes all. */
const most = 24;

let platform: Awaited<ReturnType<typeof startScratchPlatform>>;
let results: readonly ScenarioResult[] = [];

beforeAll(async () => {
  platform = await startScratchPlatform();
  results = await attack({ platform: platform.description, only: [], most, told: () => undefined });
}, patience);
afterAll(async () => {
  await platform.stop();
}, patience);

test('nothing gets past', () => {
  expect(results.flatMap(({ scenario, examples }) => examples.map((one) => `${scenario}: ${one}`))).toEqual([]);
});

test('every attack was made', () => {
  expect(results.filter(({ inputs }) => inputs >= 10).map(({ scenario }) => scenario)).toEqual([
    'rights',
    'changed-rights',
    'tokens',
    'logout',
    'strangers',
    'twins',
    'registry',
    'impostor',
    'configuration',
    'messages',
    'paging',
    'sockets',
    'patience',
    'exposure',
    'injection',
    'secrets',
    'passwords',
  ]);
});

test('an attack that there is not is refused by name', async () => {
  await expect(
    attack({ platform: platform.description, only: ['no-such'], most, told: () => undefined }),
  ).rejects.toThrow('no attack is named no-such; there are rights, changed-rights, tokens');
});
