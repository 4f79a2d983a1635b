/** Does the requests that waited, once they are due and nothing is in their way. */
import { CallFailedError, UnavailableError } from '@regards/core';
import { answer, answerTypes } from '../domain/request.ts';
import type { FeatureRequest, RequestKind } from '../domain/request.ts';
import { after, keptAs } from '../domain/states.ts';
import type { KeptRequest, RequestPorts } from '../ports.ts';
import { finalAnswer, overriddenAnswers, perform, told } from './performing.ts';
import { publish } from './registering.ts';

/** A creation comes before what may wait for it, a patch before a deletion. */
const kinds: readonly RequestKind[] = ['CREATION', 'UPDATE', 'DELETION'];

/** Does all requests of the project that are due; ends early, between two batches, when `signal` is aborted. */
export async function doDue(ports: RequestPorts, tenant: string, signal: AbortSignal): Promise<void> {
  for (const kind of kinds) {
    for (let done = ports.limits.atOnce; done === ports.limits.atOnce && !signal.aborted;)
      done = await doBatch(ports, tenant, kind);
  }
}

/** Does some; gives how many. A batch that cannot be done at all fails as a whole, instead of being tried for ever. */
async function doBatch(ports: RequestPorts, tenant: string, kind: RequestKind): Promise<number> {
  let taken: readonly KeptRequest[] = [];
  try {
    return await ports.database.transaction(tenant, async (unit) => {
      const now = ports.clock.now();
      const store = ports.store(unit.sql);
      const delayMs = kind === 'UPDATE' ? ports.limits.patchDelayMs : 0;
      taken = await store.takeDue(kind, now, new Date(now.getTime() - delayMs), ports.limits.atOnce);
      if (taken.length === 0) return 0;
      const requests = taken.map(({ request }) => request);
      const models = await ports.models.find(ports.contextOf(tenant), requests.flatMap(modelOf));
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
    if (taken.length === 0 || error instanceof CallFailedError || error instanceof UnavailableError) throw error;
    await failAll(
      ports,
      tenant,
      taken,
      `The request could not be done: ${error instanceof Error ? error.message : String(error)}`,
    );
    return taken.length;
  }
}

const failAll = (ports: RequestPorts, tenant: string, taken: readonly KeptRequest[], reason: string): Promise<void> =>
  ports.database.transaction(tenant, async (unit) => {
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
