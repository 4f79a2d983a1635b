/** How long a handler may work: until its time is up or its caller leaves, whichever comes first. */
import { refusal, RefusedError } from '@regards/core';
import type { Route } from '@regards/core';
import type { Response } from 'express';

/**
 * Runs `work` with a signal that is aborted when the caller leaves, or when the route's time is up, which also ends the
 * waiting: RefusedError `unavailable`. After `work` is done the signal still tells that the caller leaves a stream.
 */
export async function withinTime<T>(
  route: Route,
  response: Response,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new Error('The caller left.'));
  });
  const expired = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const late = new RefusedError(
      refusal('unavailable', `${route.operation} did not finish within ${route.timeoutMs / 1000} s.`),
    );
    controller.abort(late);
    expired.reject(late);
  }, route.timeoutMs);
  try {
    return await Promise.race([work(controller.signal), expired.promise]);
  } finally {
    clearTimeout(timer);
  }
}
