// Generated from contracts/rs-authentication/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const Authentication: CompiledValidator;
export const TokenRefused: CompiledValidator;
export const Problem: CompiledValidator;
export const JsonWebKeySet: CompiledValidator;
