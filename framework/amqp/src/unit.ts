/** One unit of work: the effects of messages, what they are remembered by, and the refusals of single ones. */
import type { Delivery, InvalidDelivery, UnitOfWork } from '@regards/core';
import { deadLetter } from './dead-letters.ts';
import type { Handling } from './handling.ts';
import type { WireMessage } from './wire.ts';
import type { Received } from './received.ts';

/** Gives the dead letters of messages that were refused, to be published when the unit has committed. */
export async function handleUnit(tenant: string, messages: readonly Received[], handling: Handling): Promise<WireMessage[]> {
  const { ports, place, bound } = handling;
  let refused = new Map<Received, string>();
  await ports.transaction(tenant, async (unit) => {
    // A transaction that runs again begins with nothing refused.
    const reasons = new Map<Received, string>();
    refused = reasons;
    const fresh = await notHandledYet(unit, messages, handling);
    // A rival may have handled them while this one waited for its turn in the inbox.
    handling.stillOurs();
    const { valid, invalid } = sorted(fresh, (one) => (reason) => void reasons.set(one, reason));
    if (valid.length > 0) await bound.handle({ tenant, deliveries: valid }, unit);
    if (invalid.length > 0) await bound.answerInvalid?.({ tenant, deliveries: invalid }, unit);
    // Until its dead letter is there a refused message counts as not handled: were it lost, it would come again.
    if (reasons.size > 0) await ports.inbox?.unnoteHandled(unit, place.queue, [...reasons.keys()].map(({ key }) => key));
  });
  return [...refused].map(([one, reason]) => deadLetter(one, place, reason));
}

/** Notes all of them as handled by this unit and leaves out what was handled before. */
async function notHandledYet(unit: UnitOfWork, messages: readonly Received[], { ports: { inbox }, place: { queue } }: Handling): Promise<readonly Received[]> {
  if (!inbox) return messages;
  const suspects = new Map(messages.filter(({ mayBeKnown }) => mayBeKnown).map((one) => [one.key, one]));
  const others = messages.filter(({ mayBeKnown }) => !mayBeKnown).map(({ key }) => key);
  const [handled] = await Promise.all([
    suspects.size > 0 ? inbox.handledBefore(unit, queue, [...suspects.keys()]) : new Set<string>(),
    others.length > 0 ? inbox.noteHandled(unit, queue, others) : undefined,
  ]);
  return messages.filter((one) => !one.mayBeKnown || (!handled.has(one.key) && suspects.get(one.key) === one));
}

function sorted(messages: readonly Received[], refuse: (one: Received) => (reason: string) => void): {
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
