// Generated from contracts/rs-admin-instance/asyncapi.yaml — do not edit.
import type { BoundSubscription, Outgoing, Publication, UnitOfWork } from '@regards/core';
import type { TenantEvent } from './types.ts';
import { validators } from './validators.ts';

/** Says that a project exists from now on. */
export const tenantCreated: Publication<TenantEvent> = {
  name: 'tenantCreated',
  virtualHost: 'instance',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.framework.amqp.event.tenant.TenantCreatedEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.framework.amqp.event.tenant.TenantCreatedEvent',
  converter: 'JACKSON',
  payload: validators.TenantEvent,
};

/** Publishes tenantCreated messages when the unit of work commits. */
export const publishTenantCreated = (unit: UnitOfWork, messages: readonly Outgoing<TenantEvent>[]): void =>
  unit.publish(tenantCreated, messages);

/** Says that a project is served no more. */
export const tenantDeleted: Publication<TenantEvent> = {
  name: 'tenantDeleted',
  virtualHost: 'instance',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.framework.amqp.event.tenant.TenantDeletedEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.framework.amqp.event.tenant.TenantDeletedEvent',
  converter: 'JACKSON',
  payload: validators.TenantEvent,
};

/** Publishes tenantDeleted messages when the unit of work commits. */
export const publishTenantDeleted = (unit: UnitOfWork, messages: readonly Outgoing<TenantEvent>[]): void =>
  unit.publish(tenantDeleted, messages);

/** rs-admin-instance hears no message. */
export type RsAdminInstanceSubscriptions = Readonly<Record<never, never>>;

/** No handler is needed. */
export const bindRsAdminInstanceSubscriptions = (): readonly BoundSubscription[] => [];

/** Everything rs-admin-instance publishes. */
export const publications = [tenantCreated, tenantDeleted] as const;

/** Everything rs-admin-instance hears. */
export const subscriptions = [] as const;
