/** Path templates of contracts: turned into Express's, ordered, filled. */
import type { Route } from '@regards/core';

const placeholder = /\{([^}/]*)\}/g;

/** Names of the placeholders of a template. */
export const placeholders = (template: string): string[] =>
  [...template.matchAll(placeholder)].map(([, name = '']) => name);

/** `/models/{modelName}` as Express writes it. Throws when a placeholder's name is not one that Express can read. */
export function expressPath(template: string): string {
  return template
    .split(/(\{[^}/]*\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(/[\\:*?+()[\]!{}]/g, '\\$&');
      const name = part.slice(1, -1);
      if (!/^[A-Za-z_]\w*$/.test(name))
        throw new Error(`The path ${template} has a placeholder that cannot be served: ${part}`);
      return `:${name}`;
    })
    .join('');
}

/**
 * Routes in the order in which they are tried: a fixed segment before one with a placeholder, at the first difference.
 */
export function inOrderOfPrecision<T extends Pick<Route, 'path'>>(routes: readonly T[]): T[] {
  return routes.toSorted((one, other) => (precision(one.path) < precision(other.path) ? -1 : 1));
}

/** A text that sorts before that of any less precise template; what placeholders are called makes no difference. */
const precision = (template: string): string =>
  template
    .split('/')
    .map((segment) => {
      if (/^\{[^}]*\}$/.test(segment)) return '2';
      return segment.includes('{') ? `1${segment.replace(placeholder, '{}')}` : `0${segment}`;
    })
    .join('/');

/** The template with each placeholder's encoded value; undefined when a value is missing. */
export function fillPath(template: string, valueOf: (name: string) => unknown): string | undefined {
  let complete = true;
  const filled = template.replace(placeholder, (_, name: string) => {
    const value = valueOf(name);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') complete = false;
    return encodeSegment(String(value));
  });
  return complete ? filled : undefined;
}

/** A dot alone or two of them would be taken for a step through the path (RFC 3986 §5.2.4), encoded or not. */
function encodeSegment(value: string): string {
  const encoded = encodeURIComponent(value.toWellFormed());
  return encoded === '.' || encoded === '..' ? encoded.replaceAll('.', '%2E') : encoded;
}
