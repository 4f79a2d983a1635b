/** Gives a message to a consumer's handler as the framework would: by its subscription, held to its contract first. */
import type { BoundSubscription, CallContext, Publication, UnitOfWork } from '@regards/core';

/** A call in the name of nobody but the consumer itself, in the project that pacts speak of. */
export const context: CallContext = { tenant: 'demo', correlationId: 'pact' };

/** A unit whose statements find nothing and whose messages go nowhere. */
const idle: UnitOfWork = { tenant: 'demo', sql: { query: () => Promise.resolve([]) }, publish: () => {} };

/** @throws Error when nothing is bound to the message, or naming the faults of a payload that its contract refuses */
export async function deliver(
  bound: readonly BoundSubscription[],
  { exchange, name }: Pick<Publication, 'exchange' | 'name'>,
  payload: unknown,
  unit: UnitOfWork = idle,
): Promise<void> {
  const found = bound.find(({ subscription }) => subscription.exchange.name === exchange.name);
  if (found === undefined) throw new Error(`nothing is bound to ${name}`);
  const checked = found.subscription.payload(payload);
  if (!checked.valid) throw new Error(`${name}: ${checked.faults.join(' ')}`);
  const delivery = { payload: checked.value, headers: {}, refuse: () => {} };
  await found.handle({ tenant: unit.tenant, deliveries: [delivery] }, unit);
}
