// Generated from contracts/rs-admin-instance/schemas — do not edit.
import type { CompiledValidator } from '@regards/core';

export const Account: CompiledValidator;
export const AccountAuthentication: CompiledValidator;
export const AccountNPassword: CompiledValidator;
export const AccountStatus: CompiledValidator;
export const NewAccount: CompiledValidator;
export const Password: CompiledValidator;
export const PasswordRules: CompiledValidator;
export const PasswordVerdict: CompiledValidator;
export const Project: CompiledValidator;
export const ProjectDescription: CompiledValidator;
export const Revocation: CompiledValidator;
export const RevocationList: CompiledValidator;
export const RevocationRequest: CompiledValidator;
export const TenantEvent: CompiledValidator;
export const TenantNames: CompiledValidator;
export const Validity: CompiledValidator;
