/** What rs-authentication relies on of rs-admin-instance: whether a project is served, and whose password it is. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { rsAdminInstanceClient } from '@regards/generated/rs-admin-instance/client';
import { routes } from '@regards/generated/rs-admin-instance/routes';
import { calling } from '../src/client.ts';
import { consumerOf } from '../src/consumer.ts';
import type { Call } from '../src/consumer.ts';
import { context } from '../src/handling.ts';
import { logoutOf } from 'rs-authentication/logout';
import { loginWith, userOf } from '../src/login.ts';

const { like } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'rs-authentication', provider: 'rs-admin-instance' });
const state = 'ada@example.org has an account with the password Right-2026-word';
const messages = { messages: like(['There is none.']) };

afterAll(() => edge.keep());

const served: Call = {
  state,
  what: 'the project demo',
  route: routes.getProject,
  parameters: { projectName: 'demo' },
  status: 200,
  answer: { content: { name: 'demo', isDeleted: false } },
};
const authentication = (what: string, email: string, password: string, status: number, answer: object): Call => ({
  state,
  what,
  route: routes.authenticateAccount,
  parameters: { email },
  body: { password },
  status,
  answer,
});

const login = (calls: readonly Call[], username: string, password: string, scope = 'demo') => {
  const outcomes: unknown[] = [];
  return edge
    .calls(calls, (url) =>
      calling(url, async (transport) => {
        const tokens = loginWith({ accounts: rsAdminInstanceClient(transport), users: userOf('ada@example.org') });
        await tokens.create(context, { username, password, scope }).then(
          (outcome) => outcomes.push(outcome),
          (failure: unknown) => outcomes.push(failure),
        );
      }),
    )
    .then(() => outcomes[0]);
};

test.each([
  {
    what: 'the right password',
    email: 'ada@example.org',
    password: 'Right-2026-word',
    status: 200,
    answer: { email: 'ada@example.org', status: 'ACTIVE', passwordValid: true },
    outcome: { granted: { sub: 'ada@example.org', role: 'EXPLOIT' } },
  },
  {
    what: 'a wrong password',
    email: 'ada@example.org',
    password: 'Wrong-2026-word',
    status: 200,
    answer: { email: 'ada@example.org', status: 'ACTIVE', passwordValid: false },
    outcome: { denied: 'ACCOUNT_UNKNOWN' },
  },
  {
    what: 'a stranger',
    email: 'nobody@example.org',
    password: 'Right-2026-word',
    status: 404,
    answer: messages,
    outcome: { denied: 'ACCOUNT_UNKNOWN' },
  },
])('a login with $what', async ({ what, email, password, status, answer, outcome }) => {
  const calls = [served, authentication(`an authentication with ${what}`, email, password, status, answer)];
  expect(await login(calls, email, password)).toMatchObject(outcome);
});

test('a login to a project that is not there is refused', async () => {
  const unknown: Call = {
    state,
    what: 'a project that is not there',
    route: routes.getProject,
    parameters: { projectName: 'nowhere' },
    status: 404,
    answer: messages,
  };
  expect(await login([unknown], 'ada@example.org', 'Right-2026-word', 'nowhere')).toMatchObject({
    refusal: { code: 'access-denied' },
  });
});

test('a token is revoked when its bearer logs out', () =>
  edge.calls(
    [
      {
        state,
        what: 'revoking a token',
        route: routes.createRevocation,
        body: { tokenId: 'token-1', until: '2026-01-01T00:01:00.000Z' },
        status: 201,
        answer: { tokenId: 'token-1' },
      },
    ],
    (url) =>
      calling(url, (transport) =>
        logoutOf(rsAdminInstanceClient(transport)).revoke(
          { ...context, caller: { login: 'ada@example.org' } },
          { tokenId: 'token-1', expiresAt: Date.UTC(2026, 0, 1) / 1000 },
          false,
        ),
      ),
  ));
