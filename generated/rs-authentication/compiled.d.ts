// Generated from contracts/rs-authentication/schemas — do not edit.
import type { CompiledValidator } from '@regards/core';

export const Authentication: CompiledValidator;
export const AuthenticationError: CompiledValidator;
export const AuthenticationRefusal: CompiledValidator;
export const AuthenticationRefusalReason: CompiledValidator;
export const JsonWebKey: CompiledValidator;
export const JsonWebKeySet: CompiledValidator;
export const TokenRefused: CompiledValidator;
export const TokenRevocation: CompiledValidator;
export const UserAuthentication: CompiledValidator;
