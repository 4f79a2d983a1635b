/** JSON at the door: what no parser, database or serialiser further in could bear is refused here. */
import { isUtf8 } from 'node:buffer';
import { refusal, RefusedError } from './refusal.ts';

/** Deeper JSON than any product has; PostgreSQL's and JSON.stringify's recursion would fail far later. */
const mostLevels = 100;

const unreadable = (message: string, cause?: unknown): RefusedError =>
  new RefusedError(refusal('unreadable-request', message), cause === undefined ? {} : { cause });

/** Bytes as text. Throws `unreadable-request` when they are not UTF-8 (RFC 8259 §8.1); a byte order mark is dropped. */
export function utf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw unreadable('The body is not UTF-8.');
  const text = bytes.toString('utf8');
  return text.startsWith('\u{feff}') ? text.slice(1) : text;
}

/**
 * Parses a body. Throws `unreadable-request` when it is no JSON, nests deeper than 100 levels, has a member named
 * `__proto__`, or a text with NUL or half a surrogate pair, which PostgreSQL cannot hold.
 */
export function parseJson(bytes: Buffer): unknown {
  if (depthOf(bytes) > mostLevels) throw unreadable(`The body nests deeper than ${mostLevels} levels.`);
  const text = utf8(bytes);
  const value = parse(text);
  if (text.includes('\\u') || text.includes('__proto__')) inspect(value);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(
      `The body is no JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown fault'}`,
      error,
    );
  }
}

/** The deepest nesting of brackets and braces outside of texts. */
function depthOf(bytes: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (quoted) {
      if (byte === 0x5c) at += 1; // a backslash hides what follows it
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) {
      quoted = true;
    } else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (byte === 0x5d || byte === 0x7d) {
      depth -= 1;
    }
  }
  return deepest;
}

/** Only called when the text has an escape or the word that could be at fault: ordinary bodies are not walked. */
function inspect(value: unknown): void {
  if (typeof value === 'string') {
    inspectText(value);
  } else if (Array.isArray(value)) {
    value.forEach(inspect);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      inspectName(name);
      inspect(member);
    }
  }
}

/** Refuses the one name that would change an object's kind when it is copied. */
export function inspectName(name: string): void {
  if (name === '__proto__') throw unreadable('No member may be named __proto__.');
  inspectText(name);
}

/** Refuses texts that PostgreSQL cannot hold. */
export function inspectText(text: string): void {
  if (text.includes('\0')) throw unreadable('A text has the character NUL.');
  if (!text.isWellFormed()) throw unreadable('A text has half a surrogate pair.');
}
