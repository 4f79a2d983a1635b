/** The signing key is changed as docs/operations.md says, while people log in and call: nobody is refused. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Authentication } from '@regards/generated/rs-authentication/types';
import { createVerifier, generateSigningKey } from '@regards/security';
import type { JSONWebKeySet } from '@regards/security';
import type { RunningInstance } from '@regards/service';
import { createTestPlatform, request } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { rsAuthentication } from '../src/index.ts';
import { basic, person, standIn } from './ada.ts';

const people = 4;
const verifiers = 3;
/** So long a verifier keeps the keys it has, and a moment. */
const agedMs = 301_000;

let platform: TestPlatform;
let files: { readonly former: string; readonly next: string };

beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['demo'] });
  files = { former: platform.userKeyFile, next: path.join(path.dirname(platform.userKeyFile), 'next-key.pem') };
  await writeFile(files.next, generateSigningKey(), { mode: 0o600 });
});
afterAll(() => platform.close());

interface Step {
  readonly signs: string;
  readonly shows: string;
  /** Whether verifiers have had the time to look at the keys again, after it. */
  readonly waits: boolean;
}

/** Two instances of each step take the place of those before, one after the other; gives what was refused. */
async function rotate(steps: readonly Step[]): Promise<{ readonly logins: number; readonly refused: string[] }> {
  const living: RunningInstance[] = [];
  const over = new AbortController();
  let [aheadMs, turn, logins] = [0, 0, 0];
  const refused: string[] = [];
  const anyUrl = (): string => living[(turn += 1) % living.length]?.url ?? '';
  const clock = { now: () => new Date(Date.now() + aheadMs) };
  const fetchUserKeys = async () => (await request('GET', `${anyUrl()}/.well-known/jwks.json`)).body as JSONWebKeySet;
  const judges = Array.from({ length: verifiers }, () => createVerifier({ issuer: 'regards', clock, fetchUserKeys }));
  const tokens: string[] = [];
  const judge = (token: string, age: string) =>
    Promise.all(
      judges.map((one) =>
        one
          .verify(token, { audience: 'rs-fem', accept: 'user' })
          .catch((failure) => refused.push(`${age}: ${failure}`)),
      ),
    );
  const come = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const answer = await request('POST', `${anyUrl()}/oauth/token?scope=demo`, {
        body: person,
        headers: { authorization: basic },
      });
      if (answer.status !== 200) refused.push(`a login: ${answer.status}`);
      const { access_token: token } = answer.body as Authentication;
      logins += 1;
      await judge(token, 'a new token');
      tokens.push(token);
      await judge(tokens[Math.floor(Math.random() * tokens.length)] ?? token, 'an older token');
      await pause(5);
    }
  };
  const replaceAll = async ({ signs, shows }: Step): Promise<void> => {
    for (const former of living.length > 0 ? [...living] : [undefined, undefined]) {
      const settings = {
        'regards.authentication.client.secret': 'top secret',
        'regards.security.signing.key': signs,
        'regards.security.signing.former.keys': shows,
      };
      const started = await platform.start(rsAuthentication, { transport: standIn, settings });
      living.push(started);
      await pause(300);
      if (!former) continue;
      living.splice(living.indexOf(former), 1);
      await pause(100); // what is on its way there
      await former.stop();
    }
  };
  const [first, ...others] = steps;
  if (first) await replaceAll(first);
  const load = Array.from({ length: people }, come);
  for (const step of others) {
    await pause(300);
    await replaceAll(step);
    if (step.waits) aheadMs += agedMs;
  }
  await pause(500);
  over.abort();
  await Promise.all(load);
  await judge(tokens[0] ?? '', 'the first token');
  await Promise.all(living.map((one) => one.stop()));
  return { logins, refused };
}

test('shown first, then signed with: nobody is refused and nobody logs in again', async () => {
  const { logins, refused } = await rotate([
    { signs: files.former, shows: '', waits: false },
    { signs: files.former, shows: files.next, waits: true },
    { signs: files.next, shows: files.former, waits: false },
  ]);
  expect(refused).toEqual([]);
  expect(logins).toBeGreaterThan(20);
}, 60_000);

test('signed with before it is shown everywhere: some are refused, which is why it is shown first', async () => {
  const { refused } = await rotate([
    { signs: files.former, shows: '', waits: false },
    { signs: files.next, shows: files.former, waits: false },
  ]);
  expect(refused.length).toBeGreaterThan(0);
}, 60_000);
