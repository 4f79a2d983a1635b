/**
 * One instance of the harness's service: what is asked for is written and answered in one unit of work, as every
 * service does it, with the framework's own broker, database, outbox and inbox.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { openBroker } from '@regards/amqp';
import type { Broker, HandlingPorts } from '@regards/amqp';
import type { Batch, BoundSubscription, Subscription, UnitOfWork } from '@regards/core';
import { silentLog } from '@regards/core';
import {
  createDatabase,
  DatabaseUnavailableError,
  handledBefore,
  noteHandled,
  recordset,
  startOutboxRelay,
  unnoteHandled,
} from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import { answering, askingSubscription, service, tenant } from './messages.ts';
import type { Numbered } from './messages.ts';

/** Between what a unit of work and its outbox do; a process can be told to end at any of them. */
export const points = ['begin', 'write', 'outbox', 'commit', 'publish', 'confirm', 'mark', 'ack'] as const;
export type Point = (typeof points)[number];

export interface NumbersOptions {
  readonly databaseUrl: string;
  readonly amqpUrl: string;
  readonly instanceId: string;
  readonly subscription?: Partial<Subscription<Numbered>>;
  /** Called at each point. */
  readonly at?: (point: Point) => void;
  /** Called at each try of a number, before anything is done. */
  readonly tried?: (number: number) => void;
  /** Whether it relays the outbox; true unless said. */
  readonly relays?: boolean;
}

export interface NumbersInstance {
  readonly broker: Broker;
  readonly database: ServiceDatabase;
  stop(): Promise<void>;
}

/** Resolves when it consumes. */
export async function startNumbers(options: NumbersOptions): Promise<NumbersInstance> {
  const { databaseUrl, amqpUrl, instanceId, subscription, at = () => {}, tried = () => {}, relays = true } = options;
  const database = createDatabase({ url: databaseUrl, service, poolMax: 5, log: silentLog });
  const broker = openBroker({ urls: { multitenant: amqpUrl }, service, instanceId, log: silentLog });
  await broker.declare('multitenant', [answering.exchange]);
  const relay = relays ? startOutboxRelay({ database: marking(database, at), publish, log: silentLog }) : undefined;
  async function publish(entries: Parameters<Broker['relay']>[0]): Promise<void> {
    at('publish');
    await broker.relay(entries);
    at('confirm');
  }
  const tries = new Map<number, number>();
  const bound: BoundSubscription = {
    subscription: askingSubscription(subscription),
    // What arrives here has passed the validator of the subscription.
    handle: (batch, unit) => handle(batch as Batch<Numbered>, unit, { at, tried, tries }),
  };
  const stop = async (): Promise<void> => {
    await broker.stopConsuming();
    await relay?.stop();
    await broker.stop();
    await database.close();
  };
  try {
    await broker.consume(bound, portsOf(database, service, at));
  } catch (failure) {
    await stop();
    throw failure;
  }
  return { broker, database, stop };
}

/** Tells when a page of the outbox is deleted for good. */
const marking = (database: ServiceDatabase, at: (point: Point) => void): ServiceDatabase => ({
  ...database,
  async own(work, settings) {
    const result = await database.own(work, settings);
    if (result === 'sent') at('mark');
    return result;
  },
});

async function handle(
  { deliveries }: Batch<Numbered>,
  unit: UnitOfWork,
  { at, tried, tries }: Pick<Required<NumbersOptions>, 'at' | 'tried'> & { readonly tries: Map<number, number> },
): Promise<void> {
  const kept: Numbered[] = [];
  for (const delivery of deliveries) {
    const { number, does, times = Infinity } = delivery.payload;
    const turn = (tries.get(number) ?? 0) + 1;
    if (does === 'throw' && deliveries.length === 1) {
      tries.set(number, turn);
      tried(number);
    }
    if (does === 'throw' && (deliveries.length > 1 || turn <= times)) throw new Error(`${number} is not to be had`);
    if (does === 'crash') process.kill(process.pid, 'SIGKILL');
    if (does === 'rest') await pause(times);
    if (does === 'refuse') delivery.refuse(`nobody likes ${number}`);
    else kept.push({ number });
  }
  await unit.sql.query(`insert into effect (number) select number from ${recordset('$1', { number: 'bigint' })}`, [
    JSON.stringify(kept),
  ]);
  at('write');
  unit.publish(
    answering,
    kept.map((payload) => ({ payload })),
  );
  at('outbox');
}

/** Ports as framework/service makes them, for the one project of the harness. */
export const portsOf = (
  database: ServiceDatabase,
  owner: string,
  at: (point: Point) => void = () => {},
): HandlingPorts => ({
  async transaction(project, work) {
    at('begin');
    await database.transaction(project, work);
    at('commit');
    setImmediate(() => at('ack'));
  },
  tenantReady: async (project) => project === tenant,
  inbox: {
    handledBefore: (unit, queue, keys) => handledBefore(unit.sql, owner, queue, keys),
    noteHandled: (unit, queue, keys) => noteHandled(unit.sql, owner, queue, keys),
    unnoteHandled: (unit, queue, keys) => unnoteHandled(unit.sql, owner, queue, keys),
  },
  isUnavailable: (failure) => failure instanceof DatabaseUnavailableError,
  log: silentLog,
});
