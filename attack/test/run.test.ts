/** How attacks are counted, and that each of them would see an open door. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { call } from '../src/http.ts';
import { evenly, runScenario } from '../src/run.ts';
import type { Scenario } from '../src/scenario.ts';
import { changedRights } from '../src/scenarios/changed-rights.ts';
import { configuration } from '../src/scenarios/configuration.ts';
import { exposure } from '../src/scenarios/exposure.ts';
import { injection } from '../src/scenarios/injection.ts';
import { logout } from '../src/scenarios/logout.ts';
import { paging } from '../src/scenarios/paging.ts';
import { passwords } from '../src/scenarios/passwords.ts';
import { patienceWithin } from '../src/scenarios/patience.ts';
import { registry } from '../src/scenarios/registry.ts';
import { rights } from '../src/scenarios/rights.ts';
import { secrets } from '../src/scenarios/secrets.ts';
import { sockets } from '../src/scenarios/sockets.ts';
import { tokens } from '../src/scenarios/tokens.ts';
import type { Project, Target } from '../src/target.ts';

/** Lets everybody in, shows what it was told, and pages without bound. */
const openDoor = createServer((_request, response) => {
  response.writeHead(200, { server: 'OpenDoor/1.0', 'content-type': 'application/json' });
  const content = JSON.stringify(Array.from({ length: 10_001 }, () => 0));
  response.end(`{"content":${content},"error":"x","sql":"syntax error at or near","env":"client-secret"}`);
});
let target: Target;

const project = (name: string): Project => {
  const token = `${btoa('{"typ":"at+jwt","alg":"ES256","kid":"k"}')}.${btoa('{"sub":"eve"}')}.signature`;
  const roles = ['REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN', 'INSTANCE_ADMIN'];
  const each = (value: (role: string) => string) => Object.fromEntries(roles.map((role) => [role, value(role)]));
  return { name, tokens: each(() => token), logins: each((role) => `${role}@${name}`) } as unknown as Project;
};

beforeAll(async () => {
  await new Promise<void>((resolve) => openDoor.listen(0, '127.0.0.1', resolve));
  const gateway = `http://127.0.0.1:${(openDoor.address() as AddressInfo).port}`;
  target = {
    platform: {
      gateway,
      registry: [],
      config: [],
      amqp: { multitenant: '', management: '' },
      oauthClient: { id: 'client', secret: 'client-secret' },
      accounts: [],
      instances: [{ service: 'rs-fem', id: 'rs-fem:1', url: gateway }],
    },
    own: project('own'),
    foreign: project('foreign'),
    logs: '',
    ask: (service, method, path, asked) => call(method, `${gateway}/api/v1/${service}${path}`, asked),
  };
});
afterAll(() => void openDoor.close());

test.each([
  [10, 3, [0, 3, 6]],
  [3, 10, [0, 1, 2]],
  [4, 4, [0, 1, 2, 3]],
])('of %d probes %d are taken evenly', (all, most, taken) => {
  expect(
    evenly(
      Array.from({ length: all }, (_, place) => place),
      most,
    ),
  ).toEqual(taken);
});

test('what got past is counted, and so is an attack that failed itself', async () => {
  const scenario: Scenario = {
    name: 'sample',
    sentence: 'Nothing passes.',
    plan: async () => ({
      probes: [
        { input: 'held', run: async () => undefined },
        { input: 'past', run: async () => 'let in' },
        { input: 'broken', run: () => Promise.reject(new Error('no such host')) },
      ],
      inTurn: [{ input: 'looked at last', run: async () => 'changed' }],
    }),
  };
  const { inputs, gotPast, examples } = await runScenario(scenario, target, Infinity);
  expect({ inputs, gotPast }).toEqual({ inputs: 4, gotPast: 3 });
  expect(examples.toSorted()).toEqual([
    'broken: the attack itself failed: Error: no such host',
    'looked at last: changed',
    'past: let in',
  ]);
});

describe('a platform that lets everybody in and tells everything', () => {
  test.each([
    rights,
    changedRights,
    tokens,
    logout,
    registry,
    configuration,
    paging,
    sockets,
    patienceWithin(3_000),
    exposure,
    injection,
    secrets,
    passwords,
  ])(
    'is found out by the attack on $name',
    async (scenario) => {
      const { inputs, gotPast } = await runScenario(scenario, target, 60);
      expect(inputs).toBeGreaterThan(0);
      expect(gotPast).toBeGreaterThan(0);
    },
    120_000,
  );
});
