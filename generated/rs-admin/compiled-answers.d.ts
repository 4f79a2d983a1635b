// Generated from contracts/rs-admin/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const ProjectUserResource: CompiledValidator;
export const Problem: CompiledValidator;
export const ProjectUserPage: CompiledValidator;
export const RoleResources: CompiledValidator;
export const RoleResource: CompiledValidator;
export const isRoleIncluded200: CompiledValidator;
export const Roles: CompiledValidator;
export const ResourcesAccessResources: CompiledValidator;
export const ResourcesAccessResource: CompiledValidator;
export const ResourcesAccessPage: CompiledValidator;
export const getControllers200: CompiledValidator;
export const RightsOfRoles: CompiledValidator;
