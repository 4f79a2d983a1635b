/** Which messages contracts have, whose they are, and which way they go. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Publication, Subscription } from '@regards/core';

export interface Message {
  /** The contract that the message belongs to. */
  readonly owner: string;
  readonly publication: Publication;
  /** Whether its owner sends it; otherwise others send it to the owner. */
  readonly isSent: boolean;
  /** Services whose contracts hear it, its owner left out. */
  readonly hearers: readonly string[];
}

/** All messages of the contracts. @param generated folder of what is generated */
export async function messagesOf(generated: string): Promise<Message[]> {
  const contracts = await Promise.all(
    readdirSync(generated)
      .filter((name) => name.startsWith('rs-'))
      .map(async (owner) => ({ owner, ...(await messagesIn(path.join(generated, owner, 'messages.ts'))) })),
  );
  return contracts.flatMap(({ owner, publications, subscriptions }) =>
    publications.map((publication) => ({
      owner,
      publication,
      isSent: !subscriptions.some((one) => isOf(one, publication)),
      hearers: contracts.flatMap((one) =>
        one.owner !== owner && one.subscriptions.some((heard) => isOf(heard, publication)) ? [one.owner] : [],
      ),
    })),
  );
}

const isOf = (subscription: Subscription, { exchange, virtualHost, type }: Publication): boolean =>
  subscription.exchange.name === exchange.name &&
  subscription.virtualHost === virtualHost &&
  subscription.type === type;

async function messagesIn(file: string) {
  const exported: unknown[] = await import(pathToFileURL(file).href).then(Object.values, () => []);
  return {
    publications: exported.filter(isPublication),
    subscriptions: exported.filter(isSubscription),
  };
}

const has = (value: unknown, member: string): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && member in value;
const isPublication = (value: unknown): value is Publication => has(value, 'converter');
const isSubscription = (value: unknown): value is Subscription => has(value, 'handler');
