// Generated from contracts/rs-config/openapi.yaml — do not edit.
import type { Routes } from '@regards/core';

/** The routes of rs-config by operation. */
export const routes = {
  getEnvironment: {
    operation: 'getEnvironment',
    method: 'get',
    path: '/{application}/{profile}',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [
      { name: 'application', in: 'path', required: true },
      { name: 'profile', in: 'path', required: true },
    ],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      400: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getLabelledEnvironment: {
    operation: 'getLabelledEnvironment',
    method: 'get',
    path: '/{application}/{profile}/{label}',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [
      { name: 'application', in: 'path', required: true },
      { name: 'profile', in: 'path', required: true },
      { name: 'label', in: 'path', required: true },
    ],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      400: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getMergedFile: {
    operation: 'getMergedFile',
    method: 'get',
    path: '/{file}',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [{ name: 'file', in: 'path', required: true }],
    requestTypes: [],
    responses: {
      200: { kind: 'stream', mediaType: 'text/plain' },
      400: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
    },
  },
} as const satisfies Routes;
