/** Edges are found however a client is used, and what is missing on either side is told. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { computedEdges } from '../src/edges/computed.ts';
import { keyOf } from '../src/edges/edge.ts';
import type { Message } from '../src/edges/messages.ts';
import { programOf } from '../src/edges/programs.ts';
import { operationOf } from '../src/edges/proven.ts';
import { edgeReport } from '../src/edges/report.ts';
import { usesOf } from '../src/edges/uses.ts';
import type { Use } from '../src/edges/uses.ts';

const client = (name: string): string => `
export interface ${name}Client { getThing(context: string): string; makeThing(context: string): string }
export const ${name.toLowerCase()}Client = (): ${name}Client => ({ getThing: () => '', makeThing: () => '' });
`;
const routes = `
export const routes = { getKeys: { path: '/keys' }, getOther: { path: '/other' } } as const satisfies object;
`;
const messages = `
export interface Publication<T> { name: string; payload?: T }
export const thingChanged: Publication<string> = { name: 'thingChanged' };
export const publishThingChanged = (): Publication<string> => thingChanged;
export const thingGone: Publication<string> = { name: 'thingGone' };
`;
const from = '../../../generated/rs-p/client.ts';

/** Each uses `getThing` of rs-p, or what its name says. */
const consumers: Readonly<Record<string, string>> = {
  plain: `import { pClient } from '${from}'; export const x = pClient().getThing('');`,
  alias: `import { pClient as other } from '${from}'; const c = other(); export const x = c.getThing('');`,
  pick: `import type { PClient } from '${from}'; export const x = (c: Pick<PClient, 'getThing'>) => c.getThing('');`,
  destructured: `import { pClient } from '${from}'; const { getThing } = pClient(); export const x = getThing('');`,
  renamed: `import { pClient } from '${from}'; const { getThing: f } = pClient(); export const x = f('');`,
  element: `import { pClient } from '${from}'; export const x = pClient()['getThing']('');`,
  union: `import type { PClient } from '${from}'; import type { QClient } from '../../../generated/rs-q/client.ts';
    export const x = (c: PClient | QClient) => c.getThing('');`,
  passed: `import { x } from '../../rs-pick/src/a.ts'; import { pClient } from '${from}';
    const call = pClient().getThing; export const y = [x, call];`,
  lookalike: `const thing = { getThing: (a: string) => a }; export const x = thing.getThing('');`,
  typed: `import type { PClient } from '${from}'; export type X = PClient;`,
};

let root: string;
let uses: readonly Use[];

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'regards-edges-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write('generated/rs-p/client.ts', client('P'));
  write('generated/rs-q/client.ts', client('Q'));
  write('generated/rs-p/routes.ts', routes);
  write('generated/rs-p/messages.ts', messages);
  for (const [name, text] of Object.entries(consumers)) write(`services/rs-${name}/src/a.ts`, text);
  write(
    'gateway/src/a.ts',
    `import { routes } from '../../generated/rs-p/routes.ts'; export const x = routes.getKeys.path;`,
  );
  write(
    'services/rs-p/src/a.ts',
    `import { publishThingChanged } from '../../../generated/rs-p/messages.ts'; publishThingChanged();`,
  );
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { strict: true, allowImportingTsExtensions: true, noEmit: true, module: 'nodenext', types: [] },
      include: ['generated', 'services', 'gateway'],
    }),
  );
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  uses = usesOf(root);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

const users = (owner: string, name: string): string[] =>
  uses
    .filter((one) => one.owner === owner && one.name === name)
    .flatMap(({ files }) => files.map((file) => programOf(file) ?? file));

describe('the compiler finds', () => {
  test.each(Object.keys(consumers).filter((name) => !['lookalike', 'typed'].includes(name)))('a call: %s', (name) => {
    expect(users('rs-p', 'getThing')).toContain(`rs-${name}`);
  });

  test('nothing in what only looks like a call', () => {
    expect(users('rs-p', 'getThing')).not.toContain('rs-lookalike');
    expect(users('rs-p', 'getThing')).not.toContain('rs-typed');
    expect(users('rs-p', 'makeThing')).toEqual([]);
  });

  test('both providers behind a union', () => {
    expect(users('rs-q', 'getThing')).toEqual(['rs-union']);
  });

  test('a route that is read by itself, and who publishes', () => {
    expect(users('rs-p', 'getKeys')).toEqual(['rs-gateway']);
    expect(users('rs-p', 'getOther')).toEqual([]);
    expect(users('rs-p', 'thingChanged')).toEqual(['rs-p']);
  });
});

describe('edges', () => {
  const message = (more: Partial<Message>): Message => ({
    owner: 'rs-p',
    publication: { name: 'told' } as Message['publication'],
    isSent: true,
    hearers: [],
    ...more,
  });
  const told = (files: readonly string[]): Use => ({ owner: 'rs-p', kind: 'message', name: 'told', files });
  const keys = (...given: Parameters<typeof computedEdges>): string[] => computedEdges(...given).edges.map(keyOf);

  test('go from who hears a message to who sends it, whoever owns it', () => {
    expect(keys([], [message({ hearers: ['rs-c'] })])).toEqual(['rs-c rs-p message told']);
    expect(keys([told(['cli/src/a.ts'])], [message({})])).toEqual(['regards-cli rs-p message told']);
    expect(keys([told(['cli/src/a.ts'])], [message({ isSent: false })])).toEqual(['rs-p regards-cli message told']);
  });

  test('are none to oneself, and none of tests and tools', () => {
    expect(keys([told(['services/rs-p/src/a.ts', 'pact/a.ts', 'services/rs-c/test/a.ts'])], [message({})])).toEqual([]);
  });

  test('tell of a message that is heard and never sent', () => {
    expect(computedEdges([], [message({ hearers: ['rs-c'] })]).neverSent).toEqual([
      'rs-p never sends told, which rs-c hears',
    ]);
    const sent = [told(['services/rs-p/src/a.ts'])];
    expect(computedEdges(sent, [message({ hearers: ['rs-c'] })]).neverSent).toEqual([]);
  });
});

test.each([
  ['/things/new', 'getNew'],
  ['/things/7', 'getThing'],
  ['/api/v1/rs-p/things/7', 'getThing'],
  ['/things/7/more', undefined],
])('%s is the operation %s', (at, name) => {
  const route = (operation: string, template: string) => ({ operation, method: 'get', path: template }) as never;
  const known = { getThing: route('getThing', '/things/{id}'), getNew: route('getNew', '/things/new') };
  const interaction = { type: 'Synchronous/HTTP', description: '', request: { method: 'GET', path: at } } as const;
  expect(operationOf(known, 'rs-p', interaction)?.name).toBe(name);
});

test('each edge of this platform has its pact, and each pact its edge', async () => {
  expect((await edgeReport(path.resolve(import.meta.dirname, '../..'))).faults).toEqual([]);
}, 60_000);
