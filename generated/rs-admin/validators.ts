// Generated from contracts/rs-admin/schemas — do not edit.
import { validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  AccessRequestDto: validator<types.AccessRequestDto>(compiled.AccessRequestDto),
  MetaData: validator<types.MetaData>(compiled.MetaData),
  ProjectUser: validator<types.ProjectUser>(compiled.ProjectUser),
  ProjectUserChanges: validator<types.ProjectUserChanges>(compiled.ProjectUserChanges),
  ProjectUserEvent: validator<types.ProjectUserEvent>(compiled.ProjectUserEvent),
  ResourceAccess: validator<types.ResourceAccess>(compiled.ResourceAccess),
  ResourceAccessEvent: validator<types.ResourceAccessEvent>(compiled.ResourceAccessEvent),
  ResourceMapping: validator<types.ResourceMapping>(compiled.ResourceMapping),
  ResourceMappings: validator<types.ResourceMappings>(compiled.ResourceMappings),
  ResourceReference: validator<types.ResourceReference>(compiled.ResourceReference),
  ResourceRole: validator<types.ResourceRole>(compiled.ResourceRole),
  ResourceVerb: validator<types.ResourceVerb>(compiled.ResourceVerb),
  ResourcesAccess: validator<types.ResourcesAccess>(compiled.ResourcesAccess),
  RightsOfRole: validator<types.RightsOfRole>(compiled.RightsOfRole),
  RightsOfRoles: validator<types.RightsOfRoles>(compiled.RightsOfRoles),
  Role: validator<types.Role>(compiled.Role),
  RoleDraft: validator<types.RoleDraft>(compiled.RoleDraft),
  RoleEvent: validator<types.RoleEvent>(compiled.RoleEvent),
  RoleReference: validator<types.RoleReference>(compiled.RoleReference),
  Roles: validator<types.Roles>(compiled.Roles),
  SearchProjectUserParameters: validator<types.SearchProjectUserParameters>(compiled.SearchProjectUserParameters),
  UserStatus: validator<types.UserStatus>(compiled.UserStatus),
} as const;
