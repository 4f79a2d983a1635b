/** Remembers values until a moment, and never more than so many: the one used longest ago goes first. */

export interface BoundedCache<T> {
  /** The value, unless its time is up at `now` (milliseconds since 1970). */
  get(name: string, now: number): T | undefined;
  set(name: string, value: T, until: number): void;
  readonly size: number;
}

export function createBoundedCache<T>(most: number): BoundedCache<T> {
  const entries = new Map<string, { readonly value: T; readonly until: number }>(); // in order of use, oldest first
  return {
    get(name, now) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      entries.delete(name);
      if (now >= entry.until) return undefined;
      entries.set(name, entry);
      return entry.value;
    },
    set(name, value, until) {
      entries.delete(name);
      const [oldest] = entries.size >= most ? entries.keys() : [];
      if (oldest !== undefined) entries.delete(oldest);
      entries.set(name, { value, until });
    },
    get size() {
      return entries.size;
    },
  };
}
