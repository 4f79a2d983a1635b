// Generated from contracts/rs-admin/schemas — do not edit.
import { validator } from '@regards/core';
import type { Validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  AccessRequestDto: validator<types.AccessRequestDto>(compiled.AccessRequestDto) satisfies Validator<types.AccessRequestDto>,
  MetaData: validator<types.MetaData>(compiled.MetaData) satisfies Validator<types.MetaData>,
  ProjectUser: validator<types.ProjectUser>(compiled.ProjectUser) satisfies Validator<types.ProjectUser>,
  ProjectUserChanges: validator<types.ProjectUserChanges>(compiled.ProjectUserChanges) satisfies Validator<types.ProjectUserChanges>,
  ProjectUserEvent: validator<types.ProjectUserEvent>(compiled.ProjectUserEvent) satisfies Validator<types.ProjectUserEvent>,
  Role: validator<types.Role>(compiled.Role) satisfies Validator<types.Role>,
  RoleReference: validator<types.RoleReference>(compiled.RoleReference) satisfies Validator<types.RoleReference>,
  SearchProjectUserParameters: validator<types.SearchProjectUserParameters>(compiled.SearchProjectUserParameters) satisfies Validator<types.SearchProjectUserParameters>,
  UserStatus: validator<types.UserStatus>(compiled.UserStatus) satisfies Validator<types.UserStatus>,
} as const;
