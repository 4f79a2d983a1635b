/** The tenants as rs-admin-instance knows them: its REST operations and its events. */
import type { Batch, BoundSubscription, Subscription, Transport } from '@regards/core';
import { CallFailedError, instanceTenant } from '@regards/core';
import { rsAdminInstanceClient } from '@regards/generated/rs-admin-instance/client';
import { tenantCreated, tenantDeleted } from '@regards/generated/rs-admin-instance/messages';
import type { TenantEvent } from '@regards/generated/rs-admin-instance/types';
import type { TenantSource } from './parts.ts';

/** Asks rs-admin-instance, in the name of the service. */
export const restTenantSource = (transport: Transport): TenantSource => {
  const client = rsAdminInstanceClient(transport);
  const inInstance = () => ({ tenant: instanceTenant, correlationId: crypto.randomUUID() });
  return {
    async list() {
      const { status, body } = await client.getTenants(inInstance(), {});
      if (status !== 200) throw undeclared('getTenants', status);
      return body.filter((name) => name !== instanceTenant);
    },
    async exists(tenant) {
      if (tenant === instanceTenant) return false;
      const answer = await client.getProject(inInstance(), { projectName: tenant });
      if (answer.status === 404) return false;
      if (answer.status !== 200) throw undeclared('getProject', answer.status);
      return !answer.body.content.isDeleted;
    },
  };
};

const undeclared = (operation: string, status: number): CallFailedError =>
  new CallFailedError('rs-admin-instance', operation, 'undeclared-answer', `answered ${status}`);

/** Every instance hears of every tenant, from a queue of its own (platform conventions §9.4). */
const tenantSubscription = (service: string, publication: typeof tenantCreated): Subscription<TenantEvent> => {
  const event = publication.type.split('.').at(-1) ?? '';
  return {
    ...publication,
    name: event,
    service,
    handler: `fr.cnes.regards.framework.multitenant.autoconfigure.tenant.${event}Handler`,
    target: 'all',
    batch: { size: 100, waitMs: 10 },
    retryMs: [],
    invalid: 'dead-letter',
  };
};

/** Calls back for each tenant that came or went. */
export const tenantEvents = (
  service: string,
  heard: { created(tenant: string): void; deleted(tenant: string): void },
): BoundSubscription[] =>
  [tenantCreated, tenantDeleted].map((publication) => ({
    subscription: tenantSubscription(service, publication),
    async handle({ deliveries }: Batch<TenantEvent>) {
      for (const { payload } of deliveries)
        heard[publication === tenantCreated ? 'created' : 'deleted'](payload.tenant);
    },
  }));
