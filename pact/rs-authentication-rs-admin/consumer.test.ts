/** What rs-authentication relies on of rs-admin: what a person is in a project, and that a login can be noted. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { rsAdminClient } from '@regards/generated/rs-admin/client';
import { routes } from '@regards/generated/rs-admin/routes';
import { calling } from '../src/client.ts';
import { consumerOf } from '../src/consumer.ts';
import type { Call } from '../src/consumer.ts';
import { context } from '../src/handling.ts';
import { accountOf, loginWith } from '../src/login.ts';

const { eachLike, integer, like, regex } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'rs-authentication', provider: 'rs-admin' });
const state = 'ada@example.org is a user of demo';

afterAll(() => edge.keep());

const login = (calls: readonly Call[], username: string, outcome: object) =>
  edge.calls(calls, (url) =>
    calling(url, async (transport) => {
      const tokens = loginWith({ accounts: accountOf(username), users: rsAdminClient(transport) });
      expect(await tokens.create(context, { username, password: 'Right-2026-word', scope: 'demo' })).toMatchObject(
        outcome,
      );
    }),
  );

test('a user of the project gets the role they have there, and the date is noted', () =>
  login(
    [
      {
        state,
        what: 'the user who logs in',
        route: routes.getUserByEmail,
        parameters: { email: 'ada@example.org' },
        status: 200,
        answer: {
          content: {
            id: integer(1),
            email: 'ada@example.org',
            status: 'ACCESS_GRANTED',
            role: { name: 'EXPLOIT' },
            accessGroups: eachLike('Public'),
          },
        },
      },
      {
        state,
        what: 'noting the date of a login',
        route: routes.updateUser,
        parameters: { userId: '1' },
        body: {
          id: integer(1),
          lastConnection: regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, '2026-01-02T03:04:05.678Z'),
        },
        status: 200,
        answer: { content: like({ email: 'ada@example.org' }) },
      },
    ],
    'ada@example.org',
    { granted: { role: 'EXPLOIT', sub: 'ada@example.org' } },
  ));

test('a person who is no user of the project gets no token', () =>
  login(
    [
      {
        state,
        what: 'a person who is no user',
        route: routes.getUserByEmail,
        parameters: { email: 'nobody@example.org' },
        status: 404,
        answer: { messages: like(['There is none.']) },
      },
    ],
    'nobody@example.org',
    { denied: expect.any(String) },
  ));
