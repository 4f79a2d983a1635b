/** Waits in tests for what comes true by itself. */
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is neither undefined nor false, and gives it. A question that fails is asked
 * again too. Throws an error that says what did not come true, and how the question failed last.
 */
export async function until<T>(
  ask: () => Promise<T> | T,
  { what, withinMs = 20_000 }: { what?: string; withinMs?: number } = {},
): Promise<Exclude<T, undefined | false>> {
  const end = performance.now() + withinMs;
  let failure: unknown;
  for (;;) {
    try {
      const answer = await ask();
      failure = undefined;
      if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    } catch (thrown) {
      failure = thrown;
    }
    if (performance.now() > end)
      throw new Error(`not within ${withinMs} ms: ${what ?? ask.toString()}`, { cause: failure });
    await pause(20);
  }
}
