/** The route of an operation as data, and each of its responses as a handler gives and a caller gets it. */
import type { Json, JsonObject } from '../contracts.ts';
import { isObject } from '../contracts.ts';
import type { Body } from './body.ts';
import type { Parameter } from './parameters.ts';
import { typeOf } from './parameterType.ts';
import { key, listOf, objectOf, resolved } from './prepare.ts';

export interface Response {
  /** What a handler may give, noting the types it names. */
  result(types: Set<string>): string;
  /** What a caller may get. */
  answer(types: Set<string>): string;
}

export interface RouteText {
  readonly text: string;
  readonly responses: readonly Response[];
}

type Kind = 'resource' | 'resources' | 'page' | 'error' | 'stream' | 'plain' | 'empty';

export function routeOf(
  document: JsonObject, path: string, method: string, operation: JsonObject, parameters: readonly Parameter[], body: Body | undefined,
): RouteText {
  const responses = Object.entries(objectOf(operation['responses'])).map(([status, response]) => describe(document, status, response));
  const call = objectOf(operation['x-regards-call']);
  const route = {
    operation: String(operation['operationId']),
    method,
    path,
    access: String(objectOf(operation['x-regards-access'])['role']),
    retry: String(call['retry'] ?? (method === 'get' || method === 'head' ? 'safe' : 'never')),
    timeoutMs: milliseconds(call['timeout'] ?? '30s'),
    parameters: parameters.map(({ name, in: place, required, array }) => ({ name, in: place, required, ...(array ? { array } : {}) })),
    requestTypes: [...(body?.mediaTypes ?? [])],
    responses: Object.fromEntries(responses.map(({ status, data }) => [status, data])),
  };
  return { text: literal(route, '  '), responses: responses.map(({ response }) => response) };
}

function describe(document: JsonObject, status: string, given: Json): { status: string; data: JsonObject; response: Response } {
  const response = resolved(document, given);
  const [content] = Object.entries(objectOf(response['content']));
  const mediaType = content?.[0];
  const schema = objectOf(content?.[1])['schema'];
  const kind = kindOf(document, schema, mediaType);
  const links = linksOf(document, schema, kind);
  return {
    status,
    data: { kind, ...(mediaType === undefined ? {} : { mediaType }), ...(links.length > 0 ? { links } : {}) },
    response: {
      result: (types) => resultText(document, status, kind, schema, types),
      answer: (types) => answerText(status, kind, schema, types),
    },
  };
}

function kindOf(document: JsonObject, schema: Json | undefined, mediaType: string | undefined): Kind {
  if (mediaType === undefined) return 'empty';
  const target = resolved(document, schema);
  const envelope = target['x-regards-envelope'];
  if (envelope === 'resource' || envelope === 'resources' || envelope === 'page') return envelope;
  if (target['title'] === 'Problem') return 'error';
  return target['type'] === 'string' && target['format'] === 'binary' ? 'stream' : 'plain';
}

function resultText(document: JsonObject, status: string, kind: Kind, schema: Json | undefined, types: Set<string>): string {
  const names = { use: (name: string) => (types.add(name), name) };
  const headers = 'headers?: Readonly<Record<string, string>>';
  if (kind === 'empty') return `{ status: ${status}; ${headers} }`;
  if (kind === 'error') return `{ status: ${status}; error: Refusal }`;
  if (kind === 'stream') return `{ status: ${status}; body: Readable | Buffer | string; ${headers} }`;
  if (kind === 'plain') return `{ status: ${status}; body: ${typeOf(schema, names)}; ${headers} }`;
  const inner = innerType(document, schema, kind, names);
  const body = kind === 'resource' ? inner : kind === 'page' ? `Page<${inner}>` : `readonly ${inner}[]`;
  return `{ status: ${status}; body: ${body}; ${headers} }`;
}

function answerText(status: string, kind: Kind, schema: Json | undefined, types: Set<string>): string {
  const names = { use: (name: string) => (types.add(name), name) };
  const headers = 'headers: Readonly<Record<string, string>>';
  if (kind === 'empty') return `{ status: ${status}; body: undefined; ${headers} }`;
  if (kind === 'stream') return `{ status: ${status}; body: Readable; ${headers} }`;
  return `{ status: ${status}; body: ${typeOf(schema, names)}; ${headers} }`;
}

/** The type inside an envelope: `content`, or the `content` of each element. */
function innerType(document: JsonObject, schema: Json | undefined, kind: Kind, names: { use(name: string): string }): string {
  const resource = resourceOf(document, schema, kind);
  return typeOf(objectOf(resource['properties'])['content'], names);
}

function resourceOf(document: JsonObject, schema: Json | undefined, kind: Kind): JsonObject {
  const envelope = resolved(document, schema);
  if (kind === 'resource') return envelope;
  const list = kind === 'resources' ? envelope : resolved(document, objectOf(envelope['properties'])['content']);
  return resolved(document, list['items']);
}

function linksOf(document: JsonObject, schema: Json | undefined, kind: Kind): Json[] {
  return kind === 'resource' || kind === 'resources' || kind === 'page' ? listOf(resourceOf(document, schema, kind)['x-regards-links']) : [];
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** `5s` → 5000 */
export function milliseconds(text: Json): number {
  const [, number, unit] = /^(\d+)(ms|s|min|h)$/.exec(String(text)) ?? [];
  const factor = units[unit ?? ''];
  if (number === undefined || factor === undefined) throw new Error(`${String(text)} is no time; write it as 100ms, 5s or 2min`);
  return Number(number) * factor;
}

/** A value as TypeScript writes it; short ones on one line. */
export function literal(value: Json | object, indent = ''): string {
  const flat = inline(value as Json);
  if (flat.length + indent.length <= 100 || !(Array.isArray(value) || isObject(value))) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((one) => `${inner}${literal(one, inner)},\n`).join('')}${indent}]`;
  return `{\n${Object.entries(value).map(([name, one]) => `${inner}${property(name)}: ${literal(one, inner)},\n`).join('')}${indent}}`;
}

function inline(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (isObject(value)) {
    const members = Object.entries(value).filter(([, one]) => one !== undefined).map(([name, one]) => `${property(name)}: ${inline(one)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(value);
}

const property = (name: string): string => (/^\d+$/.test(name) ? name : key(name));
