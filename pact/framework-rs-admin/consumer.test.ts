/** What every service relies on of rs-admin: the rights of roles on its operations, and word of each change of them. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { resourceAccess, role } from '@regards/generated/rs-admin/messages';
import { routes } from '@regards/generated/rs-admin/routes';
import { mappingOf, restRightsSource, rightsEvents } from '@regards/service';
import { calling } from '../src/client.ts';
import { consumerOf } from '../src/consumer.ts';
import { deliver } from '../src/handling.ts';

const { eachLike, like, string } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'framework', provider: 'rs-admin' });
const state = 'rs-fem has declared an operation for everybody';
const operations = ['/roles@GET'];

afterAll(() => edge.keep());

test('a service declares its operations', () =>
  edge.calls(
    [
      {
        state,
        what: 'the operations of a service',
        route: routes.registerResources,
        parameters: { microservice: 'rs-fem' },
        body: [mappingOf(routes.getRoles)],
        status: 200,
      },
    ],
    (url) => calling(url, (transport) => restRightsSource(transport, 'rs-fem').declare('demo', [routes.getRoles])),
  ));

test('a service asks what each role may call of it', () =>
  edge.calls(
    [
      {
        state,
        what: 'what each role may call of a service',
        route: routes.getRightsOfRoles,
        parameters: { microservice: 'rs-fem' },
        status: 200,
        answer: eachLike({ role: string('PUBLIC'), operations: like(operations), authorizedAddresses: [] }),
      },
    ],
    (url) =>
      calling(url, async (transport) =>
        expect(await restRightsSource(transport, 'rs-fem').load('demo')).toEqual([
          { role: 'PUBLIC', operations, authorizedAddresses: [] },
        ]),
      ),
  ));

test.each([
  {
    what: 'a role may do more or less',
    publication: resourceAccess,
    payload: { microservice: 'rs-fem', roleName: string('EXPLOIT') },
  },
  { what: 'a role came, changed or went', publication: role, payload: { role: string('OPERATOR') } },
])('a service hears that $what', ({ what, publication, payload }) =>
  edge.hears({ state, what, publication, payload }, async (sent) => {
    const changed: string[] = [];
    await deliver(
      rightsEvents('rs-fem', (tenant) => changed.push(tenant)),
      publication,
      sent,
    );
    expect(changed).toHaveLength(1);
  }),
);
