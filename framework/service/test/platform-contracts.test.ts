/** What the framework, below all generated code, writes by hand of two services: held to their contracts. */
import { expect, test } from '@jest/globals';
import { tenantCreated, tenantDeleted } from '@regards/generated/rs-admin-instance/messages';
import { routes as instanceRoutes } from '@regards/generated/rs-admin-instance/routes';
import { routes as authenticationRoutes } from '@regards/generated/rs-authentication/routes';
import { keySetRoute, tenantRoutes } from '../src/index.ts';
import { tenantEvents } from '../src/tenant-source.ts';

test.each([
  { byHand: tenantRoutes.getTenants, generated: instanceRoutes.getTenants },
  { byHand: tenantRoutes.getProject, generated: instanceRoutes.getProject },
  { byHand: keySetRoute, generated: authenticationRoutes.getKeySet },
])(
  '$byHand.operation is called as its contract has it',
  ({ byHand, generated: { responses: declared, ...generated } }) => {
    const { responses, ...own } = byHand;
    expect(own).toEqual(generated);
    const kinds = (all: object) =>
      Object.entries(all).map(([status, { kind }]: [string, { kind: string }]) => [status, kind]);
    expect(kinds(declared)).toEqual(expect.arrayContaining(kinds(responses)));
  },
);

test.each([tenantCreated, tenantDeleted])(
  '$type is heard as its contract has it',
  ({ exchange, virtualHost, routingKey, type }) => {
    const [bound] = tenantEvents('rs-things', { created: () => {}, deleted: () => {} }).filter(
      ({ subscription }) => subscription.type === type,
    );
    expect(bound?.subscription).toMatchObject({ exchange, virtualHost, routingKey, target: 'all' });
  },
);
