/**
 * What is written in one turn of the event loop leaves together at its end. Whoever waits for bytes sleeps meanwhile,
 * and waking a sleeper costs more than the write: of a burst only the first one does.
 */
import type { Socket } from 'node:net';

type Release = () => void;

let held: Release[] = [];

/** Calls it at the end of this turn, right after those that came before it. */
export function atEndOfTurn(release: Release): void {
  if (held.push(release) === 1) setImmediate(releaseAll);
}

function releaseAll(): void {
  const all = held;
  held = [];
  for (const release of all) release();
}

/** From now on every write to this connection waits for the end of its turn. */
export function writeInBursts(socket: Socket): void {
  const write = socket.write.bind(socket) as (...given: unknown[]) => boolean;
  let isHeld = false;
  const release = (): void => {
    isHeld = false;
    socket.uncork();
  };
  socket.write = (...given: unknown[]): boolean => {
    if (!isHeld) {
      isHeld = true;
      socket.cork();
      atEndOfTurn(release);
    }
    return write(...given);
  };
}
