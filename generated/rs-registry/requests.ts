// Generated from contracts/rs-registry/openapi.yaml — do not edit.
import type { RequestChecks } from '@regards/core';
import * as parameters from './compiled-parameters.js';
import * as bodies from './compiled-bodies.js';

/** What requests of rs-registry are held to, by operation. */
export const requests: RequestChecks = {
  getApplications: {
    needsBody: false,
    bodies: {},
  },
  getApplicationsBehindSlash: {
    needsBody: false,
    bodies: {},
  },
  getDelta: {
    needsBody: false,
    bodies: {},
  },
  getApplication: {
    parameters: parameters.getApplication,
    needsBody: false,
    bodies: {},
  },
  registerInstance: {
    parameters: parameters.registerInstance,
    needsBody: true,
    bodies: { 'application/json': bodies.Registration },
  },
  getInstance: {
    parameters: parameters.getInstance,
    needsBody: false,
    bodies: {},
  },
  renewLease: {
    parameters: parameters.renewLease,
    needsBody: false,
    bodies: {},
  },
  cancelLease: {
    parameters: parameters.cancelLease,
    needsBody: false,
    bodies: {},
  },
  overrideStatus: {
    parameters: parameters.overrideStatus,
    needsBody: false,
    bodies: {},
  },
  withdrawStatusOverride: {
    parameters: parameters.withdrawStatusOverride,
    needsBody: false,
    bodies: {},
  },
  findInstance: {
    parameters: parameters.findInstance,
    needsBody: false,
    bodies: {},
  },
  findByVirtualAddress: {
    parameters: parameters.findByVirtualAddress,
    needsBody: false,
    bodies: {},
  },
  findBySecureVirtualAddress: {
    parameters: parameters.findBySecureVirtualAddress,
    needsBody: false,
    bodies: {},
  },
};
