/** What rs-admin relies on of rs-admin-instance: accounts, made and linked to its project, and unlinked from it. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { rsAdminInstanceClient } from '@regards/generated/rs-admin-instance/client';
import { routes } from '@regards/generated/rs-admin-instance/routes';
import { accountsOf } from 'rs-admin/accounts';
import { calling } from '../src/client.ts';
import { consumerOf } from '../src/consumer.ts';
import type { Call } from '../src/consumer.ts';
import { context } from '../src/handling.ts';

const { like } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'rs-admin', provider: 'rs-admin-instance' });
const there = 'ada@example.org has an account';
const stranger = 'new@example.org has no account';
const messages = { messages: like(['There is none.']) };
const linking = (email: string) => ({ email, projectName: 'demo' });

afterAll(() => edge.keep());

const accounts = (calls: readonly Call[], work: (accounts: ReturnType<typeof accountsOf>) => Promise<void>) =>
  edge.calls(calls, (url) => calling(url, (transport) => work(accountsOf(rsAdminInstanceClient(transport)))));

test('the account of a person who has one is linked to the project', () =>
  accounts(
    [
      {
        state: there,
        what: 'linking an account to a project',
        route: routes.linkAccount,
        parameters: linking('ada@example.org'),
        status: 200,
      },
    ],
    (known) => known.ensureLinked(context, { email: 'ada@example.org' }),
  ));

test('a person without an account gets one', () =>
  accounts(
    [
      {
        state: stranger,
        what: 'linking an account that is not there',
        route: routes.linkAccount,
        parameters: linking('new@example.org'),
        status: 404,
        answer: messages,
      },
      {
        state: stranger,
        what: 'making an account for a project',
        route: routes.createAccount,
        body: {
          account: { email: 'new@example.org', firstName: 'Ada', lastName: 'L', status: 'ACTIVE' },
          password: 'Right-2026-word',
          project: 'demo',
        },
        status: 201,
        answer: { content: { email: 'new@example.org', status: 'ACTIVE' } },
      },
    ],
    (known) =>
      known.ensureLinked(context, {
        email: 'new@example.org',
        firstName: 'Ada',
        lastName: 'L',
        password: 'Right-2026-word',
      }),
  ));

test('a password that breaks the rules is refused in words', () =>
  accounts(
    [
      {
        state: 'weak@example.org has no account',
        what: 'linking a second account that is not there',
        route: routes.linkAccount,
        parameters: linking('weak@example.org'),
        status: 404,
        answer: messages,
      },
      {
        state: 'weak@example.org has no account',
        what: 'making an account with a password that breaks the rules',
        route: routes.createAccount,
        body: {
          account: { email: 'weak@example.org', firstName: 'Ada', lastName: 'L', status: 'ACTIVE' },
          password: 'x',
          project: 'demo',
        },
        status: 422,
        answer: { messages: like(['password: too short']) },
      },
    ],
    async (known) => {
      const asked = { email: 'weak@example.org', firstName: 'Ada', lastName: 'L', password: 'x' };
      await expect(known.ensureLinked(context, asked)).rejects.toMatchObject({
        refusal: { code: 'entity-invalid', messages: ['password: too short'] },
      });
    },
  ));

test('the account of a user who leaves is unlinked', () =>
  accounts(
    [
      {
        state: there,
        what: 'unlinking an account from a project',
        route: routes.unlinkAccount,
        parameters: linking('ada@example.org'),
        status: 200,
      },
    ],
    (known) => known.unlink(context, 'ada@example.org'),
  ));

test('the tokens of a user who may do less are revoked', () =>
  accounts(
    [
      {
        state: there,
        what: 'revoking the tokens of a person in a project',
        route: routes.createRevocation,
        body: { tenant: 'demo', login: 'ada@example.org' },
        status: 201,
        answer: { login: 'ada@example.org' },
      },
    ],
    (known) => known.revoke(context, 'ada@example.org'),
  ));
