/** Notices that nothing is heard any more, for however long there was something to hear before. */
export interface Silence {
  /** Something was heard. */
  isBroken(): void;
  end(): void;
}

/** Calls `lasts` once, when nothing was heard for `ms`. */
export function watchSilence(ms: number, lasts: () => void): Silence {
  // A timer for each confirm of thousands would cost more than it tells: it is put back when it is due.
  let heardAt = performance.now();
  let timer = setTimeout(look, ms);
  function look(): void {
    const leftMs = heardAt + ms - performance.now();
    if (leftMs <= 0) lasts();
    else timer = setTimeout(look, Math.ceil(leftMs));
  }
  return { isBroken: () => void (heardAt = performance.now()), end: () => clearTimeout(timer) };
}
