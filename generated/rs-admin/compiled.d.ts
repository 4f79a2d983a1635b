// Generated from contracts/rs-admin/schemas — do not edit.
import type { CompiledValidator } from '@regards/core';

export const AccessRequestDto: CompiledValidator;
export const MetaData: CompiledValidator;
export const ProjectUser: CompiledValidator;
export const ProjectUserChanges: CompiledValidator;
export const ProjectUserEvent: CompiledValidator;
export const ResourceAccess: CompiledValidator;
export const ResourceAccessEvent: CompiledValidator;
export const ResourceMapping: CompiledValidator;
export const ResourceMappings: CompiledValidator;
export const ResourceReference: CompiledValidator;
export const ResourceRole: CompiledValidator;
export const ResourceVerb: CompiledValidator;
export const ResourcesAccess: CompiledValidator;
export const RightsOfRole: CompiledValidator;
export const RightsOfRoles: CompiledValidator;
export const Role: CompiledValidator;
export const RoleDraft: CompiledValidator;
export const RoleEvent: CompiledValidator;
export const RoleReference: CompiledValidator;
export const Roles: CompiledValidator;
export const SearchProjectUserParameters: CompiledValidator;
export const UserStatus: CompiledValidator;
