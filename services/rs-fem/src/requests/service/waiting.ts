/** Does the requests that waited, once they are due and nothing is in their way. */
import { CallFailedError, UnavailableError } from '@regards/core';
import type { JobRun } from '@regards/jobs';
import { answer, answerTypes } from '../domain/request.ts';
import type { FeatureRequest, RequestKind } from '../domain/request.ts';
import { after, keptAs } from '../domain/states.ts';
import type { KeptRequest, RequestPorts } from '../ports.ts';
import { finalAnswer, overriddenAnswers, perform, told } from './performing.ts';
import { publish } from './registering.ts';

/** A creation comes before what may wait for it, a patch before a deletion. */
const kinds: readonly RequestKind[] = ['CREATION', 'UPDATE', 'DELETION'];

/** The job that does them: one at a time for a project, whose units of work count for nothing once it was stopped. */
export type RequestJob = Pick<JobRun, 'due' | 'signal' | 'transaction'>;

/**
 * Does all requests of the project that are due, and has those looked at that are due next; ends early, between two
 * batches, when the job is to end.
 */
export async function doDue(ports: RequestPorts, job: RequestJob): Promise<void> {
  for (const kind of kinds) {
    for (let done = ports.limits.atOnce; done === ports.limits.atOnce && !job.signal.aborted;)
      done = await doBatch(ports, job, kind);
  }
  if (job.signal.aborted) return;
  await job.transaction(async (unit) => {
    const next = await ports.store(unit.sql).nextDue(nowOf(ports, job), ports.limits.patchDelayMs);
    if (next) await ports.lookAt(unit, next);
  });
}

/** A clock here that is slow would not find due what the job was begun for. */
const nowOf = ({ clock }: RequestPorts, { due }: RequestJob): Date => {
  const now = clock.now();
  return due && due > now ? due : now;
};

/** Does some; gives how many. A batch that cannot be done at all fails as a whole, instead of being tried for ever. */
async function doBatch(ports: RequestPorts, job: RequestJob, kind: RequestKind): Promise<number> {
  let taken: readonly KeptRequest[] = [];
  try {
    return await job.transaction(async (unit) => {
      const now = nowOf(ports, job);
      const store = ports.store(unit.sql);
      const delayMs = kind === 'UPDATE' ? ports.limits.patchDelayMs : 0;
      taken = await store.takeDue(kind, now, new Date(now.getTime() - delayMs), ports.limits.atOnce);
      if (taken.length === 0) return 0;
      const requests = taken.map(({ request }) => request);
      const models = await ports.models.find(ports.contextOf(unit.tenant), requests.flatMap(modelOf));
      const { performed, overridden } = await perform(unit, ports.products, requests, models, now);
      const failed = performed.flatMap(({ outcome }, place) => {
        const id = taken[place]?.id;
        return 'reason' in outcome && id !== undefined ? [{ id, errors: [outcome.reason] }] : [];
      });
      const hasFailed = new Set(failed.map(({ id }) => id));
      if (failed.length > 0) await store.markFailed(failed);
      await store.delete(taken.map(({ id }) => id).filter((id) => !hasFailed.has(id)));
      publish(ports, unit, [...performed.map(finalAnswer), ...overriddenAnswers(overridden, requests, ports.newId)]);
      return taken.length;
    });
  } catch (error) {
    if (taken.length === 0 || job.signal.aborted || isPassing(error)) throw error;
    await failAll(
      ports,
      job,
      taken,
      `The request could not be done: ${error instanceof Error ? error.message : String(error)}`,
    );
    return taken.length;
  }
}

/** What is away comes back, and a job that was stopped in the middle is no fault of its requests. */
const isPassing = (error: unknown): boolean =>
  error instanceof CallFailedError ||
  error instanceof UnavailableError ||
  (error instanceof Error && error.name === 'StaleRunError');

const failAll = (ports: RequestPorts, job: RequestJob, taken: readonly KeptRequest[], reason: string): Promise<void> =>
  job.transaction(async (unit) => {
    await ports.store(unit.sql).markFailed(taken.map(({ id }) => ({ id, errors: [reason] })));
    const { state } = keptAs[after('WAITING', 'fail')];
    publish(
      ports,
      unit,
      taken.map(({ request }) =>
        answer(answerTypes[request.kind], state, { ...told(request, request.providerId), errors: [reason] }),
      ),
    );
  });

function modelOf(request: FeatureRequest): string[] {
  if (request.kind === 'CREATION') return [request.content.feature.model];
  return request.kind === 'UPDATE' ? [request.content.model] : [];
}
