// Generated from contracts/rs-registry/openapi.yaml — do not edit.
import type { AnswerChecks } from '@regards/core';
import * as answered from './compiled-answers.js';

/** What answers of rs-registry are held to, by operation. */
export const answers: AnswerChecks = {
  getApplications: {
    200: { 'application/json': answered.ApplicationsAnswer, 'application/xml': null },
    406: { 'application/json': answered.Problem },
  },
  getApplicationsBehindSlash: {
    200: { 'application/json': answered.ApplicationsAnswer, 'application/xml': null },
    406: { 'application/json': answered.Problem },
  },
  getDelta: {
    200: { 'application/json': answered.ApplicationsAnswer, 'application/xml': null },
    406: { 'application/json': answered.Problem },
  },
  getApplication: {
    200: { 'application/json': answered.ApplicationAnswer, 'application/xml': null },
    400: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
    406: { 'application/json': answered.Problem },
  },
  registerInstance: {
    204: {},
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    409: { 'application/json': answered.Problem },
    413: { 'application/json': answered.Problem },
    415: { 'application/json': answered.Problem },
    422: { 'application/json': answered.Problem },
  },
  getInstance: {
    200: { 'application/json': answered.InstanceAnswer, 'application/xml': null },
    400: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
    406: { 'application/json': answered.Problem },
  },
  renewLease: {
    200: {},
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
  },
  cancelLease: {
    200: {},
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
  },
  overrideStatus: {
    200: {},
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
  },
  withdrawStatusOverride: {
    200: {},
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
  },
  findInstance: {
    200: { 'application/json': answered.InstanceAnswer, 'application/xml': null },
    400: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
    406: { 'application/json': answered.Problem },
  },
  findByVirtualAddress: {
    200: { 'application/json': answered.ApplicationsAnswer, 'application/xml': null },
    400: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
    406: { 'application/json': answered.Problem },
  },
  findBySecureVirtualAddress: {
    200: { 'application/json': answered.ApplicationsAnswer, 'application/xml': null },
    400: { 'application/json': answered.Problem },
    404: { 'application/json': answered.Problem },
    406: { 'application/json': answered.Problem },
  },
};
