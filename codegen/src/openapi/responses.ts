/** The responses of an operation: how each stands on the wire, as a handler gives it and as a caller gets it. */
import { listOf, objectOf, objectsOf } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { key } from '../text.ts';
import { resolved } from './document.ts';
import { isBinary } from './request.ts';
import { typeOf, used } from './schema-type.ts';
import type { Names } from './schema-type.ts';

export type BodyKind = 'resource' | 'resources' | 'page' | 'error' | 'stream' | 'plain' | 'empty';

export interface Response {
  readonly status: string;
  readonly kind: BodyKind;
  /** The one it is sent as unless the handler says otherwise. */
  readonly mediaType?: string;
  readonly schemas: readonly Json[];
  /** What a handler gives of the first; a refusal is never given but thrown. */
  readonly given: Json | undefined;
  /** Headers that it never goes without. */
  readonly headers: readonly string[];
  readonly links: readonly Json[];
}

/** One case of a union, as the templates print it. */
export interface Case {
  readonly status: string;
  readonly refused: boolean;
  /** Whether there is a body at all. */
  readonly filled: boolean;
  readonly bodyType: string;
  /** Whether the headers may be left out. */
  readonly freeHeaders: boolean;
  readonly headersType: string;
}

export const responsesOf = (document: JsonObject, operation: JsonObject): Response[] =>
  objectsOf(operation['responses']).map(([status, declared]) => {
    const response = resolved(document, declared);
    const content = objectsOf(response['content']);
    const schemas = content.map(([, { schema }]) => schema ?? {});
    const given = besideProblem(document, schemas[0]);
    const kind = kindOf(document, given);
    const headers = objectsOf(response['headers']).filter(
      ([, header]) => resolved(document, header)['required'] === true,
    );
    return {
      status,
      kind,
      ...(content[0] ? { mediaType: content[0][0] } : {}),
      schemas,
      given,
      headers: headers.map(([name]) => name),
      links: ['resource', 'resources', 'page'].includes(kind)
        ? listOf(resourceOf(document, given, kind)['x-regards-links'])
        : [],
    };
  });

/** Of `oneOf: [RequestInfoResource, Problem]` the former; any other schema as it is. */
function besideProblem(document: JsonObject, schema: Json | undefined): Json | undefined {
  const ways = listOf(resolved(document, schema)['oneOf']);
  const [first, ...others] = ways.filter((way) => resolved(document, way)['title'] !== 'Problem');
  return ways.length === 2 && others.length === 0 ? first : schema;
}

function kindOf(document: JsonObject, schema: Json | undefined): BodyKind {
  if (schema === undefined) return 'empty';
  const target = resolved(document, schema);
  const envelope = target['x-regards-envelope'];
  if (envelope === 'resource' || envelope === 'resources' || envelope === 'page') return envelope;
  if (target['title'] === 'Problem') return 'error';
  return isBinary(target) ? 'stream' : 'plain';
}

/** What the transport and the door need to know. */
export const routeResponses = (responses: readonly Response[]): JsonObject =>
  Object.fromEntries(
    responses.map(({ status, kind, mediaType, links }) => [
      status,
      { kind, ...(mediaType === undefined ? {} : { mediaType }), ...(links.length > 0 ? { links: [...links] } : {}) },
    ]),
  );

/** What a handler may give: the inner value, that the framework wraps. */
export const resultsOf = (document: JsonObject, responses: readonly Response[], names: Names): Case[] =>
  responses.map((response) => ({
    status: response.status,
    refused: response.kind === 'error',
    filled: response.kind !== 'empty',
    bodyType: response.kind === 'error' ? used('Refusal', names) : givenType(document, response, names),
    freeHeaders: response.headers.length === 0,
    headersType: headersType(response.headers),
  }));

/** What a caller may get: the value on the wire. */
export const answersOf = (responses: readonly Response[], names: Names): Case[] =>
  responses.map(({ status, kind, schemas }) => ({
    status,
    refused: kind === 'error',
    filled: kind !== 'empty',
    bodyType: kind === 'empty' ? 'undefined' : kind === 'stream' ? used('Readable', names) : union(schemas, names),
    freeHeaders: false,
    headersType: headersType([]),
  }));

function givenType(document: JsonObject, { kind, schemas, given }: Response, names: Names): string {
  if (kind === 'stream') return `${used('Readable', names)} | Buffer | string`;
  if (kind === 'plain') {
    const isRendered = schemas.some((schema) => resolved(document, schema)['x-regards-rendered'] === true);
    return [union([given ?? {}, ...schemas.slice(1)], names), ...(isRendered ? [used('Rendered', names)] : [])].join(
      ' | ',
    );
  }
  if (kind === 'empty') return 'undefined';
  const inner = typeOf(objectOf(resourceOf(document, given, kind)['properties'])['content'], names);
  if (kind === 'page') return `${used('Page', names)}<${inner}>`;
  return kind === 'resources' ? `readonly (${inner})[]` : inner;
}

const union = (schemas: readonly Json[], names: Names): string =>
  [...new Set(schemas.map((schema) => typeOf(schema, names)))].join(' | ');

/** The schema of one resource: the envelope itself, or that of each element. */
export function resourceOf(document: JsonObject, schema: Json | undefined, kind: BodyKind): JsonObject {
  const envelope = resolved(document, schema);
  if (kind === 'resource') return envelope;
  const list = kind === 'resources' ? envelope : resolved(document, objectOf(envelope['properties'])['content']);
  return resolved(document, list['items']);
}

const headersType = (required: readonly string[]): string =>
  [
    'Readonly<Record<string, string>>',
    ...(required.length > 0 ? [`{ ${required.map((name) => `readonly ${key(name)}: string`).join('; ')} }`] : []),
  ].join(' & ');
