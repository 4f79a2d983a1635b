/** Registers requests: grants or denies each, and does at once what has nothing in its way. */
import type { UnitOfWork } from '@regards/core';
import type { FeatureRequestEvent, FeatureRequestType } from '@regards/generated/rs-fem/types';
import type { Models } from '../../features/service/index.ts';
import { answer, answerTypes, asUpdate, inOrder } from '../domain/request.ts';
import type { FeatureRequest, RequestKind } from '../domain/request.ts';
import { after } from '../domain/states.ts';
import type { RequestPorts, RequestStore } from '../ports.ts';
import type { Submission } from './judging.ts';
import { finalAnswer, grantedAnswer, overriddenAnswers, perform, told, typeOf } from './performing.ts';
import type { Performed } from './performing.ts';
import { judged, split, unique, unopposed } from './sieve.ts';
import type { Denial } from './sieve.ts';

/** What whoever submitted a request is told at once. */
export interface Granted {
  readonly requestId: string;
  readonly type: FeatureRequestType;
  readonly id?: string | undefined;
  readonly urn?: string | undefined;
}

export interface Registration {
  readonly granted: readonly Granted[];
  readonly denied: readonly Denial[];
}

/** Registers submissions of one kind in one unit of work, with few statements for all of them. */
export async function register(
  ports: RequestPorts,
  unit: UnitOfWork,
  kind: RequestKind,
  submissions: readonly Submission[],
  models: Models,
): Promise<Registration> {
  const now = ports.clock.now();
  const store = ports.store(unit.sql);
  const keeping = judged(submissions, unit.tenant, models);
  const free = await unopposed(ports, unit, store, keeping.passed);
  const first = await unique(store, kind, free.passed, now);
  const { ready, waiting } = await split(ports, store, kind, first.passed, now);
  if (waiting.length > 0) await keepWaiting(ports, unit, store, kind, waiting, now);
  const { performed, overridden } = await perform(unit, ports.products, inOrder(ready), models, now);
  const settled = await settle(store, kind, performed, now);
  const denied = [...keeping.denied, ...free.denied, ...first.denied, ...settled.denied];

  deny(ports, unit, kind, denied);
  publish(ports, unit, [
    ...waiting.map((request) =>
      answer(answerTypes[kind], 'GRANTED', told(request, kind === 'DELETION' ? undefined : request.providerId)),
    ),
    ...settled.granted.map(grantedAnswer),
    ...settled.granted.map(finalAnswer),
    ...overriddenAnswers(
      overridden,
      performed.map(({ request }) => request),
      ports.newId,
    ),
  ]);
  return {
    granted: [
      ...waiting.map((request) => grantedOf(request, answerTypes[kind])),
      ...settled.granted.map((one) => grantedOf(one.request, typeOf(one))),
    ],
    denied,
  };
}

/** Those that are due and blocked are looked at once, since what blocks them may go before they are seen. */
async function keepWaiting(
  ports: RequestPorts,
  unit: UnitOfWork,
  store: RequestStore,
  kind: RequestKind,
  waiting: readonly FeatureRequest[],
  now: Date,
): Promise<void> {
  await store.keepWaiting(await withNames(ports, unit, waiting), now);
  const delayMs = kind === 'UPDATE' ? ports.limits.patchDelayMs : 0;
  const first = Math.min(...waiting.map(({ date }) => date.getTime()));
  await ports.lookAt(unit, new Date(Math.max(first, now.getTime() + delayMs)));
}

/** A request for a product that is there is listed with what is known of it. */
async function withNames(
  { products }: RequestPorts,
  unit: UnitOfWork,
  requests: readonly FeatureRequest[],
): Promise<FeatureRequest[]> {
  const known = await products.existing(
    unit,
    requests.flatMap(({ kind, urn }) => (kind === 'CREATION' || urn === undefined ? [] : [urn])),
  );
  return requests.map((request) => {
    const product = request.kind === 'CREATION' ? undefined : known.get(request.urn);
    return product
      ? { ...request, providerId: product.providerId, source: product.source, session: product.session }
      : request;
  });
}

const grantedOf = ({ requestId, providerId, urn }: FeatureRequest, type: FeatureRequestType): Granted => ({
  requestId,
  type,
  id: providerId,
  urn,
});

/** Answers requests that are denied; they leave nothing behind. */
export function deny(
  ports: RequestPorts,
  unit: UnitOfWork,
  kind: RequestKind | 'NOTIFICATION',
  denied: readonly Denial[],
): void {
  const type = kind === 'NOTIFICATION' ? kind : answerTypes[kind];
  publish(
    ports,
    unit,
    denied.map((one) => answer(type, after('ARRIVED', 'deny'), kind === 'DELETION' ? { ...one, id: undefined } : one)),
  );
}

export const publish = (
  { featureRequest }: RequestPorts,
  unit: UnitOfWork,
  answers: readonly FeatureRequestEvent[],
): void =>
  unit.publish(
    featureRequest,
    answers.map((payload) => ({ payload })),
  );

/** What was refused frees its identifier again; what failed is kept, to be looked at and tried again. */
async function settle(store: RequestStore, kind: RequestKind, performed: readonly Performed[], now: Date) {
  const denied = performed.flatMap(({ request: { requestId, owner, providerId, urn }, outcome }): Denial[] =>
    outcome.became === 'REFUSED' ? [{ requestId, owner, id: providerId, urn, errors: [outcome.reason] }] : [],
  );
  const failed = performed.flatMap(({ request, outcome }) =>
    outcome.became === 'FAILED' ? [{ request: asUpdate(request), errors: [outcome.reason] }] : [],
  );
  if (denied.length > 0)
    await store.release(
      kind,
      denied.flatMap(({ requestId }) => requestId ?? []),
    );
  if (failed.length > 0) await store.keepFailed(failed, now);
  return { denied, granted: performed.filter(({ outcome }) => outcome.became !== 'REFUSED') };
}
