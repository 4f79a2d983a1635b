// Generated from contracts/rs-admin/openapi.yaml — do not edit.
import type { RequestChecks } from '@regards/core';
import * as parameters from './compiled-parameters.js';
import * as bodies from './compiled-bodies.js';

/** What requests of rs-admin are held to, by operation. */
export const requests: RequestChecks = {
  createUser: {
    needsBody: true,
    bodies: { 'application/json': bodies.AccessRequestDto },
  },
  searchUsers: {
    parameters: parameters.searchUsers,
    needsBody: true,
    bodies: { 'application/json': bodies.SearchProjectUserParameters },
  },
  getMyUser: {
    needsBody: false,
    bodies: {},
  },
  getUserByEmail: {
    parameters: parameters.getUserByEmail,
    needsBody: false,
    bodies: {},
  },
  getUser: {
    parameters: parameters.getUser,
    needsBody: false,
    bodies: {},
  },
  updateUser: {
    parameters: parameters.updateUser,
    needsBody: true,
    bodies: { 'application/json': bodies.ProjectUserChanges },
  },
  deleteUser: {
    parameters: parameters.deleteUser,
    needsBody: false,
    bodies: {},
  },
  getRoles: {
    needsBody: false,
    bodies: {},
  },
  createRole: {
    needsBody: true,
    bodies: { 'application/json': bodies.RoleDraft },
  },
  getBorrowableRoles: {
    needsBody: false,
    bodies: {},
  },
  getRole: {
    parameters: parameters.getRole,
    needsBody: false,
    bodies: {},
  },
  updateRole: {
    parameters: parameters.updateRole,
    needsBody: true,
    bodies: { 'application/json': bodies.RoleDraft },
  },
  deleteRole: {
    parameters: parameters.deleteRole,
    needsBody: false,
    bodies: {},
  },
  isRoleIncluded: {
    parameters: parameters.isRoleIncluded,
    needsBody: false,
    bodies: {},
  },
  getRolesOfResource: {
    parameters: parameters.getRolesOfResource,
    needsBody: false,
    bodies: {},
  },
  getRoleAscendants: {
    parameters: parameters.getRoleAscendants,
    needsBody: false,
    bodies: {},
  },
  getRoleDescendants: {
    parameters: parameters.getRoleDescendants,
    needsBody: false,
    bodies: {},
  },
  getRoleResources: {
    parameters: parameters.getRoleResources,
    needsBody: false,
    bodies: {},
  },
  addRoleResource: {
    parameters: parameters.addRoleResource,
    needsBody: true,
    bodies: { 'application/json': bodies.ResourceReference },
  },
  getRoleResourcesOfMicroservice: {
    parameters: parameters.getRoleResourcesOfMicroservice,
    needsBody: false,
    bodies: {},
  },
  deleteRoleResource: {
    parameters: parameters.deleteRoleResource,
    needsBody: false,
    bodies: {},
  },
  getResources: {
    parameters: parameters.getResources,
    needsBody: false,
    bodies: {},
  },
  getResource: {
    parameters: parameters.getResource,
    needsBody: false,
    bodies: {},
  },
  updateResource: {
    parameters: parameters.updateResource,
    needsBody: true,
    bodies: { 'application/json': bodies.ResourceReference },
  },
  getResourcesOfMicroservice: {
    parameters: parameters.getResourcesOfMicroservice,
    needsBody: false,
    bodies: {},
  },
  registerResources: {
    parameters: parameters.registerResources,
    needsBody: true,
    bodies: { 'application/json': bodies.ResourceMappings },
  },
  deleteResources: {
    parameters: parameters.deleteResources,
    needsBody: false,
    bodies: {},
  },
  getControllers: {
    parameters: parameters.getControllers,
    needsBody: false,
    bodies: {},
  },
  getResourcesOfController: {
    parameters: parameters.getResourcesOfController,
    needsBody: false,
    bodies: {},
  },
  getRightsOfRoles: {
    parameters: parameters.getRightsOfRoles,
    needsBody: false,
    bodies: {},
  },
};
