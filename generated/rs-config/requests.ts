// Generated from contracts/rs-config/openapi.yaml — do not edit.
import type { RequestChecks } from '@regards/core';
import * as parameters from './compiled-parameters.js';
import * as bodies from './compiled-bodies.js';

/** What requests of rs-config are held to, by operation. */
export const requests: RequestChecks = {
  getEnvironment: {
    parameters: parameters.getEnvironment,
    needsBody: false,
    bodies: {},
  },
  getLabelledEnvironment: {
    parameters: parameters.getLabelledEnvironment,
    needsBody: false,
    bodies: {},
  },
  getServiceSettings: {
    parameters: parameters.getServiceSettings,
    needsBody: false,
    bodies: {},
  },
  changeServiceSettings: {
    parameters: parameters.changeServiceSettings,
    needsBody: true,
    bodies: { 'application/json': bodies.SettingsChange },
  },
  getSettingsHistory: {
    parameters: parameters.getSettingsHistory,
    needsBody: false,
    bodies: {},
  },
  rollBackSettings: {
    parameters: parameters.rollBackSettings,
    needsBody: true,
    bodies: { 'application/json': bodies.SettingsRollback },
  },
  getConfiguredInstances: {
    parameters: parameters.getConfiguredInstances,
    needsBody: false,
    bodies: {},
  },
  followSettings: {
    parameters: parameters.followSettings,
    needsBody: true,
    bodies: { 'application/json': bodies.RunningSettings },
  },
  getMergedFile: {
    parameters: parameters.getMergedFile,
    needsBody: false,
    bodies: {},
  },
};
