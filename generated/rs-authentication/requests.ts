// Generated from contracts/rs-authentication/openapi.yaml — do not edit.
import type { RequestChecks } from '@regards/core';
import * as parameters from './compiled-parameters.js';
import * as bodies from './compiled-bodies.js';

/** What requests of rs-authentication are held to, by operation. */
export const requests: RequestChecks = {
  createToken: {
    parameters: parameters.createToken,
    needsBody: false,
    bodies: { 'application/json': bodies.UserAuthentication },
  },
  revokeToken: {
    parameters: parameters.revokeToken,
    needsBody: true,
    bodies: { 'application/json': bodies.TokenRevocation },
  },
  getKeySet: {
    needsBody: false,
    bodies: {},
  },
};
