/** Logins by guessing: defaults open nothing, guessing locks, and no answer tells which logins exist (OWASP API2). */
import { randomUUID } from 'node:crypto';
import { call } from '../http.ts';
import type { Answered } from '../http.ts';
import type { Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';

/** Credentials that are printed somewhere. */
const defaults = [
  ['regards-admin@c-s.fr', 'regards_root'],
  ['regards-admin@c-s.fr', 'Adm1n'],
  ['admin@regards.fr', 'admin'],
  ['root@example.org', 'root'],
  ['admin@example.org', 'admin'],
] as const;

const clients = ['client:secret', 'client:', ':', 'admin:admin'];

const mostGuesses = 12;

export const passwords: Scenario = {
  name: 'passwords',
  sentence: 'Default passwords open nothing, guessing locks the account, and no answer tells which logins exist.',
  async plan(target) {
    const { oauthClient } = target.platform;
    const client = `${oauthClient.id}:${oauthClient.secret}`;
    return {
      probes: [],
      inTurn: [
        ...defaults.map(([login, password]) => ({
          input: `${login} with a printed password`,
          async run() {
            const { status } = await logIn(target, client, login, password);
            return status === 200 ? 'logged in' : undefined;
          },
        })),
        ...clients.map((other) => ({
          input: `client ${other}`,
          async run() {
            const { status } = await logIn(target, other, target.own.logins.EXPLOIT, 'x');
            return status === 401 ? undefined : `answered ${status}`;
          },
        })),
        {
          input: 'a login that exists in another project, and one that does not exist',
          run: () => compare(target, client),
        },
        { input: `${mostGuesses} guesses of one password`, run: () => guess(target, client) },
      ],
    };
  },
};

async function compare(target: Target, client: string): Promise<string | undefined> {
  const unknown = reasonOf(await logIn(target, client, `${randomUUID()}@example.org`, 'x'));
  const elsewhere = reasonOf(await logIn(target, client, target.foreign.logins.REGISTERED_USER, 'x'));
  return unknown === elsewhere ? undefined : `${unknown} and ${elsewhere}`;
}

async function guess(target: Target, client: string): Promise<string | undefined> {
  const login = target.own.logins.REGISTERED_USER;
  const answers: string[] = [];
  for (let guessed = 0; guessed < mostGuesses; guessed += 1)
    answers.push(reasonOf(await logIn(target, client, login, `guess ${guessed}`)));
  return answers.at(-1) === 'ACCOUNT_LOCKED' ? undefined : `still answered ${answers.at(-1) ?? ''}`;
}

const logIn = ({ platform, own }: Target, client: string, username: string, password: string): Promise<Answered> =>
  call('POST', `${platform.gateway}/api/v1/rs-authentication/oauth/token?scope=${own.name}`, {
    headers: { authorization: `Basic ${btoa(client)}` },
    body: { grant_type: 'password', username, password, scope: own.name },
  });

const reasonOf = ({ text }: Answered): string => /"error":\s*"(\w+)"/.exec(text)?.[1] ?? text.slice(0, 80);
