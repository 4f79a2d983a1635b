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
  Role: validator<types.Role>(compiled.Role),
  RoleReference: validator<types.RoleReference>(compiled.RoleReference),
  SearchProjectUserParameters: validator<types.SearchProjectUserParameters>(compiled.SearchProjectUserParameters),
  UserStatus: validator<types.UserStatus>(compiled.UserStatus),
} as const;
