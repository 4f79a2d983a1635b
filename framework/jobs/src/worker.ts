/** Takes jobs out of the queue while there is a place for them; the tenants that have any take turns. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Lifecycle } from './lifecycle.ts';
import type { JobsPorts, JobTenants } from './ports.ts';
import type { Claim, Queue } from './queue.ts';
import type { Runs } from './runs.ts';

export interface Worker {
  /** Looks into the queue now. */
  wake(): void;
  /** Takes no more. */
  stop(): Promise<void>;
}

export function startWorker(
  { settings, log }: Pick<JobsPorts, 'settings' | 'log'>,
  tenants: JobTenants,
  queue: Queue,
  life: Lifecycle,
  runs: Runs,
): Worker {
  const { slots, scanMs } = settings;
  const stopping = new AbortController();
  let resting = new AbortController();
  let isFailing = false;
  /** Who has had a turn in this round: the others come first, however long the queue of one is. */
  let served: string[] = [];

  const claim = async (): Promise<Claim | undefined> => {
    let found = await queue.claim(served);
    if (!found && served.length > 0) {
      served = [];
      found = await queue.claim(served);
    }
    if (found) served.push(found.tenant);
    return found;
  };
  /** False when there is nothing to do. */
  const takeOne = async (): Promise<boolean> => {
    const found = await claim();
    if (!found) return false;
    const isKnown = await tenants.isActive(found.tenant).catch(() => undefined);
    if (isKnown === false) await life.drop(found);
    else if (isKnown === undefined) await life.putOff(found);
    else {
      const picked = await life.pick(found);
      if (picked) void runs.run(found, picked).then(wake);
    }
    return true;
  };
  const wake = (): void => resting.abort();
  const rest = async (): Promise<void> => {
    await pause(scanMs, undefined, { signal: resting.signal, ref: false }).catch(() => {});
    resting = new AbortController();
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        if (runs.size < slots && (await takeOne())) continue;
        isFailing = false;
      } catch (failure) {
        if (!isFailing) log.warn({ err: failure }, 'jobs wait: the queue cannot be read');
        isFailing = true;
      }
      await rest();
    }
  };
  const running = loop();

  return {
    wake,
    async stop() {
      stopping.abort();
      wake();
      await running;
    },
  };
}
