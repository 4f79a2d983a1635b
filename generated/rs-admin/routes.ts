// Generated from contracts/rs-admin/openapi.yaml — do not edit.
import type { Routes } from '@regards/core';

/** The routes of rs-admin by operation. */
export const routes = {
  createUser: {
    operation: 'createUser',
    method: 'post',
    path: '/users',
    access: 'EXPLOIT',
    retry: 'never',
    timeoutMs: 30000,
    parameters: [],
    requestTypes: ['application/json'],
    responses: {
      201: {
        kind: 'resource',
        mediaType: 'application/json',
        links: [
          {
            rel: 'self',
            operation: 'getUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'update',
            operation: 'updateUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'delete',
            operation: 'deleteUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
        ],
      },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      409: { kind: 'error', mediaType: 'application/json' },
      413: { kind: 'error', mediaType: 'application/json' },
      415: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
    },
  },

  deleteUser: {
    operation: 'deleteUser',
    method: 'delete',
    path: '/users/{userId}',
    access: 'EXPLOIT',
    retry: 'never',
    timeoutMs: 30000,
    parameters: [{ name: 'userId', in: 'path', required: true }],
    requestTypes: [],
    responses: {
      200: { kind: 'empty' },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getBorrowableRoles: {
    operation: 'getBorrowableRoles',
    method: 'get',
    path: '/roles/borrowables',
    access: 'PUBLIC',
    retry: 'safe',
    timeoutMs: 30000,
    parameters: [],
    requestTypes: [],
    responses: {
      200: {
        kind: 'resources',
        mediaType: 'application/json',
        links: [{ rel: 'self', operation: 'getRole', parameters: { roleName: 'name' } }],
      },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getMyUser: {
    operation: 'getMyUser',
    method: 'get',
    path: '/users/myuser',
    access: 'REGISTERED_USER',
    retry: 'safe',
    timeoutMs: 30000,
    parameters: [],
    requestTypes: [],
    responses: {
      200: {
        kind: 'resource',
        mediaType: 'application/json',
        links: [
          {
            rel: 'self',
            operation: 'getUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'update',
            operation: 'updateUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'delete',
            operation: 'deleteUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
        ],
      },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getRole: {
    operation: 'getRole',
    method: 'get',
    path: '/roles/{roleName}',
    access: 'EXPLOIT',
    retry: 'safe',
    timeoutMs: 30000,
    parameters: [{ name: 'roleName', in: 'path', required: true }],
    requestTypes: [],
    responses: {
      200: {
        kind: 'resource',
        mediaType: 'application/json',
        links: [{ rel: 'self', operation: 'getRole', parameters: { roleName: 'name' } }],
      },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getRoles: {
    operation: 'getRoles',
    method: 'get',
    path: '/roles',
    access: 'EXPLOIT',
    retry: 'safe',
    timeoutMs: 30000,
    parameters: [],
    requestTypes: [],
    responses: {
      200: {
        kind: 'resources',
        mediaType: 'application/json',
        links: [{ rel: 'self', operation: 'getRole', parameters: { roleName: 'name' } }],
      },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getUser: {
    operation: 'getUser',
    method: 'get',
    path: '/users/{userId}',
    access: 'EXPLOIT',
    retry: 'safe',
    timeoutMs: 30000,
    parameters: [{ name: 'userId', in: 'path', required: true }],
    requestTypes: [],
    responses: {
      200: {
        kind: 'resource',
        mediaType: 'application/json',
        links: [
          {
            rel: 'self',
            operation: 'getUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'update',
            operation: 'updateUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'delete',
            operation: 'deleteUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
        ],
      },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
    },
  },

  getUserByEmail: {
    operation: 'getUserByEmail',
    method: 'get',
    path: '/users/email/{email}',
    access: 'EXPLOIT',
    retry: 'safe',
    timeoutMs: 5000,
    parameters: [{ name: 'email', in: 'path', required: true }],
    requestTypes: [],
    responses: {
      200: {
        kind: 'resource',
        mediaType: 'application/json',
        links: [
          {
            rel: 'self',
            operation: 'getUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'update',
            operation: 'updateUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'delete',
            operation: 'deleteUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
        ],
      },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
    },
  },

  searchUsers: {
    operation: 'searchUsers',
    method: 'post',
    path: '/users/search',
    access: 'EXPLOIT',
    retry: 'safe',
    timeoutMs: 30000,
    parameters: [
      { name: 'page', in: 'query', required: false },
      { name: 'size', in: 'query', required: false },
      { name: 'sort', in: 'query', required: false, array: 'repeated' },
    ],
    requestTypes: ['application/json'],
    responses: {
      200: {
        kind: 'page',
        mediaType: 'application/json',
        links: [
          {
            rel: 'self',
            operation: 'getUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'update',
            operation: 'updateUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'delete',
            operation: 'deleteUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
        ],
      },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      413: { kind: 'error', mediaType: 'application/json' },
      415: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
    },
  },

  updateUser: {
    operation: 'updateUser',
    method: 'put',
    path: '/users/{userId}',
    access: 'EXPLOIT',
    retry: 'never',
    timeoutMs: 30000,
    parameters: [{ name: 'userId', in: 'path', required: true }],
    requestTypes: ['application/json'],
    responses: {
      200: {
        kind: 'resource',
        mediaType: 'application/json',
        links: [
          {
            rel: 'self',
            operation: 'getUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'update',
            operation: 'updateUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
          {
            rel: 'delete',
            operation: 'deleteUser',
            parameters: { userId: 'id' },
            when: { path: 'role.name', in: ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] },
          },
        ],
      },
      400: { kind: 'error', mediaType: 'application/json' },
      401: { kind: 'error', mediaType: 'application/json' },
      403: { kind: 'error', mediaType: 'application/json' },
      404: { kind: 'error', mediaType: 'application/json' },
      413: { kind: 'error', mediaType: 'application/json' },
      415: { kind: 'error', mediaType: 'application/json' },
      422: { kind: 'error', mediaType: 'application/json' },
    },
  },
} as const satisfies Routes;
