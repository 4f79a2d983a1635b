// Generated from contracts/rs-authentication/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const createToken: CompiledValidator;
export const revokeToken: CompiledValidator;
