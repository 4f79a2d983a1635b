/** Which service and path a request is for: /api/v1/<service>/<path>, three segments stripped (rs-gateway §2). */
import { aliases, internal } from './services.ts';

export interface Target {
  /** As the client wrote it; X-Forwarded-Prefix tells it on. */
  readonly name: string;
  readonly service: string;
  /** Path and query for the service, encoded as they came. */
  readonly path: string;
}

const prefix = '/api/v1/';
const serviceName = /^[a-z][a-z0-9-]{0,62}$/;

/**
 * The target of a request, or undefined when no route leads there: another prefix, no service name, a service of the
 * inner zone, a path that climbs, or one that an alias does not list.
 */
export function targetOf(address: string): Target | undefined {
  if (!address.startsWith(prefix)) return undefined;
  const question = address.indexOf('?');
  const path = question < 0 ? address : address.slice(0, question);
  const query = question < 0 ? '' : address.slice(question);
  const slash = path.indexOf('/', prefix.length);
  const name = slash < 0 ? path.slice(prefix.length) : path.slice(prefix.length, slash);
  const rest = slash < 0 ? '/' : path.slice(slash);
  if (!serviceName.test(name) || internal.has(name) || climbs(rest)) return undefined;
  const alias = aliases.get(name);
  if (alias && !alias.paths.some((allowed) => allowed.test(rest.slice(1)))) return undefined;
  return { name, service: alias?.service ?? name, path: rest + query };
}

/** A dot segment, however encoded, would leave the service's own paths in whatever reads it decoded. */
function climbs(path: string): boolean {
  if (!path.includes('.') && !path.includes('%')) return false;
  return path
    .replace(/%2f|%5c|\\/gi, '/')
    .replace(/%2e/gi, '.')
    .split('/')
    .some((segment) => segment === '..' || segment === '.');
}
