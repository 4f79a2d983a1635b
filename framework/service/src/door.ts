/** The port of an instance: open from the first moment, first answering what a starting instance can. */
import { listen } from '@regards/http';
import type { Listening } from '@regards/http';
import type { RequestListener } from 'node:http';
import { startingDoor } from './starting-door.ts';

export interface Door extends Listening {
  /** From now on requests go to `application`. */
  serve(application: RequestListener): void;
}

/** Rejects when the port is taken. */
export async function openDoor(
  at: { readonly host: string; readonly port: number },
  waitingFor: () => readonly string[],
): Promise<Door> {
  let current = startingDoor(waitingFor);
  const listening = await listen((request, response) => current(request, response), at);
  return {
    ...listening,
    serve: (application) => void (current = application),
  };
}
