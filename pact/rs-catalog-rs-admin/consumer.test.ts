/** What rs-catalog relies on of rs-admin: the access groups of whoever searches. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { systemClock } from '@regards/core';
import { rsAdminClient } from '@regards/generated/rs-admin/client';
import { routes } from '@regards/generated/rs-admin/routes';
import { adminMemberships } from 'rs-catalog/memberships';
import { calling } from '../src/client.ts';
import { consumerOf } from '../src/consumer.ts';
import { context } from '../src/handling.ts';

const { eachLike, like } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'rs-catalog', provider: 'rs-admin' });

afterAll(() => edge.keep());

test.each([
  {
    state: 'ada@example.org is a user of demo',
    what: 'the groups of a user',
    login: 'ada@example.org',
    status: 200,
    answer: { content: { accessGroups: eachLike('Public') } },
    groups: ['Public'],
  },
  {
    state: 'nobody@example.org is no user of demo',
    what: 'the groups of a stranger',
    login: 'nobody@example.org',
    status: 404,
    answer: { messages: like(['There is none.']) },
    groups: [],
  },
])('rs-catalog asks for $what', ({ state, what, login, status, answer, groups }) =>
  edge.calls([{ state, what, route: routes.getUserByEmail, parameters: { email: login }, status, answer }], (url) =>
    calling(url, async (transport) => {
      const memberships = adminMemberships(rsAdminClient(transport), systemClock);
      expect(await memberships.groupsOf(context, { login, email: login, role: 'EXPLOIT' })).toEqual(groups);
    }),
  ),
);
