/** Collects deliveries into batches: as many as fit, or what came within a wait; one batch is handled at a time. */

export interface Batcher<T> {
  add(one: T): void;
  /** Forgets what is collected and `isGone`. */
  drop(isGone: (one: T) => boolean): void;
  /** Forgets what is collected, and resolves when the batch under way has ended. */
  stop(): Promise<void>;
}

export interface BatcherOptions<T> {
  readonly size: number;
  readonly waitMs: number;
  /** One that makes a batch of its own. */
  readonly isAlone: (one: T) => boolean;
  /** Never rejects; the next batch begins when it has ended. */
  readonly handle: (batch: readonly T[]) => Promise<void>;
}

export function createBatcher<T>({ size, waitMs, isAlone, handle }: BatcherOptions<T>): Batcher<T> {
  let collected: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;

  const take = (): T[] => {
    const alone = collected.slice(0, size).findIndex(isAlone);
    const count = alone === 0 ? 1 : alone === -1 ? size : alone;
    return collected.splice(0, count);
  };
  const next = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (running || collected.length === 0) return;
    running = handle(take()).finally(() => {
      running = undefined;
      // What came meanwhile has waited long enough.
      next();
    });
  };

  return {
    add(one) {
      if (isStopped) return;
      collected.push(one);
      if (running) return;
      if (collected.length >= size || isAlone(one)) next();
      else timer ??= setTimeout(next, waitMs);
    },
    drop(isGone) {
      collected = collected.filter((one) => !isGone(one));
    },
    async stop() {
      isStopped = true;
      collected = [];
      clearTimeout(timer);
      await running;
    },
  };
}
