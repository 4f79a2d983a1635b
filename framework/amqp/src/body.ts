/** The body of a message as a JSON value; tolerant of how it is encoded, strict in what it is. */
import { isUtf8 } from 'node:buffer';
import type { MessageProperties } from 'amqplib';
import { limits } from './limits.ts';

export type Body =
  | { readonly value: unknown; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: string };

export function bodyOf(content: Buffer, properties: Pick<MessageProperties, 'contentType' | 'contentEncoding'>): Body {
  const mediaType = String(properties.contentType ?? '').toLowerCase();
  // Clients that say nothing send no type, or what their library says for nothing.
  if (!/^$|json|octet-stream/.test(mediaType))
    return { fault: `the content type ${mediaType.slice(0, 100)} is not JSON` };
  if (content.length > limits.largestBody)
    return { fault: `the body has ${content.length} bytes, more than ${limits.largestBody}` };
  if (isTooDeep(content)) return { fault: `the body is nested deeper than ${limits.deepestNesting}` };
  try {
    return { value: JSON.parse(textOf(content, charsetOf(mediaType, properties.contentEncoding))) };
  } catch (failure) {
    return { fault: `the body is no JSON: ${failure instanceof Error ? failure.message : String(failure)}` };
  }
}

/** A byte order mark is passed over. Bytes that are no text would otherwise become other text. */
function textOf(content: Buffer, charset: string): string {
  if (charset !== 'utf-8') return new TextDecoder(charset, { fatal: true }).decode(content);
  if (!isUtf8(content)) throw new Error('it is not UTF-8');
  const text = content.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** REGARDS writes the charset as content encoding. */
function charsetOf(mediaType: string, contentEncoding: unknown): string {
  const [, named] = /charset="?([\w-]+)/.exec(mediaType) ?? [];
  const charset = named ?? (typeof contentEncoding === 'string' ? contentEncoding.toLowerCase() : '');
  return /^(utf-?16(le|be)?|iso-8859-1|latin1|us-ascii)$/.test(charset) ? charset : 'utf-8';
}

const quote = 0x22;
const backslash = 0x5c;
const brace = 0x7b;
const bracket = 0x5b;

/** Looked at before it is parsed: what recurses over such a value later would end in a stack overflow. */
function isTooDeep(content: Buffer): boolean {
  // Most bodies have too few opening ones to be read byte by byte.
  if (countOf(brace, content) + countOf(bracket, content) <= limits.deepestNesting) return false;
  let depth = 0;
  let isText = false;
  for (let at = 0; at < content.length; at += 1) {
    const byte = content[at];
    if (isText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === brace || byte === bracket) {
      depth += 1;
      if (depth > limits.deepestNesting) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return false;
}

function countOf(byte: number, content: Buffer): number {
  let count = 0;
  for (let at = content.indexOf(byte); at !== -1 && count <= limits.deepestNesting; at = content.indexOf(byte, at + 1))
    count += 1;
  return count;
}
