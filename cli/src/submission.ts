/** Submits features by AMQP as any producer does, and follows what becomes of each. */
import { randomUUID } from 'node:crypto';
import { openBroker } from '@regards/amqp';
import { silentLog } from '@regards/core';
import type { Batch, BoundSubscription, Subscription } from '@regards/core';
import { featureCreationRequest, featureRequest } from '@regards/generated/rs-fem/messages';
import type { FeatureCreation, FeatureRequestEvent } from '@regards/generated/rs-fem/types';
import { CommandError } from './fault.ts';
import type { Session } from './session.ts';

export type Outcome = 'GRANTED' | 'SUCCESS' | 'DENIED' | 'ERROR' | 'no answer';

export interface Result {
  readonly id: string;
  readonly outcome: Outcome;
  readonly urn?: string | undefined;
  readonly errors: readonly string[];
}

export interface SubmissionOptions {
  readonly session: Session;
  readonly features: readonly FeatureCreation[];
  readonly source: string;
  readonly sessionName: string;
  /** Called after each answer with how many features are done. */
  readonly onDone: (done: number) => void;
}

/** Messages on their way at once: enough to keep the broker busy, few enough to keep memory flat. */
const chunk = 500;

/** So long may the platform be silent before the rest counts as unanswered. */
const patienceMs = 60_000;

/** @throws CommandError when there is no address of the broker */
export async function submit({ session, features, source, sessionName, onDone }: SubmissionOptions): Promise<Result[]> {
  if (session.amqp === undefined)
    throw new CommandError('submitting by AMQP needs the broker: `regards login --amqp amqp://…`');
  const instanceId = randomUUID();
  const broker = openBroker({
    urls: { multitenant: session.amqp },
    service: 'regards-cli',
    instanceId,
    log: silentLog,
  });
  const pending = new Map<string, string>();
  const results = new Map<string, Result>();
  let heardAt = performance.now();
  const finished = Promise.withResolvers<void>();

  const hear = ({ requestId, state, urn, errors }: FeatureRequestEvent): void => {
    const id = requestId === undefined ? undefined : pending.get(requestId);
    if (id === undefined || requestId === undefined) return;
    heardAt = performance.now();
    if (state === 'GRANTED') return;
    pending.delete(requestId);
    results.set(requestId, { id, outcome: state, urn, errors: errors ?? [] });
    onDone(results.size);
    if (results.size === features.length) finished.resolve();
  };

  const patience = setInterval(() => {
    if (performance.now() - heardAt > patienceMs) finished.resolve();
  }, 1000);
  try {
    await broker.consume(answersTo(hear), {
      transaction: (tenant, work) => work({ tenant, sql: { query: () => Promise.resolve([]) }, publish: () => {} }),
      tenantReady: () => Promise.resolve(true),
      isUnavailable: () => false,
      log: silentLog,
    });
    const requests = features.map((feature) => ({ id: randomUUID(), feature }));
    for (const { id, feature } of requests) pending.set(id, feature.id);
    for (let from = 0; from < requests.length; from += chunk) {
      await broker.publish(
        session.project,
        featureCreationRequest,
        requests.slice(from, from + chunk).map(({ id, feature }) => ({
          payload: {
            metadata: { sessionOwner: source, session: sessionName, storages: [], priority: 'NORMAL' as const },
            feature,
          },
          headers: {
            'regards.request.id': id,
            'regards.request.owner': session.user,
            'regards.request.date': new Date().toISOString(),
          },
        })),
      );
    }
    if (features.length > 0) await finished.promise;
    return requests.map(({ id, feature }) => results.get(id) ?? { id: feature.id, outcome: 'no answer', errors: [] });
  } finally {
    clearInterval(patience);
    await broker.stop();
  }
}

/** A passing queue of this command's own on the exchange of answers. */
function answersTo(hear: (answer: FeatureRequestEvent) => void): BoundSubscription {
  const subscription: Subscription<FeatureRequestEvent> = {
    ...featureRequest,
    service: 'regards-cli',
    handler: 'Answers',
    target: 'all',
    batch: { size: 500, waitMs: 10 },
    retryMs: [],
    invalid: 'dead-letter',
  };
  const handle = async ({ deliveries }: Batch<FeatureRequestEvent>): Promise<void> => {
    for (const { payload } of deliveries) hear(payload);
  };
  return { subscription, handle };
}

/** How many ended which way, for the closing line. */
export function summary(results: readonly Result[]): string {
  const counts = Map.groupBy(results, ({ outcome }) => outcome);
  const parts = (['GRANTED', 'SUCCESS', 'DENIED', 'ERROR', 'no answer'] as const).flatMap((outcome) => {
    const count = counts.get(outcome)?.length ?? 0;
    return count > 0 || (outcome === 'SUCCESS' && results.length === 0) ? [`${count} ${outcome}`] : [];
  });
  return parts.join(' · ');
}
