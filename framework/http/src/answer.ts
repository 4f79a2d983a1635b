/** Writes what a handler answered, or why it was refused, as the contract says. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HandlerResult, Refusal, Route } from '@regards/core';
import type { Request, Response } from 'express';
import { defaults } from './defaults.ts';
import { json } from './envelope.ts';
import type { Envelope, EnvelopeContext } from './envelope.ts';
import { problem } from './errors.ts';

const cacheOff = {
  'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
  Pragma: 'no-cache',
  Expires: '0',
};

const protection = { 'X-Frame-Options': 'DENY', 'X-Content-Type-Options': 'nosniff', 'X-XSS-Protection': '0' };

/** Half a year: what stands under /downloads/ never changes (platform conventions §3). */
const cacheLong = { 'Cache-Control': 'public, max-age=15552000' };

/** Headers of every answer; a handler may set its own instead. */
export function setCommonHeaders(request: Request, response: Response, correlationId: string): void {
  const caching = request.path.startsWith('/downloads/') ? cacheLong : cacheOff;
  for (const [name, value] of Object.entries(caching)) response.setHeader(name, value);
  for (const [name, value] of Object.entries(protection)) response.setHeader(name, value);
  response.setHeader('correlation-id', correlationId);
}

export interface AnswerWriter {
  /** Puts each declared body into its envelope. */
  readonly envelopes: ReadonlyMap<number, Envelope>;
  /** Called with every JSON body before it is sent; throws when it breaks the contract. */
  readonly check?: (answer: { status: number; mediaType: string; body: unknown }) => Promise<void>;
}

/**
 * Sends the result. Throws when it is none that the contract declares, or when its stream fails before its first byte.
 */
export async function sendResult(
  request: Request,
  response: Response,
  route: Route,
  result: HandlerResult,
  context: EnvelopeContext,
  { envelopes, check }: AnswerWriter,
): Promise<void> {
  if (result.error) {
    setHeaders(response, result.headers);
    await check?.({
      status: result.status,
      mediaType: jsonType,
      body: problem(result.status, result.error, request.path),
    });
    sendProblem(request, response, result.status, result.error);
    return;
  }
  const declared = route.responses[result.status];
  if (!declared) throw new Error(`${route.operation} answered ${result.status}, which its contract does not declare.`);
  setHeaders(response, result.headers);
  const { body } = result;
  if (declared.kind === 'empty') {
    response.writeHead(result.status).end();
    return;
  }
  const type =
    headerOf(result, 'content-type') ??
    declared.mediaType ??
    (declared.kind === 'stream' ? 'application/octet-stream' : 'application/json');
  response.setHeader('Content-Type', withCharset(type));
  response.statusCode = result.status;
  const ready =
    declared.kind === 'stream' || declared.kind === 'plain'
      ? asBytes(body, declared.kind === 'stream' || !isJson(type))
      : undefined;
  if (ready !== undefined) {
    if (ready instanceof Uint8Array && isJson(type))
      await check?.({ status: result.status, mediaType: type, body: JSON.parse(Buffer.from(ready).toString()) });
    await sendBytes(response, ready);
    return;
  }
  const enveloped = envelopes.get(result.status)?.(body, context) ?? body;
  const text = json(enveloped, { withNulls: declared.kind === 'plain', pretty: isPretty(request) });
  await check?.({ status: result.status, mediaType: type, body: JSON.parse(text) });
  response.end(text);
}

/** Sends a refusal as REGARDS's messages with the members of RFC 9457. */
export function sendProblem(request: Request, response: Response, status: number, refusal: Refusal): void {
  if (status === 401 && !response.hasHeader('WWW-Authenticate')) response.setHeader('WWW-Authenticate', 'Bearer');
  if (status === 503 || status === 429) response.setHeader('Retry-After', String(defaults.retryAfterSeconds));
  sendJson(request, response, status, problem(status, refusal, request.path));
}

export function sendJson(request: Request, response: Response, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', withCharset(jsonType));
  response.end(json(body, { withNulls: true, pretty: isPretty(request) }));
}

const jsonType = 'application/json';

/** REGARDS names the charset of its plain JSON, and only of that. */
const withCharset = (type: string): string => (type === jsonType ? 'application/json;charset=UTF-8' : type);

const isJson = (type: string): boolean => /^application\/(json|[\w.+-]+\+json)\b/i.test(type);

const isPretty = (request: Request): boolean => /[?&]_pretty(=|&|$)/.test(request.originalUrl);

function headerOf({ headers = {} }: HandlerResult, wanted: string): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

function setHeaders(response: Response, headers: Readonly<Record<string, string>> = {}): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

type Bytes = Readable | Uint8Array | string;

/**
 * What is sent as it is: bytes and streams always (JSON that was rendered before, for instance), texts where no JSON
 * is due.
 */
function asBytes(body: unknown, textToo: boolean): Bytes | undefined {
  if (body instanceof Readable || body instanceof Uint8Array) return body;
  if (!textToo) return undefined;
  if (typeof body === 'string') return body;
  throw new TypeError('The handler of a text or stream gave neither.');
}

async function sendBytes(response: Response, bytes: Bytes): Promise<void> {
  if (bytes instanceof Readable) await pipeline(bytes, response);
  else response.end(bytes);
}
