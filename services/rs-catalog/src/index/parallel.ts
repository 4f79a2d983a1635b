/**
 * Works on all that `items` gives, on at most `most` of them at a time.
 * Rejects with the first failure, once nothing is under way any more; no further item is taken then.
 */
export async function inParallel<T>(
  items: AsyncGenerator<T>,
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const worker = async (): Promise<void> => {
    // leaving the loop by a failure ends the generator for the others as well
    for await (const item of items) await work(item);
  };
  const ended = await Promise.allSettled(Array.from({ length: most }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}
