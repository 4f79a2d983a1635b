/**
 * Keeps one instance registered.
 *
 *   absent ──POST 204──▶ registered ──PUT 200──▶ registered
 *     ▲ │                  │   ▲
 *     │ └─no answer: again │   └─no answer: the next beat asks another registry
 *     └──────PUT 404───────┘        stop(): DELETE
 */
import { setTimeout as pause } from 'node:timers/promises';
import { placeOf } from '@regards/core';
import type { Log } from '@regards/core';
import { routes } from '@regards/generated/rs-registry/routes';
import { registrationBody } from './eureka.ts';
import type { InstanceStatus, Registrant } from './eureka.ts';
import { limits } from './limits.ts';
import { createRegistries } from './registries.ts';

export interface Registration {
  /** Resolves when the instance is registered for the first time. */
  readonly registered: Promise<void>;
  /** Registers the instance anew with this status; callers are sent to it only while it is UP. */
  setStatus(status: InstanceStatus): Promise<void>;
  /** Ends the heartbeats and takes the instance out of the registry, if one answers. */
  stop(): Promise<void>;
}

export interface RegistrationOptions {
  readonly registryUrls: readonly string[];
  readonly instance: Registrant;
  readonly status?: InstanceStatus;
  readonly log: Log;
}

/** Starts registering at once, and goes on until stop(). */
export function register({
  registryUrls,
  instance,
  status: firstStatus = 'UP',
  log,
}: RegistrationOptions): Registration {
  const registries = createRegistries(registryUrls);
  const ending = new AbortController();
  const application = instance.service.toUpperCase();
  const own = { application, instanceId: instance.instanceId };
  const lease = { renewalSeconds: limits.heartbeatMs / 1000, durationSeconds: limits.leaseSeconds };
  const first = Promise.withResolvers<void>();
  let [status, dirtyAt, present, toldAt] = [firstStatus, Date.now(), false, -Infinity];

  const beat = async (): Promise<void> => {
    if (present) {
      const { status: answered } = await registries.call({
        route: routes.renewLease,
        parameters: { ...own, status, lastDirtyTimestamp: String(dirtyAt) },
        signal: ending.signal,
      });
      present = answered !== 404;
      if (present) return;
      log.warn(
        { instanceId: instance.instanceId },
        'the registry does not know this instance (any more): registering again',
      );
    }
    const answer = await registries.call({
      route: routes.registerInstance,
      parameters: { application },
      body: registrationBody(instance, status, dirtyAt, lease),
      signal: ending.signal,
    });
    if (answer.status >= 300)
      throw new Error(`${answer.url} refuses the registration: ${answer.status} ${JSON.stringify(answer.body)}`);
    present = true;
    log.info({ registry: answer.url, status }, `registered as ${instance.instanceId}`);
    first.resolve();
  };

  // One at a time, so that a heartbeat never overtakes a change of status.
  let last: Promise<void> = Promise.resolve();
  const beatInTurn = (): Promise<void> => (last = last.then(beat, beat));

  const keep = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const startedAt = performance.now();
      await beatInTurn().then(
        () => {
          toldAt = -Infinity;
        },
        (failure: unknown) => {
          if (ending.signal.aborted || performance.now() - toldAt < limits.remindMs) return;
          toldAt = performance.now();
          log.warn(
            { reason: String(failure) },
            `waiting for rs-registry at ${registryUrls.map((address) => placeOf(address).url).join(', ')}`,
          );
        },
      );
      const restMs = (present ? limits.heartbeatMs : limits.retryMs) - (performance.now() - startedAt);
      await pause(Math.max(restMs, 50), undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const kept = keep();

  return {
    registered: first.promise,
    async setStatus(wanted) {
      if (wanted === status) return;
      [status, dirtyAt, present] = [wanted, Math.max(Date.now(), dirtyAt + 1), false];
      await beatInTurn().catch((failure: unknown) =>
        log.warn({ reason: String(failure) }, `the registry does not hear of ${wanted} yet`),
      );
    },
    async stop() {
      ending.abort(new Error('the registration ends'));
      await kept;
      if (!present) return;
      const signal = AbortSignal.timeout(limits.farewellMs);
      await registries.call({ route: routes.cancelLease, parameters: own, signal }).then(
        () => log.info({}, `deregistered ${instance.instanceId}`),
        (failure: unknown) =>
          log.warn({ reason: String(failure) }, 'no registry to deregister from: the lease will run out'),
      );
    },
  };
}
