// Generated from contracts/rs-admin/asyncapi.yaml — do not edit.
import type { BoundSubscription, Outgoing, Publication, UnitOfWork } from '@regards/core';
import type { ProjectUserEvent, ResourceAccessEvent, RoleEvent } from './types.ts';
import { validators } from './validators.ts';

/** Says that a user came, changed or went. */
export const projectUser: Publication<ProjectUserEvent> = {
  name: 'projectUser',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.accessrights.domain.projects.events.ProjectUserEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.accessrights.domain.projects.events.ProjectUserEvent',
  converter: 'JACKSON',
  payload: validators.ProjectUserEvent,
};

/** Publishes projectUser messages when the unit of work commits. */
export const publishProjectUser = (unit: UnitOfWork, messages: readonly Outgoing<ProjectUserEvent>[]): void =>
  unit.publish(projectUser, messages);

/** Says that a role may do more or less at a service. */
export const resourceAccess: Publication<ResourceAccessEvent> = {
  name: 'resourceAccess',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.framework.security.event.ResourceAccessEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.framework.security.event.ResourceAccessEvent',
  converter: 'JACKSON',
  payload: validators.ResourceAccessEvent,
};

/** Publishes resourceAccess messages when the unit of work commits. */
export const publishResourceAccess = (unit: UnitOfWork, messages: readonly Outgoing<ResourceAccessEvent>[]): void =>
  unit.publish(resourceAccess, messages);

/** Says that a role came, changed or went. */
export const role: Publication<RoleEvent> = {
  name: 'role',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.framework.security.event.RoleEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.framework.security.event.RoleEvent',
  converter: 'JACKSON',
  payload: validators.RoleEvent,
};

/** Publishes role messages when the unit of work commits. */
export const publishRole = (unit: UnitOfWork, messages: readonly Outgoing<RoleEvent>[]): void =>
  unit.publish(role, messages);

/** rs-admin hears no message. */
export type RsAdminSubscriptions = Readonly<Record<never, never>>;

/** No handler is needed. */
export const bindRsAdminSubscriptions = (): readonly BoundSubscription[] => [];

/** Everything rs-admin publishes. */
export const publications = [projectUser, resourceAccess, role] as const;

/** Everything rs-admin hears. */
export const subscriptions = [] as const;
