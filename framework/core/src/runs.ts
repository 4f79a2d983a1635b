/** Long lists in pieces that are neither many nor large. */

/** Neighbours together, as many as `most` lets be; one that is larger by itself stands alone. */
export function runsOf<T>(
  all: readonly T[],
  sizeOf: (one: T) => number,
  most: { readonly count: number; readonly size: number },
): T[][] {
  const runs: T[][] = [];
  let size = 0;
  for (const one of all) {
    const run = runs.at(-1);
    const own = sizeOf(one);
    size += own;
    if (run && run.length < most.count && size <= most.size) run.push(one);
    else {
      runs.push([one]);
      size = own;
    }
  }
  return runs;
}
