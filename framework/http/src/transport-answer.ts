/** What a called service answered, read as the route declares it. */
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { CallFailedError } from '@regards/core';
import type { OperationAnswer, Route, RouteResponse } from '@regards/core';
import { ExchangeFailedError } from './exchange.ts';
import { bodyForm, mediaType } from './media-type.ts';

/** Undeclared answers are quoted this far in the error. */
const quotedCharacters = 300;

/**
 * The answer with its status, headers and body: JSON parsed, a text as text, a stream as Readable.
 * Throws CallFailedError `undeclared-answer` when the contract has no such status or the body is none of its kind.
 */
export async function readAnswer(service: string, route: Route, message: IncomingMessage): Promise<OperationAnswer> {
  const status = message.statusCode ?? 0;
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]),
  );
  const declared = route.responses[status];
  if (declared?.kind === 'stream') return { status, headers, body: message };
  const bytes = await received(message);
  if (!declared) {
    throw undeclared(
      service,
      route,
      `answered ${status}, which its contract does not declare: ${bytes.toString('utf8').slice(0, quotedCharacters)}`,
    );
  }
  return { status, headers, body: parsed(service, route, declared, bytes, headers['content-type']) };
}

async function received(message: IncomingMessage): Promise<Buffer> {
  try {
    return await buffer(message);
  } catch (error) {
    throw new ExchangeFailedError(true, { cause: error });
  }
}

function parsed(
  service: string,
  route: Route,
  { kind, mediaType: declaredType }: RouteResponse,
  bytes: Buffer,
  contentType: string | undefined,
): unknown {
  if (kind === 'empty' || route.method === 'head') return undefined;
  const type = mediaType(contentType)?.name ?? mediaType(declaredType)?.name ?? 'application/json';
  const form = bodyForm(type);
  if (form === 'bytes') return bytes;
  const text = bytes.toString('utf8');
  if (form !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw undeclared(service, route, 'answered with a body that is no JSON', error);
  }
}

const undeclared = (service: string, route: Route, message: string, cause?: unknown): CallFailedError =>
  new CallFailedError(service, route.operation, 'undeclared-answer', message, cause === undefined ? {} : { cause });
