/** The operations on projects and tenants. */
import { entityNotFound, pageRequest } from '@regards/core';
import type { RsAdminInstanceServer } from '@regards/generated/rs-admin-instance/server';
import type { ProjectService } from './service.ts';

type ProjectOperations = Pick<
  RsAdminInstanceServer,
  | 'getProjects'
  | 'createProject'
  | 'getPublicProjects'
  | 'getProject'
  | 'updateProject'
  | 'deleteProject'
  | 'getTenants'
  | 'getMicroserviceTenants'
>;

/** REGARDS's size of a page where an operation has a default of its own (platform conventions §3.3). */
const pageSize = { size: 10 };

const notFound = (name: string) => ({ status: 404, error: entityNotFound('Project', name) }) as const;

export const projectOperations = (projects: ProjectService): ProjectOperations => ({
  async getProjects(_call, asked) {
    return { status: 200, body: await projects.page(pageRequest(asked, pageSize), 'all') };
  },

  async getPublicProjects(_call, asked) {
    return { status: 200, body: await projects.page(pageRequest(asked, pageSize), 'public') };
  },

  async createProject(_call, { body }) {
    return { status: 201, body: await projects.create(body) };
  },

  async getProject(_call, { projectName }) {
    const project = await projects.find(projectName);
    return project ? { status: 200, body: project } : notFound(projectName);
  },

  async updateProject(_call, { projectName, body }) {
    const project = await projects.update(projectName, body);
    return project ? { status: 200, body: project } : notFound(projectName);
  },

  async deleteProject(_call, { projectName }) {
    return (await projects.delete(projectName)) ? { status: 204 } : notFound(projectName);
  },

  async getTenants() {
    return { status: 200, body: await projects.tenants() };
  },

  async getMicroserviceTenants() {
    return { status: 200, body: await projects.tenants() };
  },
});
