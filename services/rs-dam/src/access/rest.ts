/** The operations on groups and rights: they translate, nothing else. */
import { pageRequest } from '@regards/core';
import type { RsDamServer } from '@regards/generated/rs-dam/server';
import type { AccessGroup, AccessRight, AccessRightDraft, Dataset } from '@regards/generated/rs-dam/types';
import { everyQuality } from './domain/right.ts';
import type { GivenGroup } from './service/groups.ts';
import type { AccessService } from './service/index.ts';
import type { GivenRight, KeptGroup, RightView } from './service/ports.ts';

const groupToBody = ({ id, name, isPublic, isInternal }: KeptGroup): AccessGroup => ({
  id,
  name,
  isPublic,
  isInternal,
});

const groupFromBody = ({ id, name, isPublic }: AccessGroup): GivenGroup => ({
  id: id ?? undefined,
  name,
  isPublic: isPublic ?? false,
});

type GroupOperations =
  | 'getAccessGroups'
  | 'createAccessGroup'
  | 'getAccessGroup'
  | 'updateAccessGroup'
  | 'deleteAccessGroup';

export const groupOperations = ({ groups }: AccessService): Pick<RsDamServer, GroupOperations> => ({
  async getAccessGroups({ tenant }, { public: isPublic, ...paging }) {
    const page = await groups.list(
      tenant,
      { isPublic },
      pageRequest(paging, { sort: [{ property: 'name', direction: 'asc' }] }),
    );
    return { status: 200, body: { ...page, content: page.content.map(groupToBody) } };
  },
  async createAccessGroup({ tenant }, { body }) {
    return { status: 201, body: groupToBody(await groups.create(tenant, groupFromBody(body))) };
  },
  async getAccessGroup({ tenant }, { name }) {
    return { status: 200, body: groupToBody(await groups.get(tenant, name)) };
  },
  async updateAccessGroup({ tenant }, { name, body }) {
    return { status: 200, body: groupToBody(await groups.update(tenant, name, groupFromBody(body))) };
  },
  async deleteAccessGroup({ tenant }, { name }) {
    await groups.remove(tenant, name);
    return { status: 204 };
  },
});

const rightFromBody = (body: AccessRightDraft): GivenRight => ({
  id: body.id ?? undefined,
  group: body.accessGroup.name,
  dataset: body.dataset.id,
  metadata: body.metadataAccessLevel,
  file: body.fileAccessLevel,
  quality: { ...everyQuality, ...body.qualityFilter },
  hasPlugin: body.dataAccessPlugin !== null && body.dataAccessPlugin !== undefined,
});

type RightOperations =
  | 'getAccessRights'
  | 'createAccessRight'
  | 'getAccessRight'
  | 'updateAccessRight'
  | 'deleteAccessRight'
  | 'getAccessRightOf';

/** @param datasetToBody how the module of datasets tells of one */
export function rightOperations(
  { rights }: AccessService,
  datasetToBody: (view: RightView['datasetDetails']) => Dataset,
): Pick<RsDamServer, RightOperations> {
  const toBody = (view: RightView): AccessRight => ({
    id: view.id,
    accessGroup: groupToBody(view.groupDetails),
    dataset: datasetToBody(view.datasetDetails),
    metadataAccessLevel: view.metadata,
    fileAccessLevel: view.file,
    qualityFilter: view.quality,
  });
  return {
    async getAccessRights({ tenant }, { accessgroup, dataset, ...paging }) {
      const page = await rights.list(tenant, { group: accessgroup, urn: dataset }, pageRequest(paging));
      return { status: 200, body: { ...page, content: page.content.map(toBody) } };
    },
    async createAccessRight({ tenant }, { body }) {
      return { status: 201, body: toBody(await rights.create(tenant, rightFromBody(body))) };
    },
    async getAccessRight({ tenant }, { accessRightId }) {
      return { status: 200, body: toBody(await rights.get(tenant, accessRightId)) };
    },
    async updateAccessRight({ tenant }, { accessRightId, body }) {
      return { status: 200, body: toBody(await rights.update(tenant, accessRightId, rightFromBody(body))) };
    },
    async deleteAccessRight({ tenant }, { accessRightId }) {
      await rights.remove(tenant, accessRightId);
      return { status: 204 };
    },
    async getAccessRightOf({ tenant }, { accessgroup, dataset }) {
      const right = await rights.of(tenant, accessgroup, dataset);
      return right ? { status: 200, body: toBody(right) } : { status: 204 };
    },
  };
}
