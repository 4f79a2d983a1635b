/** Collects deliveries into batches: as many as fit, or what came within a wait; one batch is handled at a time. */

export interface Batcher<T> {
  add(one: T): void;
  /** Resolves when nothing is collected or handled any more. */
  idle(): Promise<void>;
}

/** @param handle never rejects; the next batch begins when it has ended */
export function createBatcher<T>(
  { size, waitMs }: { readonly size: number; readonly waitMs: number },
  handle: (batch: readonly T[]) => Promise<void>,
): Batcher<T> {
  let collected: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const next = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (running || collected.length === 0) return;
    const batch = collected.slice(0, size);
    collected = collected.slice(size);
    running = handle(batch).finally(() => {
      running = undefined;
      // What came meanwhile has waited long enough.
      next();
    });
  };

  return {
    add(one) {
      collected.push(one);
      if (collected.length >= size) next();
      else if (!running) timer ??= setTimeout(next, waitMs);
    },
    async idle() {
      while (running || collected.length > 0) {
        next();
        await running;
      }
    },
  };
}
