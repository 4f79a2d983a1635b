/** The platform is held to the pacts of other teams: those of examples/consumers, and of the folder REGARDS_PACTS. */
import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readEnvironment } from '@regards/settings';
import { rsAuthentication } from 'rs-authentication';
import { rsCatalog } from 'rs-catalog';
import { rsDam } from 'rs-dam';
import { rsFem } from 'rs-fem';
import { outsideStates } from '../src/outside/states.ts';
import { verifyOutside } from '../src/outside/verify.ts';
import type { Platform } from '../src/outside/verify.ts';
import type { PactFile } from '../src/pact-file.ts';
import { people } from '../src/people.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

const examples = path.resolve(import.meta.dirname, '../../examples/consumers');
const { REGARDS_PACTS: given } = readEnvironment();
const files = [
  ...globSync('*/pacts/*.json', { cwd: examples }).map((file) => path.join(examples, file)),
  ...(given === undefined ? [] : globSync('**/*.json', { cwd: given }).map((file) => path.resolve(given, file))),
].toSorted();

const login = { 'regards.authentication.client.user': 'client', 'regards.authentication.client.secret': 'secret' };
let scene: Scene;
let platform: Platform;

beforeAll(async () => {
  scene = await sceneOf([
    ...people,
    { service: rsAuthentication, overrides: { settings: login } },
    { service: rsDam },
    { service: rsFem },
    { service: rsCatalog },
  ]);
  const token = await scene.platform.userToken({ tenant: 'demo', role: 'PROJECT_ADMIN' });
  platform = { states: await outsideStates(scene), url: await scene.gateway(), token };
}, 60_000);

afterAll(() => scene.close());

test.each(files.map((file) => [path.basename(file, '.json'), file]))(
  '%s is kept',
  (_name, file) => verifyOutside(file, platform),
  60_000,
);

test('each state that docs/consumers.md names is there, and the other way round', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/consumers.md'), 'utf8');
  const named = [...page.matchAll(/^\| `(rs-[a-z-]+)` \| `([^`]+)` \|/gm)].map(([, provider, name]) => ({
    provider,
    name,
  }));
  expect(named).toEqual(platform.states.map(({ provider, name }) => ({ provider, name })));
});

test.each([
  ['another status', (pact: PactFile) => change(pact, 'response', { status: 204 }), /expected 204 but was 200/],
  [
    'an unknown state',
    (pact: PactFile) => change(pact, 'providerStates', [{ name: 'it rains' }]),
    /of those of rs-catalog: "the product/,
  ],
])(
  'a pact is refused that has %s',
  async (_what, changed, reason) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'regards-outside-')), 'pact.json');
    const [pact = ''] = files.filter((one) => one.endsWith('quicklook-maker-rs-catalog.json'));
    writeFileSync(file, JSON.stringify(changed(JSON.parse(readFileSync(pact, 'utf8')) as PactFile)));
    await expect(verifyOutside(file, platform)).rejects.toThrow(reason);
  },
  60_000,
);

const change = (pact: PactFile, member: string, value: unknown): PactFile => ({
  ...pact,
  interactions: pact.interactions.map((one) => ({ ...one, [member]: value })),
});
