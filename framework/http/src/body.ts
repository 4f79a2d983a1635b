/** Reads the body of a request into what the route's handler expects, or says why it cannot be read. */
import { parseJson, refusal, RefusedError, utf8 } from '@regards/core';
import type { Route } from '@regards/core';
import { raw } from 'express';
import type { Request, Response } from 'express';
import { unreadableBody } from './errors.ts';
import { multipartForm, urlEncodedForm } from './forms.ts';
import { acceptedType, bodyForm, mediaType } from './media-type.ts';

export interface ReadBody {
  /** Undefined when the request has none. */
  readonly value: unknown;
  /** The declared media type it came as, undefined without body. */
  readonly type?: string;
  readonly bytes: number;
}

export type BodyReader = (request: Request, response: Response, route: Route) => Promise<ReadBody>;

const charsets = ['utf-8', 'utf8', 'us-ascii'];

/** A reader that takes at most `limit` bytes, counted after decompression. */
export function createBodyReader(limit: number): BodyReader {
  const receive = raw({ type: () => true, limit, inflate: true });
  return async (request, response, route) => {
    if (route.requestTypes.length === 0 || !announcesBody(request)) return { value: undefined, bytes: 0 };
    const contentType = request.headers['content-type'] ?? '';
    const sent = mediaType(contentType);
    const type = sent && acceptedType(sent.name, route.requestTypes);
    if (!sent || !type) throw notSupported(route, contentType);
    const bytes = await received(receive, request, response);
    if (bytes.length === 0) return { value: undefined, bytes: 0 };
    return { value: await parsed(bytes, sent, contentType), type, bytes: bytes.length };
  };
}

/** A request has a body when it says how long one is or that it comes in pieces (RFC 9112 §6.3). */
const announcesBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0');

function received(receive: ReturnType<typeof raw>, request: Request, response: Response): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    receive(request, response, (error?: unknown) => {
      if (error !== undefined) {
        const fault = unreadableBody(error);
        reject(fault instanceof Error ? fault : new Error('The body cannot be received.'));
        return;
      }
      const body: unknown = request.body;
      resolve(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
    });
  });
}

async function parsed(
  bytes: Buffer,
  { name, charset }: { name: string; charset?: string },
  contentType: string,
): Promise<unknown> {
  const form = bodyForm(name);
  if (charset && (form === 'json' || form === 'form' || form === 'text') && !charsets.includes(charset)) {
    throw new RefusedError(
      refusal('media-type-not-supported', `Texts are read as UTF-8 and not as ${charset.slice(0, 40)}.`),
    );
  }
  if (form === 'json') return parseJson(bytes);
  if (form === 'form') return urlEncodedForm(bytes);
  if (form === 'multipart') return multipartForm(bytes, contentType);
  return form === 'text' ? utf8(bytes) : bytes;
}

function notSupported(route: Route, sent: string): RefusedError {
  const what = sent === '' ? 'A body without a media type' : `The media type ${sent.slice(0, 100)}`;
  return new RefusedError(
    refusal('media-type-not-supported', `${what} is not read here; accepted: ${route.requestTypes.join(', ')}.`),
  );
}
