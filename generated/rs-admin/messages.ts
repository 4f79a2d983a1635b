// Generated from contracts/rs-admin/asyncapi.yaml — do not edit.
import type { BoundSubscription, Outgoing, Publication, UnitOfWork } from '@regards/core';
import type { ProjectUserEvent } from './types.ts';
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

/** rs-admin hears no message. */
export type RsAdminSubscriptions = Readonly<Record<never, never>>;

/** No handler is needed. */
export const bindRsAdminSubscriptions = (): readonly BoundSubscription[] => [];

/** Everything rs-admin publishes. */
export const publications = [projectUser] as const;

/** Everything rs-admin hears. */
export const subscriptions = [] as const;
