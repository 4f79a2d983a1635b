/** Which requests are granted: each step passes some on and denies the others with their reasons. */
import type { UnitOfWork } from '@regards/core';
import type { Models } from '../../features/service/index.ts';
import { mostErrors } from '../domain/request.ts';
import type { FeatureRequest, RequestKind } from '../domain/request.ts';
import type { RequestPorts, RequestStore } from '../ports.ts';
import { judge } from './judging.ts';
import type { Submission } from './judging.ts';

/** A request that is denied, as far as it is known what it asks for. */
export interface Denial {
  readonly requestId?: string | undefined;
  readonly owner?: string | undefined;
  readonly id?: string | undefined;
  readonly urn?: string | undefined;
  readonly errors: readonly string[];
}

export interface Sieved {
  readonly passed: readonly FeatureRequest[];
  readonly denied: readonly Denial[];
}

/** Denies what breaks a rule. */
export function judged(submissions: readonly Submission[], tenant: string, models: Models): Sieved {
  const passed: FeatureRequest[] = [];
  const denied: Denial[] = [];
  for (const submission of submissions) {
    const judgement = judge(submission, tenant, models);
    if ('request' in judgement) passed.push(judgement.request);
    else denied.push({ ...denialOf(submission), errors: judgement.faults.slice(0, mostErrors) });
  }
  return { passed, denied };
}

function denialOf({ requestId, owner, kind, body }: Submission): Omit<Denial, 'errors'> {
  if (kind === 'DELETION') return { requestId, owner, urn: body.urn };
  return { requestId, owner, id: body.feature.id ?? undefined, urn: body.feature.urn ?? undefined };
}

/** Denies creations of a URN that is there, or that another creation is going to make (rs-fem §6). */
export async function unopposed(
  { products }: RequestPorts,
  unit: UnitOfWork,
  store: RequestStore,
  requests: readonly FeatureRequest[],
): Promise<Sieved> {
  const urns = requests.flatMap(({ kind, urn }) => (kind === 'CREATION' && urn !== undefined ? [urn] : []));
  if (urns.length === 0) return { passed: requests, denied: [] };
  const [pending, existing] = [await store.pendingUrns(urns), await products.existing(unit, urns)];
  const seen = new Set<string>();
  return sieve(requests, (request) => {
    if (request.kind !== 'CREATION' || request.urn === undefined) return undefined;
    const isPatch = existing.has(request.urn) && request.content.updateIfExists;
    const isTaken = pending.has(request.urn) || (!isPatch && (existing.has(request.urn) || seen.has(request.urn)));
    seen.add(request.urn);
    return isTaken ? `URN already exists: ${request.urn}` : undefined;
  });
}

/** Denies all but the first of those that share an identifier, with each other or with one that was granted before. */
export async function unique(
  store: RequestStore,
  kind: RequestKind,
  requests: readonly FeatureRequest[],
  now: Date,
): Promise<Sieved> {
  if (requests.length === 0) return { passed: [], denied: [] };
  const free = new Set(await store.claim(kind, [...new Set(requests.map(({ requestId }) => requestId))], now));
  return sieve(requests, ({ requestId }) =>
    free.delete(requestId) ? undefined : `Request id already exists: ${requestId}`,
  );
}

function sieve(requests: readonly FeatureRequest[], fault: (request: FeatureRequest) => string | undefined): Sieved {
  const passed: FeatureRequest[] = [];
  const denied: Denial[] = [];
  for (const request of requests) {
    const error = fault(request);
    if (error === undefined) passed.push(request);
    else
      denied.push({
        requestId: request.requestId,
        owner: request.owner,
        id: request.providerId,
        urn: request.urn,
        errors: [error],
      });
  }
  return { passed, denied };
}

/** Those that nothing is in the way of at this moment, and those that wait. */
export async function split(
  { limits }: RequestPorts,
  store: RequestStore,
  kind: RequestKind,
  requests: readonly FeatureRequest[],
  now: Date,
): Promise<{ readonly ready: readonly FeatureRequest[]; readonly waiting: readonly FeatureRequest[] }> {
  const isEarly = ({ date }: FeatureRequest): boolean => date > now || (kind === 'UPDATE' && limits.patchDelayMs > 0);
  const due = requests.filter((request) => !isEarly(request));
  const name = (request: FeatureRequest): string => (kind === 'CREATION' ? request.providerId : request.urn) ?? '';
  const names = [...new Set(due.map(name))];
  if (names.length === 0) return { ready: [], waiting: requests };
  const blocked = await (kind === 'CREATION'
    ? store.blockedProviderIds(names, now)
    : store.blockedUrns(kind, names, now));
  const waits = (request: FeatureRequest): boolean => isEarly(request) || blocked.has(name(request));
  return { ready: requests.filter((request) => !waits(request)), waiting: requests.filter(waits) };
}
