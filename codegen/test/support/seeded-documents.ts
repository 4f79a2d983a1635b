/** A REST document and a document of messages that use everything a change may break, and edits of them. */
import type { MessageDocument } from '../../src/breaking/messages.ts';
import type { Json, JsonObject } from '../../src/json.ts';

/** What stands at a JSON pointer is replaced; undefined takes it away. */
export type Edit = readonly [pointer: string, value: Json | undefined];

const ok = { description: 'fine', content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } };

export const restDocument: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'rs-seeded', version: '1.0.0' },
  servers: [{ url: '/api/v1/rs-seeded' }],
  security: [{ bearer: [] }],
  paths: {
    '/things': {
      get: {
        operationId: 'getThings',
        summary: 'Lists.',
        'x-regards-access': { role: 'EXPLOIT' },
        'x-regards-call': { retry: 'safe', timeout: '5s' },
        parameters: [
          { name: 'kind', in: 'query', description: 'k', schema: { type: 'string', enum: ['A', 'B'] } },
          { name: 'size', in: 'query', description: 's', schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } },
          { name: 'tags', in: 'query', description: 't', style: 'form', explode: true, schema: { type: 'array', maxItems: 9, items: { type: 'string' } } },
        ],
        responses: {
          '200': {
            description: 'page',
            headers: { 'X-Total': { required: true, schema: { type: 'integer' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/ThingPage' } } },
          },
          '400': { description: 'bad' },
        },
      },
      post: {
        operationId: 'makeThing',
        parameters: [{ name: 'sort', in: 'query', content: { 'application/json': { schema: { type: 'object', properties: { by: { type: 'string', maxLength: 9 } } } } } }],
        'x-regards-access': { role: 'ADMIN' },
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/NewThing' } }, 'application/geo+json': { schema: { type: 'object' } } } },
        responses: { '201': ok, '422': { description: 'refused' } },
      },
    },
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 36 } }],
      get: {
        operationId: 'getThing',
        'x-regards-access': { role: 'PUBLIC' },
        responses: { '200': { description: 'r', content: { 'application/json': { schema: { $ref: '#/components/schemas/ThingResource' } } } }, '404': { description: 'none' } },
      },
      delete: { operationId: 'deleteThing', 'x-regards-access': { role: 'ADMIN' }, responses: { '204': { description: 'gone' } } },
    },
  },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'A token.' } },
    schemas: {
      Thing: {
        type: 'object',
        required: ['id', 'state'],
        properties: {
          id: { type: 'integer' },
          state: { type: 'string', enum: ['NEW', 'DONE'] },
          label: { type: 'string', maxLength: 255 },
          since: { type: 'string', format: 'date-time' },
          parent: { $ref: '#/components/schemas/Thing' },
          place: { oneOf: [{ type: 'string' }, { type: 'object', required: ['x'], properties: { x: { type: 'number' } } }] },
          shape: {
            oneOf: [{ type: 'object', required: ['kind'], properties: { kind: { const: 'line' } } }, { type: 'object', required: ['kind'], properties: { kind: { const: 'area' } } }],
            discriminator: { propertyName: 'kind', mapping: { line: 'Line', area: 'Area' } },
          },
        },
      },
      ThingResource: {
        type: 'object',
        required: ['content', 'links'],
        properties: { content: { $ref: '#/components/schemas/Thing' }, links: { type: 'array', items: { type: 'object' } } },
        'x-regards-links': [{ rel: 'self', operation: 'getThing', parameters: {} }, { rel: 'delete', operation: 'deleteThing', parameters: {}, when: { path: 'state', in: ['NEW', 'DONE'] } }],
      },
      ThingPage: {
        type: 'object',
        required: ['content'],
        properties: { content: { type: 'array', items: { $ref: '#/components/schemas/ThingResource' } } },
      },
      NewThing: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 64, pattern: '^[a-z]+$' },
          count: { type: ['integer', 'null'], minimum: 0, default: 1 },
          mode: { type: 'string', enum: ['FAST', 'SAFE'] },
          extra: { type: 'object', additionalProperties: { type: 'string' } },
          size: { allOf: [{ type: 'number', maximum: 10 }, { minimum: 0 }] },
          parts: { type: 'array', maxItems: 10, items: { type: 'object', properties: { weight: { type: 'number' } } } },
        },
      },
    },
  },
};

const sent = {
  action: 'send',
  exchange: { name: 'regards.thing', type: 'fanout', durable: true },
  virtualHost: '/regards.multitenant.manager',
  routingKey: null,
  type: 'ThingChanged',
  converter: 'JACKSON',
  handler: null,
  delivery: null,
  payload: { $ref: '#/schemas/ThingChanged' },
  headers: { $ref: '#/schemas/Headers' },
};

export const messageDocument: MessageDocument = {
  operations: {
    thingChanged: sent,
    thingRequest: {
      ...sent,
      action: 'receive',
      exchange: { name: 'regards.request', type: 'topic', durable: true },
      routingKey: 'things',
      type: 'ThingRequest',
      handler: 'ThingRequestHandler',
      delivery: { target: 'one', retry: ['5s', '30s'], batch: { size: 10, wait: '5ms' }, invalid: 'answer' },
      payload: { $ref: '#/schemas/ThingRequest' },
    },
  },
  schemas: {
    Headers: { type: 'object', required: ['regards.tenant'], properties: { 'regards.tenant': { type: 'string' }, 'regards.note': { type: 'string' } } },
    ThingChanged: {
      type: 'object',
      required: ['id', 'action'],
      properties: { id: { type: 'integer' }, action: { type: 'string', enum: ['MADE', 'GONE'] }, label: { type: 'string', maxLength: 99 } },
    },
    ThingRequest: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', maxLength: 64 },
        urgency: { type: 'integer', minimum: 0, maximum: 9 },
        kind: { type: 'string', enum: ['A', 'B'] },
        parts: { type: 'array', items: { type: 'string' } },
      },
    },
  },
};

/** A copy with the edits made; a pointer that leads nowhere is a mistake of the test. */
export function edited<T>(document: T, edits: readonly Edit[]): T {
  const copy = structuredClone(document);
  for (const [pointer, value] of edits) {
    const steps = pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = steps.pop() ?? '';
    const parent = steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], copy);
    if (typeof parent !== 'object' || parent === null) throw new Error(`${pointer} leads nowhere`);
    if (value !== undefined) Object.assign(parent, { [last]: value });
    else if (!(last in parent)) throw new Error(`${pointer} is not there`);
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent, last);
  }
  return copy;
}
