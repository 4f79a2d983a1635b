/** Handles one batch: every message of it ends exactly once, as an effect, an answer, a retry or a dead letter. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BoundSubscription, Delivery, InvalidDelivery, Log, UnitOfWork } from '@regards/core';
import { deadLetter, isForeign, retried } from './deadLetters.ts';
import type { Place } from './deadLetters.ts';
import { limits } from './limits.ts';
import type { WireMessage } from './publishing.ts';
import type { Received } from './received.ts';

/** What handling needs of the service: units of work, its tenants, and which messages were handled before. */
export interface HandlingPorts {
  transaction(tenant: string, work: (unit: UnitOfWork) => Promise<void>): Promise<void>;
  /** Whether the tenant is a living project whose schema is ready. */
  tenantReady(tenant: string): Promise<boolean>;
  readonly inbox?: {
    handledBefore(unit: UnitOfWork, queue: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
    noteHandled(unit: UnitOfWork, queue: string, keys: readonly string[]): Promise<void>;
  };
  /** Whether a failure says that the database is away: then the batch waits instead of using up its tries. */
  isUnavailable(failure: unknown): boolean;
  readonly log: Log;
}

/** Messages to publish before the batch is acknowledged: retries and dead letters. */
export async function handleBatch(
  batch: readonly Received[],
  bound: BoundSubscription,
  place: Place,
  ports: HandlingPorts,
  signal: AbortSignal,
): Promise<WireMessage[]> {
  const outgoing: WireMessage[] = [];
  const groups = Map.groupBy(batch, ({ tenant }) => tenant);
  for (const [tenant, messages] of groups) {
    const reason = await refusalOf(tenant, ports);
    if (tenant === undefined || reason !== undefined) {
      outgoing.push(...messages.map((one) => deadLetter(one, place, reason ?? '')));
      continue;
    }
    const own = messages.filter((one) => !isForeign(one, place.handler));
    outgoing.push(...messages.filter((one) => !own.includes(one)).map((one) => deadLetter(one, place, 'Incompatible message origin.')));
    outgoing.push(...(await handleTenant(tenant, own, bound, place, ports, signal)));
  }
  return outgoing;
}

async function refusalOf(tenant: string | undefined, ports: HandlingPorts): Promise<string | undefined> {
  if (tenant === undefined) return 'Missing tenant in AMQP message header.';
  return (await ports.tenantReady(tenant)) ? undefined : `The project ${tenant} is unknown or deleted.`;
}

/** All together; when that fails each alone, so that one message does not hold up the others. */
async function handleTenant(
  tenant: string, messages: readonly Received[], bound: BoundSubscription, place: Place, ports: HandlingPorts, signal: AbortSignal,
): Promise<WireMessage[]> {
  if (messages.length === 0) return [];
  for (;;) {
    try {
      return await inOneUnit(tenant, messages, bound, place, ports);
    } catch (failure) {
      if (ports.isUnavailable(failure) && !signal.aborted) {
        ports.log.warn({ reason: String(failure), queue: place.queue }, 'a batch waits for the database');
        await pause(limits.unavailableMs, undefined, { signal }).catch(() => {});
        continue;
      }
      if (signal.aborted) throw failure;
      const [only, ...others] = messages;
      if (only === undefined || others.length > 0) break;
      ports.log.warn({ err: failure, tenant, queue: place.queue }, 'a message could not be handled');
      return [retried(only, place, failure)];
    }
  }
  const outgoing: WireMessage[] = [];
  for (const one of messages) outgoing.push(...(await handleTenant(tenant, [one], bound, place, ports, signal)));
  return outgoing;
}

async function inOneUnit(
  tenant: string, messages: readonly Received[], bound: BoundSubscription, place: Place, ports: HandlingPorts,
): Promise<WireMessage[]> {
  let refused: WireMessage[] = [];
  await ports.transaction(tenant, async (unit) => {
    // A transaction that is tried again begins with nothing refused.
    refused = [];
    const fresh = await withoutHandled(unit, messages, place, ports);
    const refuse = (one: Received) => (reason: string): void => void refused.push(deadLetter(one, place, reason));
    const { valid, invalid } = sorted(fresh, bound, refuse);
    if (valid.length > 0) await bound.handle({ tenant, deliveries: valid }, unit);
    if (invalid.length > 0) {
      if (bound.answerInvalid) await bound.answerInvalid({ tenant, deliveries: invalid }, unit);
      else for (const { refuse: rest, faults } of invalid) rest(faults.join(' '));
    }
    await ports.inbox?.noteHandled(unit, place.queue, fresh.map(({ key }) => key));
  });
  return refused;
}

async function withoutHandled(unit: UnitOfWork, messages: readonly Received[], place: Place, { inbox }: HandlingPorts) {
  const suspects = messages.filter(({ redelivered }) => redelivered);
  if (!inbox || suspects.length === 0) return messages;
  const handled = await inbox.handledBefore(unit, place.queue, suspects.map(({ key }) => key));
  // A message that climbs the ladder was not handled; its retries are noted only when they succeed.
  return messages.filter(({ redelivered, key }) => !(redelivered && handled.has(key)));
}

function sorted(messages: readonly Received[], { subscription }: BoundSubscription, refuse: (one: Received) => (reason: string) => void) {
  // The validators of the subscription have just found what the handler was generated for.
  const valid: Delivery<never, never>[] = [];
  const invalid: InvalidDelivery[] = [];
  for (const one of messages) {
    const payload = one.unreadable === undefined ? subscription.payload(one.body) : { valid: false as const, faults: [one.unreadable] };
    const headers = subscription.headers?.(one.headers) ?? { valid: true as const, value: one.headers };
    if (payload.valid && headers.valid) {
      valid.push({ payload: payload.value as never, headers: headers.value as never, refuse: refuse(one) });
    } else {
      const faults = [payload, headers].flatMap((check) => (check.valid ? [] : check.faults));
      invalid.push({ body: one.body, headers: one.headers, faults, refuse: refuse(one) });
    }
  }
  return { valid, invalid };
}
