// Generated from contracts/rs-admin-instance/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const ProjectDescription: CompiledValidator;
export const AccountNPassword: CompiledValidator;
export const Password: CompiledValidator;
export const RevocationRequest: CompiledValidator;
