/** The rights of roles as rs-admin knows them: its REST operations and its events. */
import { CallFailedError, mayCall, nativeRoles, operationKey } from '@regards/core';
import type { Batch, BoundSubscription, Publication, Route, Routes, Subscription, Transport } from '@regards/core';
import { rsAdminClient } from '@regards/generated/rs-admin/client';
import { validators } from '@regards/generated/rs-admin/validators';
import { resourceAccess, role } from '@regards/generated/rs-admin/messages';
import type { ResourceAccessEvent, ResourceMapping, ResourceRole, RoleEvent } from '@regards/generated/rs-admin/types';
import type { RightsSource } from './parts.ts';

/** Tells and asks rs-admin, in the name of the service. */
export const restRightsSource = (transport: Transport, service: string): RightsSource => {
  const client = rsAdminClient(transport);
  const within = (tenant: string) => ({ tenant, correlationId: crypto.randomUUID() });
  return {
    async declare(tenant, routes) {
      const body = routes.map(mappingOf);
      const { status } = await client.registerResources(within(tenant), { microservice: service, body });
      if (status !== 200) throw undeclared('registerResources', status);
    },
    async load(tenant) {
      const answer = await client.getRightsOfRoles(within(tenant), { microservice: service });
      if (answer.status !== 200) throw undeclared('getRightsOfRoles', answer.status);
      const rights = validators.RightsOfRoles(answer.body);
      if (!rights.valid) throw new Error(`rs-admin getRightsOfRoles: ${rights.faults.join(' ')}`);
      return rights.value;
    },
  };
};

/** Rights that are those of the contract and never change: for platforms without rs-admin. */
export const contractRightsSource = (routes: Routes): RightsSource => ({
  declare: async () => {},
  load: async () =>
    nativeRoles.map((name) => ({
      role: name,
      authorizedAddresses: [],
      operations: Object.values(routes)
        .filter(({ access }) => mayCall(name, access))
        .map(operationKey),
    })),
});

/** An operation as rights are given on it; the group is the first part of its path, as in ModelsController. */
export function mappingOf(route: Route): ResourceMapping {
  const [, first = ''] = /^\/([\w-]*)/.exec(route.path) ?? [];
  const group = first.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return {
    resourceAccess: { description: route.operation, role: route.access as ResourceRole },
    fullPath: route.path,
    controllerSimpleName: `${group}Controller`,
    method: route.method.toUpperCase() as ResourceMapping['method'],
  };
}

const undeclared = (operation: string, status: number): CallFailedError =>
  new CallFailedError('rs-admin', operation, 'undeclared-answer', `answered ${status}`);

/** Every instance hears of every change, from a queue of its own (platform conventions §4.5). */
const subscriptionOf = <Event>(service: string, publication: Publication<Event>): Subscription<Event> => ({
  ...publication,
  service,
  handler: `${publication.type}Handler`,
  target: 'all',
  batch: { size: 100, waitMs: 10 },
  retryMs: [],
  invalid: 'dead-letter',
});

/** Calls back with the project in which something changed for the service. */
export const rightsEvents = (service: string, changed: (tenant: string) => void): BoundSubscription[] => [
  {
    subscription: subscriptionOf(service, resourceAccess),
    async handle({ tenant, deliveries }: Batch<ResourceAccessEvent>) {
      if (deliveries.some(({ payload }) => payload.microservice === service)) changed(tenant);
    },
  },
  {
    subscription: subscriptionOf(service, role),
    async handle({ tenant }: Batch<RoleEvent>) {
      changed(tenant);
    },
  },
];
