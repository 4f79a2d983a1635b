/** Tells of changes to datasets. */
import { publishBroadcastEntity } from '@regards/generated/rs-dam/messages';
import type { DatasetEvents } from './service/ports.ts';

export const datasetEvents: DatasetEvents = {
  changed: (unit, urns, eventType) => publishBroadcastEntity(unit, [{ payload: { aipIds: [...urns], eventType } }]),
};
