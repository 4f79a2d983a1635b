/** What every service relies on of rs-admin-instance: the projects there are, which come and go, and revoked tokens. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { tenantCreated, tenantDeleted } from '@regards/generated/rs-admin-instance/messages';
import { routes } from '@regards/generated/rs-admin-instance/routes';
import { restRevocations, restTenantSource, tenantEvents } from '@regards/service';
import { calling } from '../src/client.ts';
import { consumerOf } from '../src/consumer.ts';
import type { Call } from '../src/consumer.ts';
import { deliver } from '../src/handling.ts';

const { datetime, eachLike, integer, like, string } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'framework', provider: 'rs-admin-instance' });
const state = 'demo is a project and gone is one no more';

afterAll(() => edge.keep());

const project = (what: string, name: string, status: number, answer: object): Call => ({
  state,
  what,
  route: routes.getProject,
  parameters: { projectName: name },
  status,
  answer,
});

test('a service asks which projects there are', () =>
  edge.calls(
    [{ state, what: 'the projects', route: routes.getTenants, status: 200, answer: eachLike('demo') }],
    (url) => calling(url, async (transport) => expect(await restTenantSource(transport).list()).toEqual(['demo'])),
  ));

test.each([
  { what: 'a living project', name: 'demo', status: 200, answer: { content: { isDeleted: false } }, exists: true },
  { what: 'a deleted project', name: 'gone', status: 200, answer: { content: { isDeleted: true } }, exists: false },
  { what: 'no project', name: 'nowhere', status: 404, answer: { messages: like(['none']) }, exists: false },
])('a service asks for one that is $what', ({ what, name, status, answer, exists }) =>
  edge.calls([project(what, name, status, answer)], (url) =>
    calling(url, async (transport) => expect(await restTenantSource(transport).exists(name)).toBe(exists)),
  ),
);

test.each([
  { what: 'a project has come', publication: tenantCreated, heard: ['created demo'] },
  { what: 'a project has gone', publication: tenantDeleted, heard: ['deleted demo'] },
])('a service hears that $what', ({ what, publication, heard }) =>
  edge.hears({ state, what, publication, payload: { tenant: string('demo') } }, async (payload) => {
    const told: string[] = [];
    const bound = tenantEvents('rs-things', {
      created: (tenant) => told.push(`created ${tenant}`),
      deleted: (tenant) => told.push(`deleted ${tenant}`),
    });
    await deliver(bound, publication, payload);
    expect(told).toEqual(heard);
  }),
);

const moment = datetime("yyyy-MM-dd'T'HH:mm:ss.SSSX", '2026-01-01T12:00:00.000Z');

test('a service asks which tokens count no more', () =>
  edge.calls(
    [
      {
        state: 'a token was revoked',
        what: 'the tokens that count no more',
        route: routes.getRevocations,
        parameters: { since: '0' },
        status: 200,
        answer: {
          newest: integer(7),
          revocations: eachLike({ id: integer(7), tokenId: string('token-1'), before: moment, until: moment }),
        },
      },
    ],
    (url) =>
      calling(url, async (transport) => {
        const { newest, revocations } = await restRevocations(transport)(0);
        expect([newest, revocations[0]?.tokenId]).toEqual([7, 'token-1']);
      }),
  ));
