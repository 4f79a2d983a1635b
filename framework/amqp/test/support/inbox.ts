/** An inbox in memory: what a unit noted counts when the unit has ended well, and units wait for each other. */
import type { UnitOfWork } from '@regards/core';
import type { HandlingPorts } from '../../src/index.ts';
import { ports } from './numbers.ts';

export function memoryInbox(): Required<Pick<HandlingPorts, 'transaction' | 'inbox'>> {
  const handled = new Set<string>();
  const noted = new WeakMap<UnitOfWork, Set<string>>();
  const placesOf = (queue: string, keys: readonly string[]): string[] => keys.map((key) => `${queue} ${key}`);
  const plain = ports();
  let last: Promise<unknown> = Promise.resolve();
  return {
    transaction(tenant, work) {
      const ended = last.then(() =>
        plain.transaction(tenant, async (unit) => {
          const own = new Set<string>();
          noted.set(unit, own);
          await work(unit);
          for (const place of own) handled.add(place);
        }),
      );
      last = ended.catch(() => {});
      return ended;
    },
    inbox: {
      async handledBefore(unit, queue, keys) {
        for (const place of placesOf(queue, keys)) noted.get(unit)?.add(place);
        return new Set(keys.filter((key) => handled.has(`${queue} ${key}`)));
      },
      async noteHandled(unit, queue, keys) {
        for (const place of placesOf(queue, keys)) noted.get(unit)?.add(place);
      },
      async unnoteHandled(unit, queue, keys) {
        for (const place of placesOf(queue, keys)) noted.get(unit)?.delete(place);
      },
    },
  };
}
