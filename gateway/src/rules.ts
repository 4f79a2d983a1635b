/** What contracts say of a route that the gateway keeps for it: that there is one, its time limit, tries and bodies. */
import type { AccessRole, RequestChecks, Route, Routes } from '@regards/core';
import { RequestRule } from './request-rule.ts';

export interface RouteRule {
  readonly operation: string;
  readonly access: AccessRole;
  readonly timeoutMs: number;
  readonly retry: boolean;
  /** Whether a good answer is bytes, which may flow as long as they like. */
  readonly isStream: boolean;
  /** Whether a request body may be bytes or a form, and so of any size. */
  readonly takesFiles: boolean;
  /** What the contract asks of a request, where it is known. */
  readonly request: RequestRule | undefined;
}

/** What every service serves though no contract of its own says so: its health, and its contract itself. */
const common: ReadonlySet<string> = new Set([
  '/actuator/health',
  '/actuator/health/liveness',
  '/actuator/health/readiness',
  '/actuator/info',
  '/v3/api-docs',
]);

interface Pattern {
  readonly segments: readonly (string | undefined)[];
  readonly rule: RouteRule;
}

/** By method in capitals, then by number of segments. */
type ByMethod = ReadonlyMap<string, ReadonlyMap<number, readonly Pattern[]>>;

/** Finds the rule of a request: by service, method, number of segments, literal segments before placeholders. */
export class RouteRules {
  readonly #services: ReadonlyMap<string, ByMethod>;

  /** @param contracts routes by service name; @param requests what requests are held to, in the same way */
  constructor(contracts: Readonly<Record<string, Routes>>, requests: Readonly<Record<string, RequestChecks>> = {}) {
    this.#services = new Map(
      Object.entries(contracts).map(([service, routes]) => [service, byMethod(routes, requests[service])]),
    );
  }

  /** Whether the service has a contract here; one without is routed all the same. */
  has(service: string): boolean {
    return this.#services.has(service);
  }

  /** @param path as the service sees it, without a query */
  find(service: string, method: string, path: string): RouteRule | undefined {
    const patterns = this.#services.get(service);
    if (!patterns) return undefined;
    const segments = withoutLastSlash(path).split('/');
    const found = ruleOf(patterns.get(method), segments);
    return found || method !== 'HEAD' ? found : ruleOf(patterns.get('GET'), segments);
  }

  /** The methods that the contract has for a path, [] where it has no such path. */
  methods(service: string, path: string): readonly string[] {
    if (common.has(withoutLastSlash(path))) return ['GET', 'HEAD'];
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];
    return methods.filter((method) => this.find(service, method, path) !== undefined);
  }
}

function byMethod(routes: Routes, requests: RequestChecks | undefined): ByMethod {
  const patterns = Map.groupBy(Object.values(routes), ({ method }) => method.toUpperCase());
  return new Map(
    [...patterns].map(([method, ofMethod]) => {
      const sorted = ofMethod.map((route) => patternOf(route, requests)).toSorted(fewerPlaceholders);
      return [method, Map.groupBy(sorted, ({ segments }) => segments.length)];
    }),
  );
}

const ruleOf = (patterns: ReadonlyMap<number, readonly Pattern[]> | undefined, segments: readonly string[]) =>
  patterns?.get(segments.length)?.find((candidate) => matches(candidate.segments, segments))?.rule;

/** One at the end makes no difference to services (framework/http), nor to REGARDS. */
const withoutLastSlash = (path: string): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);

function patternOf(route: Route, requests: RequestChecks = {}): Pattern {
  const check = requests[route.operation];
  const segments = route.path.split('/').map((segment) => (segment.startsWith('{') ? undefined : segment));
  return {
    segments,
    rule: {
      operation: route.operation,
      access: route.access,
      timeoutMs: route.timeoutMs,
      retry: route.retry === 'safe',
      isStream: Object.entries(route.responses).some(([status, { kind }]) => status < '300' && kind === 'stream'),
      takesFiles: route.requestTypes.some((type) => type.startsWith('multipart/') || !type.includes('json')),
      request: check && new RequestRule(route, check),
    },
  };
}

/** /users/myuser comes before /users/{id}. */
const fewerPlaceholders = (one: Pattern, other: Pattern): number => placeholders(one) - placeholders(other);

const placeholders = ({ segments }: Pattern): number => segments.filter((segment) => segment === undefined).length;

const matches = (pattern: readonly (string | undefined)[], segments: readonly string[]): boolean =>
  pattern.every((segment, at) => (segment === undefined ? segments[at] !== '' : segment === segments[at]));
