// Generated from contracts/rs-admin-instance/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const getProjects: CompiledValidator;
export const getPublicProjects: CompiledValidator;
export const getProject: CompiledValidator;
export const updateProject: CompiledValidator;
export const deleteProject: CompiledValidator;
export const getMicroserviceTenants: CompiledValidator;
export const getAccounts: CompiledValidator;
export const getAccountByEmail: CompiledValidator;
export const getAccount: CompiledValidator;
export const linkAccount: CompiledValidator;
export const unlinkAccount: CompiledValidator;
export const validateAccountPassword: CompiledValidator;
export const authenticateAccount: CompiledValidator;
export const getRevocations: CompiledValidator;
