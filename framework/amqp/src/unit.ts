/** One unit of work: the effects of messages, what they are remembered by, and the refusals of single ones. */
import { sharedTrace, traceHeader, withinTrace } from '@regards/core';
import type { Delivery, InvalidDelivery, UnitOfWork } from '@regards/core';
import { deadLetter } from './dead-letters.ts';
import type { Handling } from './handling.ts';
import type { WireMessage } from './wire.ts';
import type { Received } from './received.ts';

/**
 * Gives the dead letters of messages that were refused, to be published when the unit has committed. With `isRetry` an
 * earlier unit with the same messages may have committed without anyone hearing of it.
 */
export const handleUnit = (
  tenant: string,
  messages: readonly Received[],
  handling: Handling,
  isRetry = false,
): Promise<WireMessage[]> =>
  withinTrace(sharedTrace(messages.map(({ headers }) => headers[traceHeader])), () =>
    handleTogether(tenant, messages, handling, isRetry),
  );

async function handleTogether(
  tenant: string,
  messages: readonly Received[],
  handling: Handling,
  isRetry: boolean,
): Promise<WireMessage[]> {
  const { ports, place, bound } = handling;
  let refused = new Map<Received, string>();
  await ports.transaction(tenant, async (unit) => {
    // A transaction that runs again begins with nothing refused.
    const reasons = new Map<Received, string>();
    refused = reasons;
    const fresh = await notHandledYet(unit, messages, handling, isRetry);
    // A rival may have handled them while this one waited for its turn in the inbox.
    handling.stillOurs();
    const { valid, invalid } = sorted(fresh, (one) => (reason) => void reasons.set(one, reason));
    if (valid.length > 0) await bound.handle({ tenant, deliveries: valid }, unit);
    if (invalid.length > 0) await bound.answerInvalid?.({ tenant, deliveries: invalid }, unit);
    // Until its dead letter is there a refused message counts as not handled: were it lost, it would come again.
    if (reasons.size > 0)
      await ports.inbox?.unnoteHandled(
        unit,
        place.queue,
        [...reasons.keys()].map(({ key }) => key),
      );
  });
  return [...refused].map(([one, reason]) => deadLetter(one, place, reason));
}

/** Notes all of them as handled by this unit and leaves out what was handled before. */
async function notHandledYet(
  unit: UnitOfWork,
  messages: readonly Received[],
  { ports, place: { queue } }: Handling,
  isRetry: boolean,
): Promise<readonly Received[]> {
  const { inbox } = ports;
  if (!inbox) return messages;
  const [suspects, others] = [
    messages.filter((one) => isRetry || one.mayBeKnown),
    messages.filter((one) => !isRetry && !one.mayBeKnown),
  ];
  const [handled] = await Promise.all([
    suspects.length > 0
      ? inbox.handledBefore(
          unit,
          queue,
          suspects.map(({ key }) => key),
        )
      : new Set<string>(),
    others.length > 0
      ? inbox.noteHandled(
          unit,
          queue,
          others.map(({ key }) => key),
        )
      : undefined,
  ]);
  const seen = new Set<string>();
  return messages.filter(({ key, mayBeKnown }) => {
    if (handled.has(key) || (mayBeKnown && seen.has(key))) return false;
    if (mayBeKnown) seen.add(key);
    return true;
  });
}

function sorted(
  messages: readonly Received[],
  refuse: (one: Received) => (reason: string) => void,
): {
  readonly valid: Delivery<unknown>[];
  readonly invalid: InvalidDelivery[];
} {
  const valid: Delivery<unknown>[] = [];
  const invalid: InvalidDelivery[] = [];
  for (const one of messages) {
    const { check, body, headers } = one;
    if (check.isValid) valid.push({ payload: check.payload, headers: check.headers, refuse: refuse(one) });
    else invalid.push({ body, headers, faults: check.faults, refuse: refuse(one) });
  }
  return { valid, invalid };
}
