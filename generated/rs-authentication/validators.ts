// Generated from contracts/rs-authentication/schemas — do not edit.
import { validator } from '@regards/core';
import type { Validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  Authentication: validator<types.Authentication>(compiled.Authentication) satisfies Validator<types.Authentication>,
  AuthenticationError: validator<types.AuthenticationError>(compiled.AuthenticationError) satisfies Validator<types.AuthenticationError>,
  AuthenticationRefusal: validator<types.AuthenticationRefusal>(compiled.AuthenticationRefusal) satisfies Validator<types.AuthenticationRefusal>,
  AuthenticationRefusalReason: validator<types.AuthenticationRefusalReason>(compiled.AuthenticationRefusalReason) satisfies Validator<types.AuthenticationRefusalReason>,
  JsonWebKey: validator<types.JsonWebKey>(compiled.JsonWebKey) satisfies Validator<types.JsonWebKey>,
  JsonWebKeySet: validator<types.JsonWebKeySet>(compiled.JsonWebKeySet) satisfies Validator<types.JsonWebKeySet>,
  UserAuthentication: validator<types.UserAuthentication>(compiled.UserAuthentication) satisfies Validator<types.UserAuthentication>,
} as const;
