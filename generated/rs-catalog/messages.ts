// Generated from contracts/rs-catalog/asyncapi.yaml — do not edit.
import type { Batch, BoundSubscription, Outgoing, Publication, Subscription, UnitOfWork } from '@regards/core';
import type { JobEvent, MessageHeaders, StopJobEvent } from '../common/types.ts';
import { validators as commonValidators } from '../common/validators.ts';
import type {
  AccessGroupEvent,
  AccessRightEvent,
  BroadcastEntityEvent,
  ModelChangeEvent,
  PluginConfigurationEvent,
} from '../rs-dam/types.ts';
import { validators as rsDamValidators } from '../rs-dam/validators.ts';
import type { FeaturesChangedEvent } from '../rs-fem/types.ts';
import { validators as rsFemValidators } from '../rs-fem/validators.ts';

/** A job of this service began or ended. */
export const jobEvent: Publication<JobEvent, MessageHeaders> = {
  name: 'jobEvent',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.rs-catalog.fr.cnes.regards.framework.modules.jobs.domain.event.JobEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.framework.modules.jobs.domain.event.JobEvent',
  converter: 'JACKSON',
  payload: commonValidators.JobEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes jobEvent messages when the unit of work commits. */
export const publishJobEvent = (unit: UnitOfWork, messages: readonly Outgoing<JobEvent, MessageHeaders>[]): void =>
  unit.publish(jobEvent, messages);

/** Asks for a job of this service to be stopped; each instance ends the run that it has. */
export const stopJob: Publication<StopJobEvent, MessageHeaders> = {
  name: 'stopJob',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.rs-catalog.fr.cnes.regards.framework.modules.jobs.domain.event.StopJobEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.framework.modules.jobs.domain.event.StopJobEvent',
  converter: 'JACKSON',
  payload: commonValidators.StopJobEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes stopJob messages when the unit of work commits. */
export const publishStopJob = (unit: UnitOfWork, messages: readonly Outgoing<StopJobEvent, MessageHeaders>[]): void =>
  unit.publish(stopJob, messages);

/** Products came, changed or went: the index follows. */
export const featuresChangedSubscription: Subscription<FeaturesChangedEvent, MessageHeaders> = {
  name: 'featuresChanged',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.out.FeaturesChangedEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.out.FeaturesChangedEvent',
  service: 'rs-catalog',
  handler: 'fr.cnes.regards.modules.catalog.products.FeaturesChangedHandler',
  target: 'one',
  batch: { size: 20, waitMs: 20 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'dead-letter',
  payload: rsFemValidators.FeaturesChangedEvent,
  headers: commonValidators.MessageHeaders,
};

/** Binds a handler to featuresChanged messages: a batch of one tenant, handled in one unit of work. */
export const subscribeFeaturesChanged = (
  handle: (batch: Batch<FeaturesChangedEvent, MessageHeaders>, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: featuresChangedSubscription,
  handle,
});

/** Datasets came, changed or went: the rules of the catalogue are read again. */
export const broadcastEntitySubscription: Subscription<BroadcastEntityEvent, MessageHeaders> = {
  name: 'broadcastEntity',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.dam.domain.entities.event.BroadcastEntityEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.dam.domain.entities.event.BroadcastEntityEvent',
  service: 'rs-catalog',
  handler: 'fr.cnes.regards.modules.catalog.rules.DatasetHandler',
  target: 'one',
  batch: { size: 100, waitMs: 10 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'dead-letter',
  payload: rsDamValidators.BroadcastEntityEvent,
  headers: commonValidators.MessageHeaders,
};

/** Binds a handler to broadcastEntity messages: a batch of one tenant, handled in one unit of work. */
export const subscribeBroadcastEntity = (
  handle: (batch: Batch<BroadcastEntityEvent, MessageHeaders>, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: broadcastEntitySubscription,
  handle,
});

/** What a group may see of a dataset changed. */
export const accessRightSubscription: Subscription<AccessRightEvent, MessageHeaders> = {
  name: 'accessRight',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.dam.domain.dataaccess.accessright.event.AccessRightEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.dam.domain.dataaccess.accessright.event.AccessRightEvent',
  service: 'rs-catalog',
  handler: 'fr.cnes.regards.modules.catalog.rules.AccessRightHandler',
  target: 'one',
  batch: { size: 100, waitMs: 10 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'dead-letter',
  payload: rsDamValidators.AccessRightEvent,
  headers: commonValidators.MessageHeaders,
};

/** Binds a handler to accessRight messages: a batch of one tenant, handled in one unit of work. */
export const subscribeAccessRight = (
  handle: (batch: Batch<AccessRightEvent, MessageHeaders>, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: accessRightSubscription,
  handle,
});

/** A group is public from now on, or no more. */
export const publicAccessGroupSubscription: Subscription<AccessGroupEvent, MessageHeaders> = {
  name: 'publicAccessGroup',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.dam.domain.dataaccess.accessgroup.event.PublicAccessGroupEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.dam.domain.dataaccess.accessgroup.event.PublicAccessGroupEvent',
  service: 'rs-catalog',
  handler: 'fr.cnes.regards.modules.catalog.rules.PublicAccessGroupHandler',
  target: 'one',
  batch: { size: 100, waitMs: 10 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'dead-letter',
  payload: rsDamValidators.AccessGroupEvent,
  headers: commonValidators.MessageHeaders,
};

/** Binds a handler to publicAccessGroup messages: a batch of one tenant, handled in one unit of work. */
export const subscribePublicAccessGroup = (
  handle: (batch: Batch<AccessGroupEvent, MessageHeaders>, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: publicAccessGroupSubscription,
  handle,
});

/** A data source came, changed or went. */
export const broadcastPluginConfSubscription: Subscription<PluginConfigurationEvent, MessageHeaders> = {
  name: 'broadcastPluginConf',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.rs-dam.fr.cnes.regards.framework.modules.plugins.domain.event.BroadcastPluginConfEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.framework.modules.plugins.domain.event.BroadcastPluginConfEvent',
  service: 'rs-catalog',
  handler: 'fr.cnes.regards.modules.catalog.rules.DataSourceHandler',
  target: 'one',
  batch: { size: 100, waitMs: 10 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'dead-letter',
  payload: rsDamValidators.PluginConfigurationEvent,
  headers: commonValidators.MessageHeaders,
};

/** Binds a handler to broadcastPluginConf messages: a batch of one tenant, handled in one unit of work. */
export const subscribeBroadcastPluginConf = (
  handle: (batch: Batch<PluginConfigurationEvent, MessageHeaders>, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: broadcastPluginConfSubscription,
  handle,
});

/** A model or its attributes changed: its products are shown anew. */
export const modelChangeSubscription: Subscription<ModelChangeEvent, MessageHeaders> = {
  name: 'modelChange',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.model.dto.event.ModelChangeEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.model.dto.event.ModelChangeEvent',
  service: 'rs-catalog',
  handler: 'fr.cnes.regards.modules.catalog.rules.ModelChangeHandler',
  target: 'one',
  batch: { size: 100, waitMs: 10 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'dead-letter',
  payload: rsDamValidators.ModelChangeEvent,
  headers: commonValidators.MessageHeaders,
};

/** Binds a handler to modelChange messages: a batch of one tenant, handled in one unit of work. */
export const subscribeModelChange = (
  handle: (batch: Batch<ModelChangeEvent, MessageHeaders>, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: modelChangeSubscription,
  handle,
});

/** Asks for a job of this service to be stopped; each instance ends the run that it has. */
export const stopJobSubscription: Subscription<StopJobEvent, MessageHeaders> = {
  name: 'stopJob',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.rs-catalog.fr.cnes.regards.framework.modules.jobs.domain.event.StopJobEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.framework.modules.jobs.domain.event.StopJobEvent',
  service: 'rs-catalog',
  handler: 'fr.cnes.regards.framework.modules.jobs.service.StopJobHandler',
  target: 'all',
  batch: { size: 100, waitMs: 10 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'dead-letter',
  payload: commonValidators.StopJobEvent,
  headers: commonValidators.MessageHeaders,
};

/** Binds a handler to stopJob messages: a batch of one tenant, handled in one unit of work. */
export const subscribeStopJob = (
  handle: (batch: Batch<StopJobEvent, MessageHeaders>, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: stopJobSubscription,
  handle,
});

/** What rs-catalog hears: a batch of one tenant each; effects, outcomes and answers commit together. */
export interface RsCatalogSubscriptions {
  /** Products came, changed or went: the index follows. */
  featuresChanged(batch: Batch<FeaturesChangedEvent, MessageHeaders>, unit: UnitOfWork): Promise<void>;

  /** Datasets came, changed or went: the rules of the catalogue are read again. */
  broadcastEntity(batch: Batch<BroadcastEntityEvent, MessageHeaders>, unit: UnitOfWork): Promise<void>;

  /** What a group may see of a dataset changed. */
  accessRight(batch: Batch<AccessRightEvent, MessageHeaders>, unit: UnitOfWork): Promise<void>;

  /** A group is public from now on, or no more. */
  publicAccessGroup(batch: Batch<AccessGroupEvent, MessageHeaders>, unit: UnitOfWork): Promise<void>;

  /** A data source came, changed or went. */
  broadcastPluginConf(batch: Batch<PluginConfigurationEvent, MessageHeaders>, unit: UnitOfWork): Promise<void>;

  /** A model or its attributes changed: its products are shown anew. */
  modelChange(batch: Batch<ModelChangeEvent, MessageHeaders>, unit: UnitOfWork): Promise<void>;

  /** Asks for a job of this service to be stopped; each instance ends the run that it has. */
  stopJob(batch: Batch<StopJobEvent, MessageHeaders>, unit: UnitOfWork): Promise<void>;
}

/** Binds every handler to its messages. */
export const bindRsCatalogSubscriptions = (handlers: RsCatalogSubscriptions): readonly BoundSubscription[] => [
  subscribeFeaturesChanged((batch, unit) => handlers.featuresChanged(batch, unit)),
  subscribeBroadcastEntity((batch, unit) => handlers.broadcastEntity(batch, unit)),
  subscribeAccessRight((batch, unit) => handlers.accessRight(batch, unit)),
  subscribePublicAccessGroup((batch, unit) => handlers.publicAccessGroup(batch, unit)),
  subscribeBroadcastPluginConf((batch, unit) => handlers.broadcastPluginConf(batch, unit)),
  subscribeModelChange((batch, unit) => handlers.modelChange(batch, unit)),
  subscribeStopJob((batch, unit) => handlers.stopJob(batch, unit)),
];

/** Everything rs-catalog publishes. */
export const publications = [jobEvent] as const;

/** Everything rs-catalog hears. */
export const subscriptions = [
  featuresChangedSubscription,
  broadcastEntitySubscription,
  accessRightSubscription,
  publicAccessGroupSubscription,
  broadcastPluginConfSubscription,
  modelChangeSubscription,
  stopJobSubscription,
] as const;
