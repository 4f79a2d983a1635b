// Generated from contracts/rs-authentication/openapi.yaml — do not edit.
import type { Routes } from '@regards/core';

/** The routes of rs-authentication by operation. */
export const routes = {
  createToken: {
    operation: 'createToken',
    method: 'post',
    path: '/oauth/token',
    access: 'NONE',
    retry: 'never',
    timeoutMs: 30000,
    parameters: [
      { name: 'scope', in: 'query', required: false },
      { name: 'grant_type', in: 'query', required: false },
      { name: 'username', in: 'query', required: false },
      { name: 'password', in: 'query', required: false },
    ],
    requestTypes: ['application/json', 'application/x-www-form-urlencoded'],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      400: { kind: 'plain', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      413: { kind: 'error', mediaType: 'application/json' },
      415: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
      429: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getKeySet: {
    operation: 'getKeySet',
    method: 'get',
    path: '/.well-known/jwks.json',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
    },
  },

  revokeToken: {
    operation: 'revokeToken',
    method: 'post',
    path: '/oauth/revoke',
    access: 'PUBLIC',
    retry: 'safe',
    timeoutMs: 10000,
    parameters: [{ name: 'all', in: 'query', required: false }],
    requestTypes: ['application/json', 'application/x-www-form-urlencoded'],
    responses: {
      200: { kind: 'empty' },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      413: { kind: 'error', mediaType: 'application/json' },
      415: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
    },
  },
} as const satisfies Routes;
