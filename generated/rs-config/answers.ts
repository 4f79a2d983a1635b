// Generated from contracts/rs-config/openapi.yaml — do not edit.
import type { AnswerChecks } from '@regards/core';
import * as answered from './compiled-answers.js';

/** What answers of rs-config are held to, by operation. */
export const answers: AnswerChecks = {
  getEnvironment: {
    200: { 'application/json': answered.Environment },
    400: { 'application/json': answered.Problem },
    422: { 'application/json': answered.Problem },
  },
  getLabelledEnvironment: {
    200: { 'application/json': answered.Environment },
    400: { 'application/json': answered.Problem },
    422: { 'application/json': answered.Problem },
  },
  getServiceSettings: {
    200: { 'application/json': answered.ServiceSettings },
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    422: { 'application/json': answered.Problem },
    503: { 'application/json': answered.Problem },
  },
  changeServiceSettings: {
    200: { 'application/json': answered.ServiceSettings },
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
    409: { 'application/json': answered.Problem },
    412: { 'application/json': answered.Problem },
    413: { 'application/json': answered.Problem },
    415: { 'application/json': answered.Problem },
    422: { 'application/json': answered.Problem },
    503: { 'application/json': answered.Problem },
  },
  getSettingsHistory: {
    200: { 'application/json': answered.SettingsVersionPage },
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    503: { 'application/json': answered.Problem },
  },
  rollBackSettings: {
    200: { 'application/json': answered.ServiceSettings },
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
    409: { 'application/json': answered.Problem },
    412: { 'application/json': answered.Problem },
    413: { 'application/json': answered.Problem },
    415: { 'application/json': answered.Problem },
    422: { 'application/json': answered.Problem },
    503: { 'application/json': answered.Problem },
  },
  getConfiguredInstances: {
    200: { 'application/json': answered.ConfiguredInstancePage },
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    503: { 'application/json': answered.Problem },
  },
  followSettings: {
    200: { 'application/json': answered.NewestVersion },
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    413: { 'application/json': answered.Problem },
    415: { 'application/json': answered.Problem },
    422: { 'application/json': answered.Problem },
    503: { 'application/json': answered.Problem },
  },
  getMergedFile: {
    200: { 'text/plain': null },
    400: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
    422: { 'application/json': answered.Problem },
  },
};
