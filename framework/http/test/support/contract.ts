/** A small contract written by hand that has every kind of route, as generated code would have it. */
import type { LinkRule, Route, RouteParameter, Routes } from '@regards/core';

const modelLinks: readonly LinkRule[] = [
  { rel: 'self', operation: 'getModel', parameters: { modelName: 'name' } },
  { rel: 'delete', operation: 'deleteModel', parameters: { modelName: 'name' }, when: { path: 'type', in: ['DATA'] } },
  { rel: 'list', operation: 'getModels', parameters: { type: 'type' } },
];

const query = (name: string, more: Partial<RouteParameter> = {}): RouteParameter => ({
  name,
  in: 'query',
  required: false,
  ...more,
});
const path = (name: string): RouteParameter => ({ name, in: 'path', required: true });
const json = 'application/json';

const route = (given: Pick<Route, 'operation' | 'path' | 'responses'> & Partial<Route>): Route => ({
  method: 'get',
  access: 'PUBLIC',
  retry: 'safe',
  timeoutMs: 2_000,
  parameters: [],
  requestTypes: [],
  ...given,
});

const model = { kind: 'resource', mediaType: json, links: modelLinks } as const;
const error = { kind: 'error', mediaType: json } as const;

export const routes = {
  getModels: route({
    operation: 'getModels',
    path: '/models',
    access: 'EXPLOIT',
    parameters: [query('page'), query('size'), query('sort', { array: 'repeated' }), query('type')],
    responses: { 200: { kind: 'page', mediaType: json, links: modelLinks } },
  }),
  createModel: route({
    operation: 'createModel',
    method: 'post',
    path: '/models',
    access: 'ADMIN',
    retry: 'never',
    requestTypes: [json],
    responses: { 201: model, 409: error },
  }),
  getModel: route({
    operation: 'getModel',
    path: '/models/{modelName}',
    parameters: [path('modelName')],
    responses: { 200: model, 404: error },
  }),
  deleteModel: route({
    operation: 'deleteModel',
    method: 'delete',
    path: '/models/{modelName}',
    access: 'ADMIN',
    retry: 'never',
    parameters: [path('modelName')],
    responses: { 204: { kind: 'empty' } },
  }),
  getAllModels: route({
    operation: 'getAllModels',
    path: '/models/all',
    responses: { 200: { kind: 'resources', mediaType: json, links: modelLinks } },
  }),
  importModel: route({
    operation: 'importModel',
    method: 'post',
    path: '/models/import',
    access: 'ADMIN',
    retry: 'never',
    requestTypes: ['multipart/form-data'],
    responses: { 201: { kind: 'plain', mediaType: json } },
  }),
  createFeatures: route({
    operation: 'createFeatures',
    method: 'post',
    path: '/features',
    retry: 'never',
    requestTypes: ['application/geo+json'],
    responses: { 201: { kind: 'plain', mediaType: 'application/geo+json' } },
  }),
  search: route({
    operation: 'search',
    path: '/search',
    parameters: [
      query('datetime'),
      query('limit'),
      query('deep'),
      query('ids', { array: 'comma' }),
      { name: 'X-Level', in: 'header', required: false },
    ],
    responses: { 200: { kind: 'plain', mediaType: 'application/geo+json' } },
  }),
  download: route({
    operation: 'download',
    path: '/files/{checksum}',
    parameters: [path('checksum')],
    responses: { 200: { kind: 'stream', mediaType: 'application/octet-stream' } },
  }),
  issueToken: route({
    operation: 'issueToken',
    method: 'post',
    path: '/token',
    retry: 'never',
    requestTypes: [json, 'application/x-www-form-urlencoded'],
    responses: { 200: { kind: 'plain', mediaType: json } },
  }),
  getKeys: route({
    operation: 'getKeys',
    path: '/keys',
    access: 'NONE',
    responses: { 200: { kind: 'plain', mediaType: json } },
  }),
  slow: route({
    operation: 'slow',
    path: '/slow',
    timeoutMs: 200,
    responses: { 200: { kind: 'plain', mediaType: json } },
  }),
  writeNote: route({
    operation: 'writeNote',
    method: 'put',
    path: '/notes/{name}.{extension}',
    retry: 'never',
    parameters: [path('name'), path('extension')],
    requestTypes: ['text/plain', 'application/octet-stream'],
    responses: { 200: { kind: 'plain', mediaType: 'text/plain' } },
  }),
} satisfies Routes;

export const contract = {
  name: 'rs-test',
  version: '1.0.0',
  routes,
  document: new URL('./openapi.json', import.meta.url),
};

export interface Model {
  readonly id?: number | null;
  readonly name: string;
  readonly description?: string | null;
  readonly type: string;
}
