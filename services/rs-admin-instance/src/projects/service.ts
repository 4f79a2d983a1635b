/** Creates, changes and deletes projects, and tells every service which tenants come and go. */
import { entityAlreadyExists, instanceTenant, isTenantName, RefusedError, refuseBeyond } from '@regards/core';
import type { Database, Page, PageRequest, Publication, Refusal, Sql } from '@regards/core';
import { bounds } from '@regards/generated/rs-admin-instance/bounds';
import type { Project, ProjectDescription, TenantEvent } from '@regards/generated/rs-admin-instance/types';
import { deletionChanges, projectContent, refusalOfChange, refusalOfName, type ProjectContent } from './domain.ts';

export interface ProjectStore {
  page(request: PageRequest, only: 'all' | 'public'): Promise<Page<Project>>;
  find(name: string): Promise<Project | undefined>;
  findAll(names: readonly string[]): Promise<Project[]>;
  /** Holds the project until the unit of work ends. */
  findForUpdate(name: string): Promise<Project | undefined>;
  /** Nothing when the name is taken, in whatever case. */
  insert(content: ProjectContent): Promise<Project | undefined>;
  update(content: ProjectContent): Promise<Project | undefined>;
  markDeleted(name: string): Promise<void>;
  /** Lets nobody else make a project until the unit of work ends. */
  hold(): Promise<void>;
  /** Names of all projects that are not deleted. */
  names(): Promise<string[]>;
}

export interface ProjectPorts {
  readonly database: Database;
  readonly store: (sql: Sql) => ProjectStore;
  readonly tenantCreated: Publication<TenantEvent>;
  readonly tenantDeleted: Publication<TenantEvent>;
}

export type ProjectService = ReturnType<typeof projectService>;

export function projectService({ database, store, tenantCreated, tenantDeleted }: ProjectPorts) {
  const read = <T>(work: (projects: ProjectStore) => Promise<T>): Promise<T> =>
    database.read(instanceTenant, (sql) => work(store(sql)));

  return {
    /** One page of all projects, or of those that anyone may know of. */
    page: (request: PageRequest, only: 'all' | 'public'): Promise<Page<Project>> =>
      read((projects) => projects.page(request, only)),

    /** The project, deleted or not. */
    find: async (name: string): Promise<Project | undefined> =>
      isTenantName(name) ? read((projects) => projects.find(name)) : undefined,

    /** Whether there is such a project and it is not deleted. */
    isServed: async (name: string): Promise<boolean> => {
      const project = isTenantName(name) ? await read((projects) => projects.find(name)) : undefined;
      return project !== undefined && !project.isDeleted;
    },

    findAll: async (names: readonly string[]): Promise<Project[]> =>
      names.length > 0 ? read((projects) => projects.findAll(names)) : [],

    tenants: (): Promise<string[]> => read((projects) => projects.names()),

    /** Throws RefusedError when the name may not be or is taken. */
    async create(described: ProjectDescription): Promise<Project> {
      refuseIf(refusalOfName(described.name));
      return database.transaction(instanceTenant, async (unit) => {
        const projects = store(unit.sql);
        await projects.hold();
        const project = await projects.insert(projectContent(described));
        if (!project) throw new RefusedError(entityAlreadyExists('Project', described.name));
        refuseBeyond(bounds.TenantNames, (await projects.names()).length, 'projects');
        unit.publish(tenantCreated, [{ payload: { tenant: project.name } }]);
        return project;
      });
    },

    /** Nothing when there is no such project; throws RefusedError when it may not become what is described. */
    async update(name: string, described: ProjectDescription): Promise<Project | undefined> {
      if (!isTenantName(name)) return undefined;
      return database.transaction(instanceTenant, async (unit) => {
        const projects = store(unit.sql);
        const project = await projects.findForUpdate(name);
        if (!project) return undefined;
        refuseIf(refusalOfChange(project, described));
        return projects.update(projectContent(described));
      });
    },

    /** Whether there is such a project; it is marked as deleted and no service serves it any more. */
    async delete(name: string): Promise<boolean> {
      if (!isTenantName(name)) return false;
      return database.transaction(instanceTenant, async (unit) => {
        const projects = store(unit.sql);
        const project = await projects.findForUpdate(name);
        if (!project) return false;
        if (deletionChanges(project)) {
          await projects.markDeleted(name);
          unit.publish(tenantDeleted, [{ payload: { tenant: name } }]);
        }
        return true;
      });
    },
  };
}

function refuseIf(refused: Refusal | undefined): void {
  if (refused) throw new RefusedError(refused);
}
