/** What contracts say of a route that the gateway keeps for it: its time limit, and whether it may be tried again. */
import type { AccessRole, Route, Routes } from '@regards/core';

export interface RouteRule {
  readonly operation: string;
  readonly access: AccessRole;
  readonly timeoutMs: number;
  readonly retry: boolean;
}

interface Pattern {
  readonly segments: readonly (string | undefined)[];
  readonly rule: RouteRule;
}

/** Finds the rule of a request: by service, method, number of segments, literal segments before placeholders. */
export class RouteRules {
  readonly #services: ReadonlyMap<string, ReadonlyMap<string, readonly Pattern[]>>;

  /** @param contracts routes by service name */
  constructor(contracts: Readonly<Record<string, Routes>>) {
    this.#services = new Map(
      Object.entries(contracts).map(([service, routes]) => [
        service,
        Map.groupBy(Object.values(routes).map(patternOf).toSorted(fewerPlaceholders), ({ key }) => key),
      ]),
    );
  }

  /** Whether the service has a contract here; one without is routed all the same. */
  has(service: string): boolean {
    return this.#services.has(service);
  }

  /** @param path path and query as the service sees them */
  find(service: string, method: string, path: string): RouteRule | undefined {
    const patterns = this.#services.get(service);
    if (!patterns) return undefined;
    const question = path.indexOf('?');
    const segments = (question < 0 ? path : path.slice(0, question)).split('/');
    const asked = method === 'HEAD' ? ['HEAD', 'GET'] : [method];
    for (const one of asked) {
      const found = patterns
        .get(`${one} ${segments.length}`)
        ?.find((candidate) => matches(candidate.segments, segments));
      if (found) return found.rule;
    }
    return undefined;
  }
}

function patternOf(route: Route): Pattern & { readonly key: string } {
  const segments = route.path.split('/').map((segment) => (segment.startsWith('{') ? undefined : segment));
  return {
    key: `${route.method.toUpperCase()} ${segments.length}`,
    segments,
    rule: {
      operation: route.operation,
      access: route.access,
      timeoutMs: route.timeoutMs,
      retry: route.retry === 'safe',
    },
  };
}

/** /users/myuser comes before /users/{id}. */
const fewerPlaceholders = (one: Pattern, other: Pattern): number => placeholders(one) - placeholders(other);

const placeholders = ({ segments }: Pattern): number => segments.filter((segment) => segment === undefined).length;

const matches = (pattern: readonly (string | undefined)[], segments: readonly string[]): boolean =>
  pattern.every((segment, at) => (segment === undefined ? segments[at] !== '' : segment === segments[at]));
