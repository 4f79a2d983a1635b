/**
 * Remembers values until a moment, and never more than so many: the one used longest ago goes first, which is known to
 * an eighth of what is remembered. One that was used just now costs a look-up and nothing else.
 */

export interface BoundedCache<T> {
  /** The value, unless its time is up at `now` (milliseconds since 1970). */
  get(name: string, now: number): T | undefined;
  set(name: string, value: T, until: number): void;
  readonly size: number;
}

interface Entry<T> {
  readonly value: T;
  readonly until: number;
  /** When it was put to the end of all. */
  turn: number;
}

export function createBoundedCache<T>(most: number): BoundedCache<T> {
  const entries = new Map<string, Entry<T>>(); // in order of use, oldest first
  const mayWait = Math.floor(most / 8);
  let turn = 0;
  const putLast = (name: string, entry: Entry<T>): void => {
    entries.delete(name);
    turn += 1;
    entry.turn = turn;
    entries.set(name, entry);
  };
  return {
    get(name, now) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      if (now >= entry.until) {
        entries.delete(name);
        return undefined;
      }
      if (turn - entry.turn > mayWait) putLast(name, entry);
      return entry.value;
    },
    set(name, value, until) {
      entries.delete(name);
      const [oldest] = entries.size >= most ? entries.keys() : [];
      if (oldest !== undefined) entries.delete(oldest);
      putLast(name, { value, until, turn });
    },
    get size() {
      return entries.size;
    },
  };
}
