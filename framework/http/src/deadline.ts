/** How long a handler may work: until its time is up or its caller leaves, whichever comes first. */
import { refusal, RefusedError } from '@regards/core';
import type { Route } from '@regards/core';
import type { Response } from 'express';

/**
 * Runs `work` with a signal. When the caller leaves, or the route's time is up, the signal is aborted and the waiting
 * ends,
 * the latter with RefusedError `unavailable`. Once `work` is done the signal still tells that the caller leaves a
 * stream.
 */
export async function withinTime<T>(
  route: Route,
  response: Response,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const ended = Promise.withResolvers<never>();
  const end = (reason: Error): void => {
    controller.abort(reason);
    ended.reject(reason);
  };
  const seconds = route.timeoutMs / 1000;
  const late = refusal('unavailable', `${route.operation} did not finish within ${seconds} s.`);
  const timer = setTimeout(() => end(new RefusedError(late)), route.timeoutMs);
  response.once('close', () => {
    if (!response.writableFinished) end(new Error('The caller left.'));
  });
  ended.promise.catch(() => {}); // after the race nobody waits for it any more
  try {
    return await Promise.race([work(controller.signal), ended.promise]);
  } finally {
    clearTimeout(timer);
  }
}
