// Generated from contracts/rs-dam/asyncapi.yaml — do not edit.
import type { BoundSubscription, Outgoing, Publication, UnitOfWork } from '@regards/core';
import type { MessageHeaders } from '../common/types.ts';
import { validators as commonValidators } from '../common/validators.ts';
import type {
  AccessGroupEvent,
  AccessRightEvent,
  AttributeCacheRefreshEvent,
  AttributeModelEvent,
  BroadcastEntityEvent,
  DatasourceEvent,
  FragmentDeletedEvent,
  ModelChangeEvent,
  PluginConfigurationEvent,
} from './types.ts';
import { validators } from './validators.ts';

/** An attribute is there from now on. */
export const attributeModelCreated: Publication<AttributeModelEvent, MessageHeaders> = {
  name: 'attributeModelCreated',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.model.domain.event.AttributeModelCreated',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.model.domain.event.AttributeModelCreated',
  converter: 'GSON',
  payload: validators.AttributeModelEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes attributeModelCreated messages when the unit of work commits. */
export const publishAttributeModelCreated = (
  unit: UnitOfWork,
  messages: readonly Outgoing<AttributeModelEvent, MessageHeaders>[],
): void => unit.publish(attributeModelCreated, messages);

/** An attribute is another from now on. */
export const attributeModelUpdated: Publication<AttributeModelEvent, MessageHeaders> = {
  name: 'attributeModelUpdated',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.model.domain.event.AttributeModelUpdated',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.model.domain.event.AttributeModelUpdated',
  converter: 'GSON',
  payload: validators.AttributeModelEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes attributeModelUpdated messages when the unit of work commits. */
export const publishAttributeModelUpdated = (
  unit: UnitOfWork,
  messages: readonly Outgoing<AttributeModelEvent, MessageHeaders>[],
): void => unit.publish(attributeModelUpdated, messages);

/** An attribute is gone. */
export const attributeModelDeleted: Publication<AttributeModelEvent, MessageHeaders> = {
  name: 'attributeModelDeleted',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.model.domain.event.AttributeModelDeleted',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.model.domain.event.AttributeModelDeleted',
  converter: 'GSON',
  payload: validators.AttributeModelEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes attributeModelDeleted messages when the unit of work commits. */
export const publishAttributeModelDeleted = (
  unit: UnitOfWork,
  messages: readonly Outgoing<AttributeModelEvent, MessageHeaders>[],
): void => unit.publish(attributeModelDeleted, messages);

/** A fragment is gone. */
export const fragmentDeleted: Publication<FragmentDeletedEvent, MessageHeaders> = {
  name: 'fragmentDeleted',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.model.domain.event.FragmentDeletedEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.model.domain.event.FragmentDeletedEvent',
  converter: 'GSON',
  payload: validators.FragmentDeletedEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes fragmentDeleted messages when the unit of work commits. */
export const publishFragmentDeleted = (
  unit: UnitOfWork,
  messages: readonly Outgoing<FragmentDeletedEvent, MessageHeaders>[],
): void => unit.publish(fragmentDeleted, messages);

/** A model or its attributes changed. */
export const modelChange: Publication<ModelChangeEvent, MessageHeaders> = {
  name: 'modelChange',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.model.dto.event.ModelChangeEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.model.dto.event.ModelChangeEvent',
  converter: 'GSON',
  payload: validators.ModelChangeEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes modelChange messages when the unit of work commits. */
export const publishModelChange = (
  unit: UnitOfWork,
  messages: readonly Outgoing<ModelChangeEvent, MessageHeaders>[],
): void => unit.publish(modelChange, messages);

/** Many attributes may have changed. */
export const attributeCacheRefresh: Publication<AttributeCacheRefreshEvent, MessageHeaders> = {
  name: 'attributeCacheRefresh',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.model.dto.event.AttributeCacheRefreshEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.model.dto.event.AttributeCacheRefreshEvent',
  converter: 'GSON',
  payload: validators.AttributeCacheRefreshEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes attributeCacheRefresh messages when the unit of work commits. */
export const publishAttributeCacheRefresh = (
  unit: UnitOfWork,
  messages: readonly Outgoing<AttributeCacheRefreshEvent, MessageHeaders>[],
): void => unit.publish(attributeCacheRefresh, messages);

/** A group came or went. */
export const accessGroup: Publication<AccessGroupEvent, MessageHeaders> = {
  name: 'accessGroup',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.dam.domain.dataaccess.accessgroup.event.AccessGroupEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.dam.domain.dataaccess.accessgroup.event.AccessGroupEvent',
  converter: 'GSON',
  payload: validators.AccessGroupEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes accessGroup messages when the unit of work commits. */
export const publishAccessGroup = (
  unit: UnitOfWork,
  messages: readonly Outgoing<AccessGroupEvent, MessageHeaders>[],
): void => unit.publish(accessGroup, messages);

/** A group is public from now on, or no more. */
export const publicAccessGroup: Publication<AccessGroupEvent, MessageHeaders> = {
  name: 'publicAccessGroup',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.dam.domain.dataaccess.accessgroup.event.PublicAccessGroupEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.dam.domain.dataaccess.accessgroup.event.PublicAccessGroupEvent',
  converter: 'GSON',
  payload: validators.AccessGroupEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes publicAccessGroup messages when the unit of work commits. */
export const publishPublicAccessGroup = (
  unit: UnitOfWork,
  messages: readonly Outgoing<AccessGroupEvent, MessageHeaders>[],
): void => unit.publish(publicAccessGroup, messages);

/** What a group may see of a dataset changed. */
export const accessRight: Publication<AccessRightEvent, MessageHeaders> = {
  name: 'accessRight',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.dam.domain.dataaccess.accessright.event.AccessRightEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.dam.domain.dataaccess.accessright.event.AccessRightEvent',
  converter: 'GSON',
  payload: validators.AccessRightEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes accessRight messages when the unit of work commits. */
export const publishAccessRight = (
  unit: UnitOfWork,
  messages: readonly Outgoing<AccessRightEvent, MessageHeaders>[],
): void => unit.publish(accessRight, messages);

/** Datasets came, changed or went. */
export const broadcastEntity: Publication<BroadcastEntityEvent, MessageHeaders> = {
  name: 'broadcastEntity',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.fr.cnes.regards.modules.dam.domain.entities.event.BroadcastEntityEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.dam.domain.entities.event.BroadcastEntityEvent',
  converter: 'GSON',
  payload: validators.BroadcastEntityEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes broadcastEntity messages when the unit of work commits. */
export const publishBroadcastEntity = (
  unit: UnitOfWork,
  messages: readonly Outgoing<BroadcastEntityEvent, MessageHeaders>[],
): void => unit.publish(broadcastEntity, messages);

/** A data source came, changed or went. */
export const broadcastPluginConf: Publication<PluginConfigurationEvent, MessageHeaders> = {
  name: 'broadcastPluginConf',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.rs-dam.fr.cnes.regards.framework.modules.plugins.domain.event.BroadcastPluginConfEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.framework.modules.plugins.domain.event.BroadcastPluginConfEvent',
  converter: 'JACKSON',
  payload: validators.PluginConfigurationEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes broadcastPluginConf messages when the unit of work commits. */
export const publishBroadcastPluginConf = (
  unit: UnitOfWork,
  messages: readonly Outgoing<PluginConfigurationEvent, MessageHeaders>[],
): void => unit.publish(broadcastPluginConf, messages);

/** A data source is gone. */
export const datasource: Publication<DatasourceEvent, MessageHeaders> = {
  name: 'datasource',
  virtualHost: 'multitenant',
  exchange: {
    name: 'regards.broadcast.rs-dam.fr.cnes.regards.modules.dam.domain.datasources.event.DatasourceEvent',
    type: 'fanout',
    durable: true,
  },
  routingKey: '',
  type: 'fr.cnes.regards.modules.dam.domain.datasources.event.DatasourceEvent',
  converter: 'GSON',
  payload: validators.DatasourceEvent,
  headers: commonValidators.MessageHeaders,
};

/** Publishes datasource messages when the unit of work commits. */
export const publishDatasource = (
  unit: UnitOfWork,
  messages: readonly Outgoing<DatasourceEvent, MessageHeaders>[],
): void => unit.publish(datasource, messages);

/** rs-dam hears no message. */
export type RsDamSubscriptions = Readonly<Record<never, never>>;

/** No handler is needed. */
export const bindRsDamSubscriptions = (): readonly BoundSubscription[] => [];

/** Everything rs-dam publishes. */
export const publications = [
  attributeModelCreated,
  attributeModelUpdated,
  attributeModelDeleted,
  fragmentDeleted,
  modelChange,
  attributeCacheRefresh,
  accessGroup,
  publicAccessGroup,
  accessRight,
  broadcastEntity,
  broadcastPluginConf,
  datasource,
] as const;

/** Everything rs-dam hears. */
export const subscriptions = [] as const;
