/** The one assertion of all scenarios: everything asked for is where it must be, once, and nowhere else. */
import type { Books, Observation } from './scenario.ts';

export interface Verdict {
  readonly passed: boolean;
  readonly asked: number;
  /** Asked for, and missing from a place where it must be. */
  readonly lost: number;
  /** More often in a place than once, or in a place where it must not be. */
  readonly doubled: number;
  /** One sentence for each thing that is wrong. */
  readonly faults: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

/** Counts every message and row of a repetition. */
export function judge({ books, checks = [], figures = {} }: Observation): Verdict {
  const lost = new Set<string>();
  const doubled = new Set<string>();
  const faults: string[] = [];
  const counts = countsOf(books);
  const missing: Record<string, string[]> = {};
  const excess: Record<string, string[]> = {};
  const asked = new Set(books.asked);
  const everything = new Set([...asked, ...Object.values(counts).flatMap((one) => [...one.keys()])]);
  for (const name of everything) {
    const ends = asked.has(name) ? books.ends(name) : [];
    for (const [place, found] of Object.entries(counts)) {
      const count = found.get(name) ?? 0;
      const due = ends.includes(place) ? 1 : 0;
      if (count < due) (missing[place] ??= []).push(name);
      if (count > due) (excess[place] ??= []).push(name);
    }
  }
  for (const [place, names] of Object.entries(missing)) {
    names.forEach((name) => lost.add(name));
    faults.push(`${names.length} not in ${place}: ${some(names)}`);
  }
  for (const [place, names] of Object.entries(excess)) {
    names.forEach((name) => doubled.add(name));
    faults.push(`${names.length} too often in ${place}: ${some(names)}`);
  }
  faults.push(...checks.filter(({ held }) => !held).map(({ what }) => `not so: ${what}`));
  return {
    passed: faults.length === 0,
    asked: asked.size,
    lost: lost.size,
    doubled: doubled.size,
    faults,
    figures,
  };
}

const countsOf = ({ places }: Books): Readonly<Record<string, ReadonlyMap<string, number>>> =>
  Object.fromEntries(
    Object.entries(places).map(([place, names]) => {
      const counts = new Map<string, number>();
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
      return [place, counts];
    }),
  );

const some = (names: readonly string[]): string => names.slice(0, 5).join(', ') + (names.length > 5 ? ' …' : '');
