// Generated from contracts/rs-authentication/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const UserAuthentication: CompiledValidator;
export const TokenRevocation: CompiledValidator;
