/** What the command-line tool relies on when it logs in through the gateway. */
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from '@jest/globals';
import { logIn } from 'regards/platform';
import { pactOf } from '../src/pacts.ts';

const { like, integer, regex } = MatchersV3;
const path = '/api/v1/rs-authentication/oauth/token';
const client = { id: 'client', secret: 'secret' };
const who = { project: 'demo', user: 'ada@example.org', client };
const headers = { Authorization: 'Basic Y2xpZW50OnNlY3JldA==', 'Content-Type': 'application/json' };
const body = (password: string) => ({ username: who.user, password, scope: 'demo', grant_type: 'password' });

test('a login with the right password gives a token and how long it lasts', async () => {
  await pactOf(import.meta.dirname, 'regards-cli', 'rs-authentication')
    .addInteraction()
    .given('ada@example.org is a user of demo with the password Right-2026-word')
    .uponReceiving('a login with the right password')
    .withRequest('POST', path, (request) =>
      request.query({ scope: 'demo' }).headers(headers).jsonBody(body('Right-2026-word')),
    )
    .willRespondWith(200, (answer) => {
      answer.jsonBody({
        token_type: 'bearer',
        tenant: 'demo',
        role: like('EXPLOIT'),
        access_token: regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'a.b.c'),
        expires_in: integer(7200),
      });
    })
    .executeTest(async (mock) => {
      const session = await logIn({ gateway: mock.url, password: 'Right-2026-word', ...who });
      expect(session).toMatchObject({ project: 'demo', token: 'a.b.c' });
      expect(session.expires).toBeGreaterThan(Date.now() + 7_000_000);
    });
});

test('a login with a wrong password is refused with the reason', async () => {
  await pactOf(import.meta.dirname, 'regards-cli', 'rs-authentication')
    .addInteraction()
    .given('ada@example.org is a user of demo with the password Right-2026-word')
    .uponReceiving('a login with a wrong password')
    .withRequest('POST', path, (request) =>
      request.query({ scope: 'demo' }).headers(headers).jsonBody(body('Wrong-2026-word')),
    )
    .willRespondWith(400, (answer) => {
      answer.jsonBody({
        additionalInformation: { error: 'ACCOUNT_UNKNOWN' },
        detailMessage: like('Access denied for user ada@example.org.'),
      });
    })
    .executeTest(async (mock) => {
      await expect(logIn({ gateway: mock.url, password: 'Wrong-2026-word', ...who })).rejects.toThrow(
        /Access denied for user ada@example\.org/,
      );
    });
});
