/** Compiled, never run: what defineService accepts and what it must refuse. */
import type { Call, Contract, UnitOfWork, Batch } from '@regards/core';
import type { CommonSettings } from '../src/index.ts';
import { defineService } from '../src/index.ts';

interface Server {
  getThing(call: Call, request: { id: string }): Promise<{ status: 200; body: { name: string } }>;
}
interface Subscriptions {
  thingHappened(batch: Batch<{ name: string }>, unit: UnitOfWork): Promise<void>;
}
interface Settings extends CommonSettings {
  readonly 'regards.things.max': number;
}
interface ThingClient {
  ask(): Promise<string>;
}

declare const contract: Contract<Server, Subscriptions, Settings>;
declare const silentContract: Contract<Server, Record<never, never>, Settings>;
declare const thingClient: () => ThingClient;

const getThing: Server['getThing'] = async (_call, { id }) => ({ status: 200, body: { name: id } });

export const whole = defineService({
  contract,
  tenancy: 'multitenant',
  clients: { things: thingClient },
  start: ({ settings, clients }) => {
    const most: number = settings['regards.things.max'];
    return {
      rest: { getThing },
      subscriptions: {
        thingHappened: async () => {
          await clients.things.ask();
        },
      },
      tasks: [
        {
          name: 'tidy',
          everyMs: most,
          run: async (tenant, signal) => {
            signal.throwIfAborted();
            tenant.trim();
          },
        },
      ],
    };
  },
});

export const withoutMessages = defineService({
  contract: silentContract,
  tenancy: 'instance',
  start: async () => ({ rest: { getThing } }),
});

export const withoutOperation = defineService({
  contract,
  tenancy: 'instance',
  // @ts-expect-error an operation of the contract has no handler
  start: () => ({ rest: {}, subscriptions: { thingHappened: async () => {} } }),
});

export const withoutSubscription = defineService({
  contract,
  tenancy: 'instance',
  // @ts-expect-error a message of the contract has no handler
  start: () => ({ rest: { getThing } }),
});

export const unknownClient = defineService({
  contract,
  tenancy: 'instance',
  clients: { things: thingClient },
  start: ({ clients }) => {
    // @ts-expect-error the service named no such client
    void clients.others;
    return { rest: { getThing }, subscriptions: { thingHappened: async () => {} } };
  },
});
