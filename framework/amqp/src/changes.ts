/** Waits until something has become true that others change. */
export interface Changes {
  /** Tells everyone who waits to look again. */
  notify(): void;
  /** Whether `wanted` came true within the time. */
  until(wanted: () => boolean, timeoutMs: number): Promise<boolean>;
}

export function createChanges(): Changes {
  const waiting = new Set<() => void>();
  return {
    notify() {
      for (const look of waiting) look();
    },
    until: (wanted, timeoutMs) =>
      new Promise((resolve) => {
        if (wanted()) return resolve(true);
        const end = (outcome: boolean): void => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve(outcome);
        };
        const look = (): void => {
          if (wanted()) end(true);
        };
        const timer = setTimeout(() => end(wanted()), timeoutMs);
        waiting.add(look);
      }),
  };
}
