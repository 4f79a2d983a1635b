/** What the command-line tool relies on when it logs in through the gateway. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { routes } from '@regards/generated/rs-authentication/routes';
import { logIn } from 'regards/platform';
import { consumerOf } from '../src/consumer.ts';
import type { Call } from '../src/consumer.ts';

const { like, integer, regex } = MatchersV3;
const edge = consumerOf({
  folder: import.meta.dirname,
  consumer: 'regards-cli',
  provider: 'rs-authentication',
  throughGateway: true,
});
const who = { project: 'demo', user: 'ada@example.org', client: { id: 'client', secret: 'secret' } };

afterAll(() => edge.keep());

const login = (what: string, password: string, status: number, answer: object): Call => ({
  state: 'ada@example.org is a user of demo with the password Right-2026-word',
  what,
  route: routes.createToken,
  parameters: { scope: 'demo' },
  headers: { Authorization: 'Basic Y2xpZW50OnNlY3JldA==' },
  body: { username: who.user, password, scope: 'demo', grant_type: 'password' },
  status,
  answer,
});

test('a login with the right password gives a token and how long it lasts', () =>
  edge.calls(
    [
      login('a login with the right password', 'Right-2026-word', 200, {
        token_type: 'bearer',
        tenant: 'demo',
        role: like('EXPLOIT'),
        access_token: regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'a.b.c'),
        expires_in: integer(7200),
      }),
    ],
    async (url) => {
      const session = await logIn({ gateway: url, password: 'Right-2026-word', ...who });
      expect(session).toMatchObject({ project: 'demo', token: 'a.b.c' });
      expect(session.expires).toBeGreaterThan(Date.now() + 7_000_000);
    },
  ));

test('a login with a wrong password is refused with the reason', () =>
  edge.calls(
    [
      login('a login with a wrong password', 'Wrong-2026-word', 400, {
        additionalInformation: { error: 'ACCOUNT_UNKNOWN' },
        detailMessage: like('Access denied for user ada@example.org.'),
      }),
    ],
    async (url) => {
      await expect(logIn({ gateway: url, password: 'Wrong-2026-word', ...who })).rejects.toThrow(
        /Access denied for user ada@example\.org/,
      );
    },
  ));
