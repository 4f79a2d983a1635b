// Generated from contracts/rs-admin/schemas — do not edit.
import type { CompiledValidator } from '@regards/core';

export const AccessRequestDto: CompiledValidator;
export const MetaData: CompiledValidator;
export const ProjectUser: CompiledValidator;
export const ProjectUserChanges: CompiledValidator;
export const ProjectUserEvent: CompiledValidator;
export const Role: CompiledValidator;
export const RoleReference: CompiledValidator;
export const SearchProjectUserParameters: CompiledValidator;
export const UserStatus: CompiledValidator;
