/**
 * Who calls: the bearer of a token, or an anonymous caller of the tenant that `scope` names (platform conventions §3,
 * §4).
 */
import { accessDenied, refusal, RefusedError } from '@regards/core';
import type { Log, Route } from '@regards/core';
import type { Request } from 'express';
import { addressOf } from './origin.ts';
import type { Identity, IdentityVerifier, MayCall, Rights, TenantReadiness } from './ports.ts';
import { isOutOfReach } from './rights.ts';

export interface Identified {
  readonly identity: Identity;
  readonly token?: string;
  /** What they may call of this service. */
  readonly may: MayCall;
}

type Bearer = Omit<Identified, 'may'>;

/** Who is asked about a caller. */
export interface Judges {
  readonly verifier: IdentityVerifier;
  readonly tenants: TenantReadiness;
  readonly rights: Rights;
  /** Hears of each who is known and may not, with what was tried. */
  readonly log: Log;
}

const anonymous = (tenant: string): Identity => ({
  login: 'public',
  email: 'public@regards.com',
  role: 'PUBLIC',
  tenant,
});

/**
 * Who calls `route`. Throws RefusedError: `unauthenticated` without token and scope, with a token that does not hold or
 * from where the role does not count, `access-denied` when the role does not suffice or the tenant is not served.
 */
export async function identify(
  request: Request,
  route: Route,
  { verifier, tenants, rights, log }: Judges,
): Promise<Identified> {
  if (route.access === 'NONE') return { identity: anonymous(''), may: ({ access }) => access === 'NONE' };
  const bearer = await bearerOf(request, route, verifier);
  const { role, tenant, login } = bearer.identity;
  const denied = (): RefusedError => {
    log.info({ operation: route.operation, path: request.path, login, role, tenant }, 'access was denied');
    return denial(route, role);
  };
  if (isOutOfReach(role, route)) throw denied();
  if (!(await tenants.ready(tenant)))
    throw new RefusedError(accessDenied(`Access denied: there is no project ${tenant.slice(0, 100)} here.`));
  const { may, from } = await rights.of(bearer.identity);
  if (from && !from(addressOf(request))) {
    log.info({ path: request.path, login, role, tenant, address: addressOf(request) }, 'an address was refused');
    throw unauthenticated(`Access denied: whoever is ${role.slice(0, 100)} comes from elsewhere.`);
  }
  if (!may(route)) throw denied();
  return { ...bearer, may };
}

async function bearerOf(request: Request, route: Route, verifier: IdentityVerifier): Promise<Bearer> {
  const { authorization } = request.headers;
  if (authorization?.startsWith('Bearer ')) {
    const token = authorization.slice('Bearer '.length).trim();
    return { identity: await verifier.verify(token), token };
  }
  // A client's Basic credentials are judged by the one kind of endpoint that asks for them, which is open to anybody.
  const judgedByEndpoint = authorization?.startsWith('Basic ') && route.access === 'PUBLIC';
  if (authorization !== undefined && !judgedByEndpoint)
    throw unauthenticated('The scheme of Authorization has to be Bearer.');
  return { identity: anonymous(scope(request)) };
}

function scope(request: Request): string {
  const named = [...new Set([request.headers['scope'] ?? [], request.query['scope'] ?? []].flat())];
  const [tenant] = named;
  if (typeof tenant !== 'string' || tenant === '') throw unauthenticated('Neither a token nor a scope was sent.');
  if (named.length > 1) throw unauthenticated('The scopes that were sent contradict each other.');
  return tenant;
}

const denial = ({ operation }: Route, role: string): RefusedError =>
  new RefusedError(accessDenied(`Access denied: ${operation} is granted to others, and not to ${role.slice(0, 100)}.`));

const unauthenticated = (message: string): RefusedError => new RefusedError(refusal('unauthenticated', message));
