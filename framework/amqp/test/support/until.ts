/** Waits in tests for what comes true by itself. */
import { setTimeout as pause } from 'node:timers/promises';

/** Asks until it is so; a question that fails is asked again. */
export async function until(wanted: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    if (
      await Promise.resolve()
        .then(wanted)
        .catch(() => false)
    )
      return;
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s: ${wanted.toString()}`);
    await pause(25);
  }
}
