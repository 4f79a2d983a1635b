/** The operations on the rights of roles. */
import { entityNotFound, pageRequest } from '@regards/core';
import type { RsAdminServer } from '@regards/generated/rs-admin/server';
import type { RightService } from '../service/rights.ts';
import { noRole } from './roles.ts';

type RightOperations = Pick<
  RsAdminServer,
  | 'getResources'
  | 'getResource'
  | 'updateResource'
  | 'getResourcesOfMicroservice'
  | 'registerResources'
  | 'deleteResources'
  | 'getControllers'
  | 'getResourcesOfController'
  | 'getRightsOfRoles'
  | 'getRolesOfResource'
  | 'getRoleResources'
  | 'getRoleResourcesOfMicroservice'
  | 'addRoleResource'
  | 'deleteRoleResource'
>;

/** REGARDS's own default of these pages (rs-admin §3). */
const paging = { size: 10 } as const;

const noResource = (id: number) => ({ status: 404, error: entityNotFound('ResourcesAccess', id) }) as const;

export const rightOperations = (rights: RightService): RightOperations => ({
  async getResources({ tenant, caller }, asked) {
    return { status: 200, body: await rights.page(tenant, caller.role, {}, pageRequest(asked, paging)) };
  },

  async getResource({ tenant, caller }, { resourceId }) {
    const resource = await rights.find(tenant, caller.role, resourceId);
    return resource ? { status: 200, body: resource } : noResource(resourceId);
  },

  async updateResource({ tenant }, { resourceId, body }) {
    const resource = await rights.describe(tenant, resourceId, body);
    return resource ? { status: 200, body: resource } : noResource(resourceId);
  },

  async getResourcesOfMicroservice({ tenant, caller }, { microservice, ...asked }) {
    const body = await rights.page(tenant, caller.role, { microservice }, pageRequest(asked, paging));
    return { status: 200, body };
  },

  async registerResources({ tenant, caller }, { microservice, body }) {
    await rights.declareFor(tenant, caller, microservice, body);
    return { status: 200 };
  },

  async deleteResources({ caller }, { microservice }) {
    await rights.forget(caller, microservice);
    return { status: 200 };
  },

  async getControllers({ tenant }, { microservice }) {
    return { status: 200, body: await rights.controllers(tenant, microservice) };
  },

  async getResourcesOfController({ tenant }, { microservice, controller }) {
    return { status: 200, body: await rights.list(tenant, { microservice, controller }) };
  },

  async getRightsOfRoles({ tenant }, { microservice }) {
    return { status: 200, body: await rights.ofService(tenant, microservice) };
  },

  async getRolesOfResource({ tenant }, { resourceId }) {
    const roles = await rights.rolesOf(tenant, resourceId);
    return roles ? { status: 200, body: roles } : noResource(resourceId);
  },

  async getRoleResources({ tenant }, { roleName }) {
    const resources = await rights.ofRole(tenant, roleName);
    return resources ? { status: 200, body: resources } : noRole(roleName);
  },

  async getRoleResourcesOfMicroservice({ tenant }, { roleName, resource }) {
    const resources = await rights.ofRole(tenant, roleName, resource);
    return resources ? { status: 200, body: resources } : noRole(roleName);
  },

  async addRoleResource({ tenant, caller }, { roleName, body }) {
    return { status: 201, body: await rights.give(tenant, caller, roleName, body) };
  },

  async deleteRoleResource({ tenant, caller }, { roleName, resource }) {
    await rights.take(tenant, caller, roleName, resource);
    return { status: 204 };
  },
});
