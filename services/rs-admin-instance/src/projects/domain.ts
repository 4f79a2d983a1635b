/** What a project is, and what may be done to one. */
import { entityInvalid, instanceTenant, isTenantName, operationForbidden, type Refusal } from '@regards/core';
import type { Project, ProjectDescription } from '@regards/generated/rs-admin-instance/types';

export type ProjectContent = Omit<Project, 'id' | 'isDeleted'>;

/** What is kept of a description; whatever it leaves out is REGARDS's default. */
export const projectContent = (described: ProjectDescription): ProjectContent => ({
  name: described.name,
  label: described.label,
  description: described.description,
  icon: described.icon ?? undefined,
  isPublic: described.isPublic ?? false,
  isAccessible: described.isAccessible ?? false,
  licenceLink: described.licenceLink ?? undefined,
  host: described.host ?? undefined,
  crs: described.crs ?? 'WGS_84',
  isPoleToBeManaged: described.isPoleToBeManaged ?? false,
});

/** Why there can be no project of this name, if so. */
export function refusalOfName(name: string): Refusal | undefined {
  if (!isTenantName(name)) return entityInvalid(`name: "${name}" is not 1 to 30 letters, digits, - or _`);
  if (name.toLowerCase() === instanceTenant) return entityInvalid(`name: "${name}" is reserved`);
  return undefined;
}

//   ACTIVE ──change──▶ ACTIVE        DELETED ──change──▶ refused
//   ACTIVE ──delete──▶ DELETED       DELETED ──delete──▶ DELETED, without telling anyone again
type ProjectState = 'ACTIVE' | 'DELETED';

const transitions = {
  ACTIVE: { change: 'ACTIVE', delete: 'DELETED' },
  DELETED: { change: undefined, delete: 'DELETED' },
} as const satisfies Record<ProjectState, Record<'change' | 'delete', ProjectState | undefined>>;

const stateOf = (project: Project): ProjectState => (project.isDeleted ? 'DELETED' : 'ACTIVE');

/** Why a project cannot become what is described, if so. */
export function refusalOfChange(project: Project, described: ProjectDescription): Refusal | undefined {
  const { name } = project;
  if (transitions[stateOf(project)].change === undefined) return operationForbidden(`Project ${name} is deleted`);
  return described.name === name
    ? undefined
    : entityInvalid(`name: "${described.name}" is not "${name}", and a project keeps its name`);
}

/** Whether deleting the project changes it. */
export const deletionChanges = (project: Project): boolean => transitions[stateOf(project)].delete !== stateOf(project);
