// Generated from contracts/rs-registry/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const getApplication: CompiledValidator;
export const registerInstance: CompiledValidator;
export const getInstance: CompiledValidator;
export const renewLease: CompiledValidator;
export const cancelLease: CompiledValidator;
export const overrideStatus: CompiledValidator;
export const withdrawStatusOverride: CompiledValidator;
export const findInstance: CompiledValidator;
export const findByVirtualAddress: CompiledValidator;
export const findBySecureVirtualAddress: CompiledValidator;
