/** Several registries that serve the same leases: the one that answered last is asked first. */
import { addressOf, placeOf } from '@regards/core';
import type { Place, Route } from '@regards/core';
import { limits } from './limits.ts';

/** No registry answered; says what each did. */
export class NoRegistryError extends Error {
  override readonly name = 'NoRegistryError';
}

export interface RegistryCall {
  /** An operation of rs-registry's contract. */
  readonly route: Route;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

export interface RegistryAnswer {
  readonly status: number;
  /** Parsed when it is JSON, else undefined. */
  readonly body: unknown;
  /** The registry that answered. */
  readonly url: string;
}

export interface Registries {
  /** The first answer that is no 5xx; throws NoRegistryError when there is none, the signal's reason when aborted. */
  call(call: RegistryCall): Promise<RegistryAnswer>;
}

/** `addresses` without /eureka; user and password may stand in them. */
export function createRegistries(addresses: readonly string[]): Registries {
  const urls = addresses.map((address) => placeOf(address));
  let preferred = 0;
  return {
    async call(call) {
      const failures: string[] = [];
      for (let turn = 0; turn < urls.length; turn += 1) {
        const at = (preferred + turn) % urls.length;
        const place = urls[at] ?? { url: '' };
        const { url } = place;
        try {
          const answer = await ask(place, call);
          if (answer.status < 500) {
            preferred = at;
            return answer;
          }
          failures.push(`${url} answered ${answer.status}`);
        } catch (failure) {
          call.signal?.throwIfAborted();
          failures.push(`${url}: ${reasonOf(failure)}`);
        }
      }
      throw new NoRegistryError(failures.join('; ') || 'no registry is named');
    },
  };
}

async function ask(
  { url, authorization }: Place,
  { route, parameters, body, signal }: RegistryCall,
): Promise<RegistryAnswer> {
  const timeUp = AbortSignal.timeout(limits.requestMs);
  const answer = await fetch(`${url}${addressOf(route, parameters ?? {})}`, {
    method: route.method.toUpperCase(),
    headers: {
      accept: 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, timeUp]) : timeUp,
  });
  // Read to its end even where nobody looks at it, or its connection is not used again.
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return { status: answer.status, body: isJson && text !== '' ? JSON.parse(text) : undefined, url };
}

/** fetch() hides what happened behind "fetch failed". */
const reasonOf = (failure: unknown): string => {
  if (!(failure instanceof Error)) return String(failure);
  return failure.cause instanceof Error && failure.cause.message !== '' ? failure.cause.message : failure.message;
};
