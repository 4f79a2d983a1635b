// Generated from contracts/rs-authentication/schemas — do not edit.
import { validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  Authentication: validator<types.Authentication>(compiled.Authentication),
  AuthenticationError: validator<types.AuthenticationError>(compiled.AuthenticationError),
  AuthenticationRefusal: validator<types.AuthenticationRefusal>(compiled.AuthenticationRefusal),
  AuthenticationRefusalReason: validator<types.AuthenticationRefusalReason>(compiled.AuthenticationRefusalReason),
  JsonWebKey: validator<types.JsonWebKey>(compiled.JsonWebKey),
  JsonWebKeySet: validator<types.JsonWebKeySet>(compiled.JsonWebKeySet),
  TokenRefused: validator<types.TokenRefused>(compiled.TokenRefused),
  TokenRevocation: validator<types.TokenRevocation>(compiled.TokenRevocation),
  UserAuthentication: validator<types.UserAuthentication>(compiled.UserAuthentication),
} as const;
