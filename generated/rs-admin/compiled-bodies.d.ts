// Generated from contracts/rs-admin/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const AccessRequestDto: CompiledValidator;
export const SearchProjectUserParameters: CompiledValidator;
export const ProjectUserChanges: CompiledValidator;
export const RoleDraft: CompiledValidator;
export const ResourceReference: CompiledValidator;
export const ResourceMappings: CompiledValidator;
