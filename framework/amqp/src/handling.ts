/**
 * Handles one batch: every message of it ends exactly once, as an effect, an answer, a retry or a dead letter.
 *
 *   no tenant, unknown tenant, foreign dead letter ────────────────▶ dead letter
 *   breaks its contract ──answered by the handler, or not──────────▶ effect │ dead letter
 *   handled before (inbox) ────────────────────────────────────────▶ nothing
 *   handled ──────────────────refused by the handler───────────────▶ effect │ dead letter
 *   database away ─────────────────────────────────────────────────▶ waits here
 *   failed with others ──halves──▶ failed alone ───────────────────▶ retry │ after the last one dead letter
 */
import { setTimeout as pause } from 'node:timers/promises';
import { CallFailedError, UnavailableError } from '@regards/core';
import type { BoundSubscription } from '@regards/core';
import { deadLetter, inTurn, isForeign, retried } from './dead-letters.ts';
import type { Place } from './dead-letters.ts';
import { limits } from './limits.ts';
import type { HandlingPorts } from './ports.ts';
import type { WireMessage } from './wire.ts';
import type { Received } from './received.ts';
import { handleUnit } from './unit.ts';

export interface Handling {
  readonly bound: BoundSubscription;
  readonly place: Place;
  readonly ports: HandlingPorts;
  /** Throws when the messages are no longer this consumer's: the broker has given them to another one. */
  readonly stillOurs: () => void;
  /** Aborted when nobody waits for the batch any more. */
  readonly signal: AbortSignal;
}

/** Messages to publish before the batch is acknowledged. Rejects only when the batch must be left to others. */
export async function handleBatch(batch: readonly Received[], handling: Handling): Promise<WireMessage[]> {
  const groups = Map.groupBy(batch, ({ tenant }) => tenant);
  // One project that waits for something does not hold up the others.
  const ended = await Promise.all([...groups].map(([tenant, messages]) => handleTenant(tenant, messages, handling)));
  return inTurn(ended.flat());
}

async function handleTenant(
  tenant: string | undefined,
  messages: readonly Received[],
  handling: Handling,
): Promise<WireMessage[]> {
  const { place, bound, ports } = handling;
  const dead =
    (reason: string) =>
    (one: Received): WireMessage =>
      deadLetter(one, place, reason);
  if (tenant === undefined) return messages.map(dead('Missing tenant in AMQP message header.'));
  if (
    !(await patiently(
      handling,
      () => ports.tenantReady(tenant),
      () => true,
    ))
  )
    return messages.map(dead(`The project ${tenant} is unknown or deleted.`));

  const {
    foreign = [],
    broken = [],
    own = [],
  } = Object.groupBy(messages, (one) => {
    if (isForeign(one, place.handler)) return 'foreign';
    return one.check.isValid || bound.answerInvalid ? 'own' : 'broken';
  });
  const outgoing = [
    ...foreign.map(dead('Incompatible message origin.')),
    ...broken.map((one) =>
      deadLetter(one, place, one.check.isValid ? '' : `${one.check.title} ${one.check.faults.join(', ')}`),
    ),
  ];
  return own.length === 0 ? outgoing : [...outgoing, ...(await handleOwn(tenant, own, handling))];
}

/**
 * All together; when that fails in halves, so that few messages that cannot be handled cost few tries of the others.
 */
async function handleOwn(tenant: string, messages: readonly Received[], handling: Handling): Promise<WireMessage[]> {
  const { place, ports } = handling;
  try {
    return await patiently(
      handling,
      (isRetry) => handleUnit(tenant, messages, handling, isRetry),
      (failure) => isAway(failure, ports),
    );
  } catch (failure) {
    handling.stillOurs();
    handling.signal.throwIfAborted();
    if (messages.length === 1 || failure instanceof CallFailedError) {
      ports.log.warn(
        { err: failure, tenant, queue: place.queue, messages: messages.length },
        'messages could not be handled',
      );
      return messages.map((one) => retried(one, place, failure));
    }
    const half = Math.ceil(messages.length / 2);
    return [
      ...(await handleOwn(tenant, messages.slice(0, half), handling)),
      ...(await handleOwn(tenant, messages.slice(half), handling)),
    ];
  }
}

const isAway = (failure: unknown, ports: HandlingPorts): boolean =>
  failure instanceof UnavailableError || ports.isUnavailable(failure);

/** Tries again for as long as `isAway`: what is away comes back, and the messages are as good as before. */
async function patiently<T>(
  { place, ports, signal, stillOurs }: Handling,
  attempt: (isRetry: boolean) => Promise<T>,
  away: (failure: unknown) => boolean,
): Promise<T> {
  for (
    let restMs: number = limits.unavailableMs, isRetry = false;
    ;
    restMs = Math.min(restMs * 2, limits.unavailableLongestMs), isRetry = true
  ) {
    try {
      stillOurs();
      return await attempt(isRetry);
    } catch (failure) {
      stillOurs();
      signal.throwIfAborted();
      if (!away(failure)) throw failure;
      ports.log.warn({ reason: String(failure), queue: place.queue }, 'a batch waits for what is away');
      await pause(restMs, undefined, { signal });
    }
  }
}
