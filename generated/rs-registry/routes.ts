// Generated from contracts/rs-registry/openapi.yaml — do not edit.
import type { Routes } from '@regards/core';

/** The routes of rs-registry by operation. */
export const routes = {
  cancelLease: {
    operation: 'cancelLease',
    method: 'delete',
    path: '/eureka/apps/{application}/{instanceId}',
    access: 'NONE',
    retry: 'never',
    timeoutMs: 5000,
    parameters: [
      { name: 'application', in: 'path', required: true },
      { name: 'instanceId', in: 'path', required: true },
    ],
    requestTypes: [],
    responses: {
      200: { kind: 'empty' },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
    },
  },

  findBySecureVirtualAddress: {
    operation: 'findBySecureVirtualAddress',
    method: 'get',
    path: '/eureka/svips/{address}',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [{ name: 'address', in: 'path', required: true }],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      400: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
      406: { kind: 'error', mediaType: 'application/json' },
    },
  },

  findByVirtualAddress: {
    operation: 'findByVirtualAddress',
    method: 'get',
    path: '/eureka/vips/{address}',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [{ name: 'address', in: 'path', required: true }],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      400: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
      406: { kind: 'error', mediaType: 'application/json' },
    },
  },

  findInstance: {
    operation: 'findInstance',
    method: 'get',
    path: '/eureka/instances/{instanceId}',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [{ name: 'instanceId', in: 'path', required: true }],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      400: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
      406: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getApplication: {
    operation: 'getApplication',
    method: 'get',
    path: '/eureka/apps/{application}',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [{ name: 'application', in: 'path', required: true }],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      400: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
      406: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getApplications: {
    operation: 'getApplications',
    method: 'get',
    path: '/eureka/apps',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      406: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getApplicationsBehindSlash: {
    operation: 'getApplicationsBehindSlash',
    method: 'get',
    path: '/eureka/apps/',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      406: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getDelta: {
    operation: 'getDelta',
    method: 'get',
    path: '/eureka/apps/delta',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      406: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getInstance: {
    operation: 'getInstance',
    method: 'get',
    path: '/eureka/apps/{application}/{instanceId}',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [
      { name: 'application', in: 'path', required: true },
      { name: 'instanceId', in: 'path', required: true },
    ],
    requestTypes: [],
    responses: {
      200: { kind: 'plain', mediaType: 'application/json' },
      400: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
      406: { kind: 'error', mediaType: 'application/json' },
    },
  },

  overrideStatus: {
    operation: 'overrideStatus',
    method: 'put',
    path: '/eureka/apps/{application}/{instanceId}/status',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [
      { name: 'application', in: 'path', required: true },
      { name: 'instanceId', in: 'path', required: true },
      { name: 'value', in: 'query', required: false },
      { name: 'lastDirtyTimestamp', in: 'query', required: false },
    ],
    requestTypes: [],
    responses: {
      200: { kind: 'empty' },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
    },
  },

  registerInstance: {
    operation: 'registerInstance',
    method: 'post',
    path: '/eureka/apps/{application}',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [{ name: 'application', in: 'path', required: true }],
    requestTypes: ['application/json'],
    responses: {
      204: { kind: 'empty' },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      413: { kind: 'error', mediaType: 'application/json' },
      415: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
    },
  },

  renewLease: {
    operation: 'renewLease',
    method: 'put',
    path: '/eureka/apps/{application}/{instanceId}',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 2000,
    parameters: [
      { name: 'application', in: 'path', required: true },
      { name: 'instanceId', in: 'path', required: true },
      { name: 'lastDirtyTimestamp', in: 'query', required: false },
      { name: 'status', in: 'query', required: false },
      { name: 'overriddenstatus', in: 'query', required: false },
    ],
    requestTypes: [],
    responses: {
      200: { kind: 'empty' },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
    },
  },

  withdrawStatusOverride: {
    operation: 'withdrawStatusOverride',
    method: 'delete',
    path: '/eureka/apps/{application}/{instanceId}/status',
    access: 'NONE',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [
      { name: 'application', in: 'path', required: true },
      { name: 'instanceId', in: 'path', required: true },
      { name: 'value', in: 'query', required: false },
      { name: 'lastDirtyTimestamp', in: 'query', required: false },
    ],
    requestTypes: [],
    responses: {
      200: { kind: 'empty' },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
    },
  },
} as const satisfies Routes;
