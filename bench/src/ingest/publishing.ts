/** Starts the producer's process and lets it go. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PublisherOrder } from './publisher.ts';

export interface Publishing {
  /** Begins; resolves when all is confirmed. */
  go(): Promise<void>;
}

/** Resolves when everything to be published is made. */
export async function preparePublishing(order: PublisherOrder): Promise<Publishing> {
  const child = fork(fileURLToPath(new URL('publisher.ts', import.meta.url)));
  child.send(order);
  await once(child, 'message');
  return {
    async go() {
      const ended = once(child, 'exit');
      child.send('go');
      const [code] = (await ended) as unknown[];
      if (code !== 0) throw new Error(`the producer ended with ${String(code)}`);
    },
  };
}
