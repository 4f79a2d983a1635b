/** Tells of changes to groups and rights. */
import {
  publishAccessGroup,
  publishAccessRight,
  publishBroadcastEntity,
  publishPublicAccessGroup,
} from '@regards/generated/rs-dam/messages';
import type { AccessEvents, KeptGroup } from './service/ports.ts';

const told = ({ id, name, isPublic, isInternal }: KeptGroup) => ({ id, name, isPublic, isInternal });

export const accessEvents: AccessEvents = {
  group: (unit, group, action) => publishAccessGroup(unit, [{ payload: { action, accessGroup: told(group) } }]),
  publicGroup: (unit, group, action) =>
    publishPublicAccessGroup(unit, [{ payload: { action, accessGroup: told(group) } }]),
  right: (unit, { group, metadata, file }, { urn, feature }, eventType) =>
    publishAccessRight(unit, [
      {
        payload: {
          datasetIpId: urn,
          datasetLabel: feature.label,
          accessGroupName: group,
          accessLevel: metadata,
          fileAccessLevel: file,
          eventType,
        },
      },
    ]),
  datasetsChanged: (unit, urns) =>
    publishBroadcastEntity(unit, [{ payload: { aipIds: [...urns], eventType: 'UPDATE' } }]),
};
