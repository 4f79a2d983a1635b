// Generated from contracts/rs-admin-instance/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const ProjectPage: CompiledValidator;
export const Problem: CompiledValidator;
export const ProjectResource: CompiledValidator;
export const TenantNames: CompiledValidator;
export const AccountPage: CompiledValidator;
export const AccountResource: CompiledValidator;
export const PasswordRules: CompiledValidator;
export const Validity: CompiledValidator;
export const PasswordVerdict: CompiledValidator;
export const AccountAuthentication: CompiledValidator;
export const RevocationList: CompiledValidator;
export const Revocation: CompiledValidator;
