/** Which service and path a request is for: /api/v1/<service>/<path>, three segments stripped (rs-gateway §2). */
import { aliases, internal } from './services.ts';

export interface Target {
  /** As the client wrote it; X-Forwarded-Prefix tells it on. */
  readonly name: string;
  readonly service: string;
  /** For the service, encoded as it came. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
}

const prefix = '/api/v1/';
const serviceName = /^[a-z][a-z0-9-]{0,62}$/;

/**
 * The target of a request, or undefined when no route leads there: another prefix, no service name, a service of the
 * inner zone, or one that an alias does not list.
 */
export function targetOf(address: string): Target | undefined {
  if (!address.startsWith(prefix)) return undefined;
  const question = address.indexOf('?');
  const path = question < 0 ? address : address.slice(0, question);
  const query = question < 0 ? '' : address.slice(question);
  const slash = path.indexOf('/', prefix.length);
  const name = slash < 0 ? path.slice(prefix.length) : path.slice(prefix.length, slash);
  const rest = slash < 0 ? '/' : path.slice(slash);
  if (!serviceName.test(name) || internal.has(name)) return undefined;
  const alias = aliases.get(name);
  if (alias && !alias.paths.some((allowed) => allowed.test(rest.slice(1)))) return undefined;
  return { name, service: alias?.service ?? name, path: rest, query };
}

/**
 * What is wrong with an address that two readers could read differently, undefined when nothing is: a dot segment
 * however encoded, a control character, a backslash, an encoding that is none (RFC 3986 §3.3 and §6.2.2).
 */
export function trickIn(address: string): string | undefined {
  const question = address.indexOf('?');
  const path = question < 0 ? address : address.slice(0, question);
  if (!address.startsWith('/') || path.startsWith('//')) return 'it is no path on this host';
  if (!suspicious.test(address)) return undefined;
  if (strange.test(address)) return 'it holds characters that have to be encoded';
  if (badEncoding.test(path)) return 'a percent sign begins no encoded character';
  if (encodedControl.test(path)) return 'it holds an encoded control character';
  const isClimbing = path
    .replace(/%2f|%5c/gi, '/')
    .replace(/%2e/gi, '.')
    .split('/')
    .some((segment) => dots.test(segment));
  return isClimbing ? 'it holds a dot segment' : undefined;
}

/** Most addresses have none of these, and are looked at once. */
const suspicious = /[^\w/?&=,:+~@!$'()*-]/;
const strange = /[^\x21-\x7e]|[\\#]/;
const badEncoding = /%(?![\da-f]{2})/i;
const encodedControl = /%(?:[01][\da-f]|7f)/i;
/** `..;x` is a dot segment to readers who know path parameters. */
const dots = /^\.{1,2}(?:;.*)?$/;
