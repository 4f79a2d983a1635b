// Generated from contracts/rs-fem/asyncapi.yaml — do not edit.
import type {
  Batch,
  BoundSubscription,
  InvalidBatch,
  Outgoing,
  Publication,
  Subscription,
  UnitOfWork,
} from '@regards/core';
import type { JobEvent, MessageHeaders, StopJobEvent } from '../common/types.ts';
import { validators as commonValidators } from '../common/validators.ts';
import type { AttributeCacheRefreshEvent, ModelChangeEvent } from '../rs-dam/types.ts';
import { validators as rsDamValidators } from '../rs-dam/validators.ts';
import type {
  DisseminationAckEvent,
  FeatureCreationRequestEvent,
  FeatureDeletionRequestEvent,
  FeatureEvent,
  FeatureNotificationRequestEvent,
  FeatureRequestEvent,
  FeatureRequestHeaders,
  FeatureUpdateRequestEvent,
  FeatureUpdateRequestHeaders,
  FeaturesChangedEvent,
} from './types.ts';
import { validators } from './validators.ts';

/** Asks for products to be made. */
export const featureCreationRequest: Publication<FeatureCreationRequestEvent, FeatureRequestHeaders> = {
  name: 'featureCreationRequest',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.in.FeatureCreationRequestEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.in.FeatureCreationRequestEvent',
  converter: 'GSON',
  payload: validators.FeatureCreationRequestEvent,
  headers: validators.FeatureRequestHeaders,
};

/** Publishes featureCreationRequest messages when the unit of work commits. */
export const publishFeatureCreationRequest = (
  unit: UnitOfWork,
  messages: readonly Outgoing<FeatureCreationRequestEvent, FeatureRequestHeaders>[],
): void => unit.publish(featureCreationRequest, messages);

/** Asks for products to be changed. */
export const featureUpdateRequest: Publication<FeatureUpdateRequestEvent, FeatureUpdateRequestHeaders> = {
  name: 'featureUpdateRequest',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.in.FeatureUpdateRequestEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.in.FeatureUpdateRequestEvent',
  converter: 'GSON',
  payload: validators.FeatureUpdateRequestEvent,
  headers: validators.FeatureUpdateRequestHeaders,
};

/** Publishes featureUpdateRequest messages when the unit of work commits. */
export const publishFeatureUpdateRequest = (
  unit: UnitOfWork,
  messages: readonly Outgoing<FeatureUpdateRequestEvent, FeatureUpdateRequestHeaders>[],
): void => unit.publish(featureUpdateRequest, messages);

/** Asks for products to be deleted. */
export const featureDeletionRequest: Publication<FeatureDeletionRequestEvent, FeatureRequestHeaders> = {
  name: 'featureDeletionRequest',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.in.FeatureDeletionRequestEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.in.FeatureDeletionRequestEvent',
  converter: 'GSON',
  payload: validators.FeatureDeletionRequestEvent,
  headers: validators.FeatureRequestHeaders,
};

/** Publishes featureDeletionRequest messages when the unit of work commits. */
export const publishFeatureDeletionRequest = (
  unit: UnitOfWork,
  messages: readonly Outgoing<FeatureDeletionRequestEvent, FeatureRequestHeaders>[],
): void => unit.publish(featureDeletionRequest, messages);

/** Asks for products to be told of once more; denied while notification is off. */
export const featureNotificationRequest: Publication<FeatureNotificationRequestEvent, FeatureRequestHeaders> = {
  name: 'featureNotificationRequest',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.in.FeatureNotificationRequestEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.in.FeatureNotificationRequestEvent',
  converter: 'GSON',
  payload: validators.FeatureNotificationRequestEvent,
  headers: validators.FeatureRequestHeaders,
};

/** Publishes featureNotificationRequest messages when the unit of work commits. */
export const publishFeatureNotificationRequest = (
  unit: UnitOfWork,
  messages: readonly Outgoing<FeatureNotificationRequestEvent, FeatureRequestHeaders>[],
): void => unit.publish(featureNotificationRequest, messages);

