/** The tenants as rs-admin-instance knows them: its REST operations and its events. */
import type { Batch, BoundSubscription, Route, Subscription, Transport, Validator } from '@regards/core';
import { CallFailedError, instanceTenant } from '@regards/core';
import type { TenantSource } from './parts.ts';

/**
 * The two operations of rs-admin-instance that every service needs. Written here because the framework is below all
 * generated code; services/rs-admin-instance holds them to its contract by a test.
 */
export const tenantRoutes = {
  getTenants: {
    operation: 'getTenants',
    method: 'get',
    path: '/tenants',
    access: 'INSTANCE_ADMIN',
    retry: 'safe',
    timeoutMs: 5_000,
    parameters: [],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      401: { kind: 'error' },
      403: { kind: 'error' },
    },
  },
  getProject: {
    operation: 'getProject',
    method: 'get',
    path: '/projects/{projectName}',
    access: 'PUBLIC',
    retry: 'safe',
    timeoutMs: 5_000,
    parameters: [{ name: 'projectName', in: 'path', required: true }],
    requestTypes: [],
    responses: {
      200: { kind: 'resource', mediaType: 'application/json' },
      401: { kind: 'error' },
      403: { kind: 'error' },
      404: { kind: 'error' },
    },
  },
} as const satisfies Readonly<Record<string, Route>>;

/** Asks rs-admin-instance, in the name of the service. */
export const restTenantSource = (transport: Transport): TenantSource => {
  const ask = (route: Route, request: object) =>
    transport.send(
      'rs-admin-instance',
      route,
      { tenant: instanceTenant, correlationId: crypto.randomUUID() },
      { ...request },
    );
  return {
    async list() {
      const { status, body } = await ask(tenantRoutes.getTenants, {});
      if (status !== 200 || !Array.isArray(body))
        throw new CallFailedError('rs-admin-instance', 'getTenants', 'undeclared-answer', `answered ${status}`);
      return body.filter((name): name is string => typeof name === 'string' && name !== instanceTenant);
    },
    async exists(tenant) {
      if (tenant === instanceTenant) return false;
      const { status, body } = await ask(tenantRoutes.getProject, { projectName: tenant });
      if (status === 404) return false;
      if (status !== 200)
        throw new CallFailedError('rs-admin-instance', 'getProject', 'undeclared-answer', `answered ${status}`);
      return !isDeleted(body);
    },
  };
};

const isDeleted = (body: unknown): boolean => {
  const { content } = body as { content?: { isDeleted?: boolean } };
  return content?.isDeleted === true;
};

interface TenantEvent {
  readonly tenant: string;
}

const tenantEvent: Validator<TenantEvent> = (value) => {
  const { tenant } = (typeof value === 'object' && value !== null ? value : {}) as { tenant?: unknown };
  return typeof tenant === 'string'
    ? { valid: true, value: { tenant } }
    : { valid: false, faults: ['[required] must be present at tenant'] };
};

/** Every instance hears of every tenant, from a queue of its own (platform conventions §9.4). */
const tenantSubscription = (service: string, event: 'TenantCreatedEvent' | 'TenantDeletedEvent'): Subscription => ({
  name: event,
  virtualHost: 'instance',
  exchange: {
    name: `regards.broadcast.fr.cnes.regards.framework.amqp.event.tenant.${event}`,
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: `fr.cnes.regards.framework.amqp.event.tenant.${event}`,
  service,
  handler: `fr.cnes.regards.framework.multitenant.autoconfigure.tenant.${event}Handler`,
  target: 'all',
  batch: { size: 100, waitMs: 10 },
  retryMs: [],
  invalid: 'dead-letter',
  payload: tenantEvent,
});

/** Calls back for each tenant that came or went. */
export const tenantEvents = (
  service: string,
  heard: { created(tenant: string): void; deleted(tenant: string): void },
): BoundSubscription[] =>
  (['TenantCreatedEvent', 'TenantDeletedEvent'] as const).map((event) => ({
    subscription: tenantSubscription(service, event),
    async handle({ deliveries }: Batch<TenantEvent>) {
      for (const { payload } of deliveries)
        heard[event === 'TenantCreatedEvent' ? 'created' : 'deleted'](payload.tenant);
    },
  }));
