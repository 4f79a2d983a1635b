// Generated from contracts/rs-authentication/openapi.yaml — do not edit.
import type { AnswerChecks } from '@regards/core';
import * as answered from './compiled-answers.js';

/** What answers of rs-authentication are held to, by operation. */
export const answers: AnswerChecks = {
  createToken: {
    200: { 'application/json': answered.Authentication },
    400: { 'application/json': answered.TokenRefused },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    413: { 'application/json': answered.Problem },
    415: { 'application/json': answered.Problem },
    422: { 'application/json': answered.Problem },
    429: { 'application/json': answered.Problem },
  },
  revokeToken: {
    200: {},
    400: { 'application/json': answered.Problem },
    401: { 'application/json': answered.Problem },
    403: { 'application/json': answered.Problem },
    413: { 'application/json': answered.Problem },
    415: { 'application/json': answered.Problem },
    422: { 'application/json': answered.Problem },
  },
  getKeySet: {
    200: { 'application/json': answered.JsonWebKeySet },
    401: { 'application/json': answered.Problem },
  },
};
