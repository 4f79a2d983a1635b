/** A call as it goes out: address, headers and body, as the route says. */
import type { Route } from '@regards/core';
import { isUploadedFile } from './forms.ts';
import { bodyForm } from './media-type.ts';
import { fillPath } from './paths.ts';

export interface OutgoingRequest {
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Encodes `request`: parameters by name, body under `body`. Throws TypeError when a part of the path is missing. */
export async function encodeRequest(route: Route, request: object): Promise<OutgoingRequest> {
  const values = new Map(Object.entries(request));
  const path = fillPath(route.path, (name) => values.get(name));
  if (path === undefined)
    throw new TypeError(`A part of the path ${route.path} is missing in a call of ${route.operation}.`);
  const query = queryOf(route, values);
  const headers = headersOf(route, values);
  const body: unknown = values.get('body');
  if (body === undefined) return { target: path + query, headers };
  const encoded = await encodeBody(route.requestTypes[0] ?? 'application/json', body);
  return { target: path + query, headers: { ...headers, 'content-type': encoded.type }, body: encoded.bytes };
}

function queryOf(route: Route, values: ReadonlyMap<string, unknown>): string {
  const pairs = route.parameters
    .filter(({ in: place }) => place === 'query')
    .flatMap(({ name, array }) => {
      const texts = [values.get(name) ?? []].flat().map(asText);
      if (texts.length === 0) return [];
      return array === 'comma'
        ? [`${encode(name)}=${texts.map(encode).join(',')}`]
        : texts.map((text) => `${encode(name)}=${encode(text)}`);
    });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function headersOf(route: Route, values: ReadonlyMap<string, unknown>): Record<string, string> {
  const headers = route.parameters.filter(
    ({ in: place, name }) => place === 'header' && (values.get(name) ?? undefined) !== undefined,
  );
  return Object.fromEntries(
    headers.map(({ name }) => [name.toLowerCase(), [values.get(name)].flat().map(asText).join(',')]),
  );
}

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

async function encodeBody(type: string, body: unknown): Promise<{ type: string; bytes: string | Buffer }> {
  if (Buffer.isBuffer(body)) return { type, bytes: body };
  const form = bodyForm(type);
  if (form === 'json') return { type, bytes: JSON.stringify(body) };
  if (form === 'form')
    return {
      type,
      bytes: new URLSearchParams(entriesOf(body).map(([name, value]) => [name, asText(value)])).toString(),
    };
  return form === 'multipart' ? multipart(body) : { type, bytes: asText(body) };
}

async function multipart(body: unknown): Promise<{ type: string; bytes: Buffer }> {
  const form = new FormData();
  for (const [name, value] of entriesOf(body)) {
    if (isUploadedFile(value))
      form.append(name, new File([new Uint8Array(value.content)], value.name, { type: value.mediaType }));
    else form.append(name, asText(value));
  }
  const encoded = new Response(form);
  return {
    type: encoded.headers.get('content-type') ?? 'multipart/form-data',
    bytes: Buffer.from(await encoded.arrayBuffer()),
  };
}

/** The fields of a form; a list is a field that comes several times. */
function entriesOf(body: unknown): [string, unknown][] {
  const entries: [string, unknown][] = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return entries.flatMap(([name, value]) => [value ?? []].flat().map((one): [string, unknown] => [name, one]));
}