/** A recipient has a product; nothing is told to recipients yet, so nothing follows. */
export const disseminationAck: Publication<DisseminationAckEvent, MessageHeaders> = {
  name: 'disseminationAck',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.in.DisseminationAckEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.in.DisseminationAckEvent',
  converter: 'GSON',
  payload: validators.DisseminationAckEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes disseminationAck messages when the unit of work commits. */
export const publishDisseminationAck = (
  unit: UnitOfWork,
  messages: readonly Outgoing<DisseminationAckEvent, MessageHeaders>[],
): void => unit.publish(disseminationAck, messages);

/** Answers a request. */
export const featureRequest: Publication<FeatureRequestEvent, MessageHeaders> = {
  name: 'featureRequest',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.out.FeatureRequestEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.out.FeatureRequestEvent',
  converter: 'GSON',
  payload: validators.FeatureRequestEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes featureRequest messages when the unit of work commits. */
export const publishFeatureRequest = (
  unit: UnitOfWork,
  messages: readonly Outgoing<FeatureRequestEvent, MessageHeaders>[],
): void => unit.publish(featureRequest, messages);

/** Products came, changed or went. */
export const featuresChanged: Publication<FeaturesChangedEvent, MessageHeaders> = {
  name: 'featuresChanged',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.out.FeaturesChangedEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.out.FeaturesChangedEvent',
  converter: 'GSON',
  payload: validators.FeaturesChangedEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes featuresChanged messages when the unit of work commits. */
export const publishFeaturesChanged = (
  unit: UnitOfWork,
  messages: readonly Outgoing<FeaturesChangedEvent, MessageHeaders>[],
): void => unit.publish(featuresChanged, messages);

/** A product is gone. */
export const feature: Publication<FeatureEvent, MessageHeaders> = {
  name: 'feature',
  virtualHost: 'multitenant',
  exchange: { name: 'regards.broadcast.fr.cnes.regards.modules.dam.dto.FeatureEvent', type: 'fanout', durable: true },
  routingKey: '',
  type: 'fr.cnes.regards.modules.dam.dto.FeatureEvent',
  converter: 'JACKSON',
  payload: validators.FeatureEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes feature messages when the unit of work commits. */
export const publishFeature = (unit: UnitOfWork, messages: readonly Outgoing<FeatureEvent, MessageHeaders>[]): void =>
  unit.publish(feature, messages);

/** A job of this service began or ended. */
export const jobEvent: Publication<JobEvent, MessageHeaders> = {
  name: 'jobEvent',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.rs-fem.fr.cnes.regards.framework.modules.jobs.domain.event.JobEvent',
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
    name: 'regards.broadcast.rs-fem.fr.cnes.regards.framework.modules.jobs.domain.event.StopJobEvent',
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

/** Asks for products to be made. */
export const featureCreationRequestSubscription: Subscription<FeatureCreationRequestEvent, FeatureRequestHeaders> = {
  name: 'featureCreationRequest',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.in.FeatureCreationRequestEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.in.FeatureCreationRequestEvent',
  service: 'rs-fem',
  handler: 'fr.cnes.regards.modules.feature.service.flow.FeatureCreationRequestEventHandler',
  target: 'one',
  batch: { size: 1000, waitMs: 50 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'answer',
  payload: validators.FeatureCreationRequestEvent,
  headers: validators.FeatureRequestHeaders,
};

/** Binds a handler to featureCreationRequest messages: a batch of one tenant, handled in one unit of work. */
export const subscribeFeatureCreationRequest = (
  handle: (batch: Batch<FeatureCreationRequestEvent, FeatureRequestHeaders>, unit: UnitOfWork) => Promise<void>,
  answerInvalid: (batch: InvalidBatch, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: featureCreationRequestSubscription,
  handle,
  answerInvalid,
});

/** Asks for products to be changed. */
export const featureUpdateRequestSubscription: Subscription<FeatureUpdateRequestEvent, FeatureUpdateRequestHeaders> = {
  name: 'featureUpdateRequest',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.in.FeatureUpdateRequestEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.in.FeatureUpdateRequestEvent',
  service: 'rs-fem',
  handler: 'fr.cnes.regards.modules.feature.service.flow.FeatureUpdateRequestEventHandler',
  target: 'one',
  batch: { size: 1000, waitMs: 50 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'answer',
  payload: validators.FeatureUpdateRequestEvent,
  headers: validators.FeatureUpdateRequestHeaders,
};

/** Binds a handler to featureUpdateRequest messages: a batch of one tenant, handled in one unit of work. */
export const subscribeFeatureUpdateRequest = (
  handle: (batch: Batch<FeatureUpdateRequestEvent, FeatureUpdateRequestHeaders>, unit: UnitOfWork) => Promise<void>,
  answerInvalid: (batch: InvalidBatch, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: featureUpdateRequestSubscription,
  handle,
  answerInvalid,
});

/** Asks for products to be deleted. */
export const featureDeletionRequestSubscription: Subscription<FeatureDeletionRequestEvent, FeatureRequestHeaders> = {
  name: 'featureDeletionRequest',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.in.FeatureDeletionRequestEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.in.FeatureDeletionRequestEvent',
  service: 'rs-fem',
  handler: 'fr.cnes.regards.modules.feature.service.flow.FeatureDeletionRequestEventHandler',
  target: 'one',
  batch: { size: 1000, waitMs: 50 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'answer',
  payload: validators.FeatureDeletionRequestEvent,
  headers: validators.FeatureRequestHeaders,
};

/** Binds a handler to featureDeletionRequest messages: a batch of one tenant, handled in one unit of work. */
export const subscribeFeatureDeletionRequest = (
  handle: (batch: Batch<FeatureDeletionRequestEvent, FeatureRequestHeaders>, unit: UnitOfWork) => Promise<void>,
  answerInvalid: (batch: InvalidBatch, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: featureDeletionRequestSubscription,
  handle,
  answerInvalid,
});

/** Asks for products to be told of once more; denied while notification is off. */
export const featureNotificationRequestSubscription: Subscription<
  FeatureNotificationRequestEvent,
  FeatureRequestHeaders
> = {
  name: 'featureNotificationRequest',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.in.FeatureNotificationRequestEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.in.FeatureNotificationRequestEvent',
  service: 'rs-fem',
  handler: 'fr.cnes.regards.modules.feature.service.flow.FeatureNotificationRequestEventHandler',
  target: 'one',
  batch: { size: 1000, waitMs: 50 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'answer',
  payload: validators.FeatureNotificationRequestEvent,
  headers: validators.FeatureRequestHeaders,
};

/** Binds a handler to featureNotificationRequest messages: a batch of one tenant, handled in one unit of work. */
export const subscribeFeatureNotificationRequest = (
  handle: (batch: Batch<FeatureNotificationRequestEvent, FeatureRequestHeaders>, unit: UnitOfWork) => Promise<void>,
  answerInvalid: (batch: InvalidBatch, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: featureNotificationRequestSubscription,
  handle,
  answerInvalid,
});

/** A recipient has a product; nothing is told to recipients yet, so nothing follows. */
export const disseminationAckSubscription: Subscription<DisseminationAckEvent, MessageHeaders> = {
  name: 'disseminationAck',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.feature.dto.event.in.DisseminationAckEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.feature.dto.event.in.DisseminationAckEvent',
  service: 'rs-fem',
  handler: 'fr.cnes.regards.modules.feature.service.flow.DisseminationAckEventHandler',
  target: 'one',
  batch: { size: 1000, waitMs: 50 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'dead-letter',
  payload: validators.DisseminationAckEvent,
  headers: commonValidators.MessageHeaders,
};

/** Binds a handler to disseminationAck messages: a batch of one tenant, handled in one unit of work. */
export const subscribeDisseminationAck = (
  handle: (batch: Batch<DisseminationAckEvent, MessageHeaders>, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: disseminationAckSubscription,
  handle,
});

/** A model or its attributes changed, what is kept of models is read again. */
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
  service: 'rs-fem',
  handler: 'fr.cnes.regards.modules.feature.service.model.ModelChangeHandler',
  target: 'all',
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

/** Many attributes may have changed, what is kept of models is read again. */
export const attributeCacheRefreshSubscription: Subscription<AttributeCacheRefreshEvent, MessageHeaders> = {
  name: 'attributeCacheRefresh',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.model.dto.event.AttributeCacheRefreshEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.model.dto.event.AttributeCacheRefreshEvent',
  service: 'rs-fem',
  handler: 'fr.cnes.regards.modules.feature.service.model.AttributeCacheRefreshHandler',
  target: 'all',
  batch: { size: 100, waitMs: 10 },
  retryMs: [5000, 30000, 120000, 600000],
  invalid: 'dead-letter',
  payload: rsDamValidators.AttributeCacheRefreshEvent,
  headers: commonValidators.MessageHeaders,
};

/** Binds a handler to attributeCacheRefresh messages: a batch of one tenant, handled in one unit of work. */
export const subscribeAttributeCacheRefresh = (
  handle: (batch: Batch<AttributeCacheRefreshEvent, MessageHeaders>, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({
  subscription: attributeCacheRefreshSubscription,
  handle,
});

/** Asks for a job of this service to be stopped; each instance ends the run that it has. */
export const stopJobSubscription: Subscription<StopJobEvent, MessageHeaders> = {
  name: 'stopJob',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.rs-fem.fr.cnes.regards.framework.modules.jobs.domain.event.StopJobEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.framework.modules.jobs.domain.event.StopJobEvent',
  service: 'rs-fem',
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

/** What rs-fem hears: a batch of one tenant each; effects, outcomes and answers commit together. */
export interface RsFemSubscriptions {
  /** Asks for products to be made. */
  featureCreationRequest(
    batch: Batch<FeatureCreationRequestEvent, FeatureRequestHeaders>,
    unit: UnitOfWork,
  ): Promise<void>;

  /** Answers featureCreationRequest messages that break their contract. */
  featureCreationRequestInvalid(batch: InvalidBatch, unit: UnitOfWork): Promise<void>;

  /** Asks for products to be changed. */
  featureUpdateRequest(
    batch: Batch<FeatureUpdateRequestEvent, FeatureUpdateRequestHeaders>,
    unit: UnitOfWork,
  ): Promise<void>;

  /** Answers featureUpdateRequest messages that break their contract. */
  featureUpdateRequestInvalid(batch: InvalidBatch, unit: UnitOfWork): Promise<void>;

  /** Asks for products to be deleted. */
  featureDeletionRequest(
    batch: Batch<FeatureDeletionRequestEvent, FeatureRequestHeaders>,
    unit: UnitOfWork,
  ): Promise<void>;

  /** Answers featureDeletionRequest messages that break their contract. */
  featureDeletionRequestInvalid(batch: InvalidBatch, unit: UnitOfWork): Promise<void>;

  /** Asks for products to be told of once more; denied while notification is off. */
  featureNotificationRequest(
    batch: Batch<FeatureNotificationRequestEvent, FeatureRequestHeaders>,
    unit: UnitOfWork,
  ): Promise<void>;

  /** Answers featureNotificationRequest messages that break their contract. */
  featureNotificationRequestInvalid(batch: InvalidBatch, unit: UnitOfWork): Promise<void>;

  /** A recipient has a product; nothing is told to recipients yet, so nothing follows. */
  disseminationAck(batch: Batch<DisseminationAckEvent, MessageHeaders>, unit: UnitOfWork): Promise<void>;

  /** A model or its attributes changed, what is kept of models is read again. */
  modelChange(batch: Batch<ModelChangeEvent, MessageHeaders>, unit: UnitOfWork): Promise<void>;

  /** Many attributes may have changed, what is kept of models is read again. */
  attributeCacheRefresh(batch: Batch<AttributeCacheRefreshEvent, MessageHeaders>, unit: UnitOfWork): Promise<void>;

  /** Asks for a job of this service to be stopped; each instance ends the run that it has. */
  stopJob(batch: Batch<StopJobEvent, MessageHeaders>, unit: UnitOfWork): Promise<void>;
}

/** Binds every handler to its messages. */
export const bindRsFemSubscriptions = (handlers: RsFemSubscriptions): readonly BoundSubscription[] => [
  subscribeFeatureCreationRequest(
    (batch, unit) => handlers.featureCreationRequest(batch, unit),
    (batch, unit) => handlers.featureCreationRequestInvalid(batch, unit),
  ),
  subscribeFeatureUpdateRequest(
    (batch, unit) => handlers.featureUpdateRequest(batch, unit),
    (batch, unit) => handlers.featureUpdateRequestInvalid(batch, unit),
  ),
  subscribeFeatureDeletionRequest(
    (batch, unit) => handlers.featureDeletionRequest(batch, unit),
    (batch, unit) => handlers.featureDeletionRequestInvalid(batch, unit),
  ),
  subscribeFeatureNotificationRequest(
    (batch, unit) => handlers.featureNotificationRequest(batch, unit),
    (batch, unit) => handlers.featureNotificationRequestInvalid(batch, unit),
  ),
  subscribeDisseminationAck((batch, unit) => handlers.disseminationAck(batch, unit)),
  subscribeModelChange((batch, unit) => handlers.modelChange(batch, unit)),
  subscribeAttributeCacheRefresh((batch, unit) => handlers.attributeCacheRefresh(batch, unit)),
  subscribeStopJob((batch, unit) => handlers.stopJob(batch, unit)),
];

/** Everything rs-fem publishes. */
export const publications = [featureRequest, featuresChanged, feature, jobEvent] as const;

/** Everything rs-fem hears. */
export const subscriptions = [
  featureCreationRequestSubscription,
  featureUpdateRequestSubscription,
  featureDeletionRequestSubscription,
  featureNotificationRequestSubscription,
  disseminationAckSubscription,
  modelChangeSubscription,
  attributeCacheRefreshSubscription,
  stopJobSubscription,
] as const;
