// Generated from contracts/rs-config/openapi.yaml — do not edit.
import type { Routes } from '@regards/core';

/** The routes of rs-config by operation. */
export const routes = {
  changeServiceSettings: {
    operation: 'changeServiceSettings',
    method: 'patch',
    path: '/settings/{service}',
    access: 'INSTANCE_ADMIN',
    retry: 'never',
    timeoutMs: 10000,
    parameters: [
      { name: 'service', in: 'path', required: true },
      { name: 'label', in: 'query', required: false },
      { name: 'If-Match', in: 'header', required: true },
    ],
    requestTypes: ['application/json'],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
      412: { kind: 'error', mediaType: 'application/json' },
      413: { kind: 'error', mediaType: 'application/json' },
      415: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
      503: { kind: 'error', mediaType: 'application/json' },
    },
  },

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

  getServiceSettings: {
    operation: 'getServiceSettings',
    method: 'get',
    path: '/settings/{service}',
    access: 'INSTANCE_ADMIN',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [
      { name: 'service', in: 'path', required: true },
      { name: 'label', in: 'query', required: false },
      { name: 'profile', in: 'query', required: false },
    ],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
      503: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getSettingsHistory: {
    operation: 'getSettingsHistory',
    method: 'get',
    path: '/settings/{service}/history',
    access: 'INSTANCE_ADMIN',
    retry: 'safe',
    timeoutMs: 10000,
    parameters: [
      { name: 'service', in: 'path', required: true },
      { name: 'label', in: 'query', required: false },
      { name: 'page', in: 'query', required: false },
      { name: 'size', in: 'query', required: false },
    ],
    requestTypes: [],
    responses: {
      200: { kind: 'page', mediaType: 'application/json' },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      503: { kind: 'error', mediaType: 'application/json' },
    },
  },

  rollBackSettings: {
    operation: 'rollBackSettings',
    method: 'post',
    path: '/settings/{service}/rollback',
    access: 'INSTANCE_ADMIN',
    retry: 'never',
    timeoutMs: 10000,
    parameters: [
      { name: 'service', in: 'path', required: true },
      { name: 'label', in: 'query', required: false },
      { name: 'If-Match', in: 'header', required: true },
    ],
    requestTypes: ['application/json'],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
      412: { kind: 'error', mediaType: 'application/json' },
      413: { kind: 'error', mediaType: 'application/json' },
      415: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
      503: { kind: 'error', mediaType: 'application/json' },
    },
  },
} as const satisfies Routes;
