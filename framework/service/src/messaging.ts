/** The broker of an instance: exchanges declared, outbox relayed, subscriptions and tenant events consumed. */
import type { BoundSubscription, Exchange, Publisher, VirtualHost } from '@regards/core';
import type { Log } from '@regards/core';
import { BrokerUnavailableError, openBroker, TopologyError } from '@regards/amqp';
import type { Broker, DeadLetterDesk, HandlingPorts } from '@regards/amqp';
import { DatabaseUnavailableError, handledBefore, noteHandled, startOutboxRelay, unnoteHandled } from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import type { Metrics, ServiceLog } from '@regards/telemetry';
import type { CommonSettings } from './common-settings.ts';
import type { Service } from './definition.ts';
import { checkRemembering, forgetRegularly } from './remembering.ts';
import { rightsEvents } from './rights-source.ts';
import { tenantEvents } from './tenant-source.ts';
import type { TenantKeeper } from './tenants.ts';
import type { Waiting } from './waiting.ts';

export interface Messaging {
  readonly publisher: Publisher;
  /** Rejects while a virtual host that is used is not connected; none for a service without a broker. */
  readonly check: (() => Promise<void>) | undefined;
  /** Hears which tenants come and go, where the service works for them. */
  followTenants(tenants: TenantKeeper): Promise<void>;
  /** Hears in which projects rights have changed for the service. */
  followRights(changed: (tenant: string) => void): Promise<void>;
  /** Whether everything that is told would be heard at this moment. */
  hears(): boolean;
  consume(bound: readonly BoundSubscription[], tenants: TenantKeeper): Promise<void>;
  stopConsuming(): Promise<void>;
  readonly deadLetters: DeadLetterDesk;
  close(): Promise<void>;
}

interface MessagingOptions {
  readonly service: Service;
  readonly instanceId: string;
  readonly settings: CommonSettings;
  readonly database: ServiceDatabase | undefined;
  readonly log: ServiceLog;
  readonly metrics: Metrics;
  readonly waiting: Waiting;
}

/** Waits for the broker, unless the service has nothing to tell and nothing to hear. */
export async function openMessaging(options: MessagingOptions): Promise<Messaging> {
  const { service, instanceId, settings, database, log, metrics, waiting } = options;
  const { publications, subscriptions } = service.contract;
  const urls = usedHosts(service, settings);
  if (Object.keys(urls).length === 0) return withoutBroker(service.name);
  const inboxHours = settings['regards.amqp.inbox.hours'];
  checkRemembering(inboxHours, subscriptions);
  const broker = openBroker({ urls, service: service.name, instanceId, log, returned: countUnroutable(metrics, log) });
  try {
    await waiting.until(
      'the broker',
      async () => {
        for (const [virtualHost, exchanges] of exchangesOf(publications)) await broker.declare(virtualHost, exchanges);
      },
      (failure) => failure instanceof TopologyError,
    );
  } catch (failure) {
    await broker.stop();
    throw failure;
  }
  const relay =
    database && publications.length > 0
      ? startOutboxRelay({ database, publish: (entries) => broker.relay(entries), log })
      : undefined;
  const pausing = database?.beforePublishing(() => refuseWhileBlocked(broker));
  const forgetting = database && subscriptions.length > 0 ? forgetRegularly(database, inboxHours, log) : undefined;
  return {
    publisher: broker,
    check: async () => checkStates(broker),
    followTenants: async (tenants) => {
      if (service.tenancy === 'instance' || urls.instance === undefined) return;
      for (const bound of tenantEvents(service.name, tenants)) await broker.consume(bound, withoutEffects(log));
    },
    followRights: async (changed) => {
      if (service.tenancy === 'instance' || urls.multitenant === undefined) return;
      for (const bound of rightsEvents(service.name, changed)) await broker.consume(bound, withoutEffects(log));
    },
    hears: () => Object.values(broker.states()).every((state) => state === 'connected' || state === 'blocked'),
    consume: async (bound, tenants) => {
      for (const one of bound) await broker.consume(one, portsOf(service.name, database, tenants, log));
    },
    stopConsuming: () => broker.stopConsuming(),
    deadLetters: broker.deadLetters,
    async close() {
      pausing?.();
      clearInterval(forgetting);
      await relay?.stop();
      await broker.stop();
    },
  };
}

/** The virtual hosts a service has to do with; tenants are told on that of the instance, rights on the other. */
function usedHosts({ contract, tenancy }: Service, settings: CommonSettings): Partial<Record<VirtualHost, string>> {
  const needed = new Set([...contract.publications, ...contract.subscriptions].map(({ virtualHost }) => virtualHost));
  const urls: Partial<Record<VirtualHost, string>> = {};
  for (const virtualHost of ['instance', 'multitenant'] as const) {
    const url = settings[`regards.amqp.${virtualHost}.url`];
    if (needed.has(virtualHost) && url === '') throw new Error(`regards.amqp.${virtualHost}.url is not set`);
    if (url !== '' && (needed.has(virtualHost) || tenancy === 'multitenant')) urls[virtualHost] = url;
  }
  return urls;
}

const exchangesOf = (publications: Service['contract']['publications']): Map<VirtualHost, Exchange[]> =>
  new Map(
    [...Map.groupBy(publications, ({ virtualHost }) => virtualHost)].map(([virtualHost, own]) => [
      virtualHost,
      own.map(({ exchange }) => exchange),
    ]),
  );

/** An event that nobody hears is no failure of its unit of work, and is seen: counted, and said once an exchange. */
function countUnroutable(metrics: Metrics, log: Log): (exchange: string) => void {
  const unroutable = metrics.counter('regards_amqp_unroutable_total', 'Published messages that no queue took.', [
    'exchange',
  ]);
  const told = new Set<string>();
  return (exchange) => {
    unroutable.inc({ exchange });
    if (told.has(exchange)) return;
    told.add(exchange);
    log.warn({ exchange, failure: 'UnroutableMessage' }, `no queue takes what is published to ${exchange}`);
  };
}

function checkStates(broker: Broker): void {
  for (const [virtualHost, state] of Object.entries(broker.states())) {
    if (state !== 'connected') throw new Error(`the virtual host ${virtualHost} is ${state}`);
  }
}

/** Messages of a broker that takes none would pile up in the outbox: whoever causes them is told to come again. */
function refuseWhileBlocked(broker: Broker): void {
  const isBlocked = Object.values(broker.states()).includes('blocked');
  if (isBlocked) throw new BrokerUnavailableError('the broker takes no messages for now');
}

function portsOf(
  service: string,
  database: ServiceDatabase | undefined,
  tenants: TenantKeeper,
  log: ServiceLog,
): HandlingPorts {
  if (!database)
    throw new Error(
      `${service} hears messages and has no database to note them in: its definition names no migrations`,
    );
  return {
    transaction: (tenant, work) => log.within({ tenant }, () => database.transaction(tenant, work)),
    tenantReady: (tenant) => tenants.settled(tenant),
    inbox: {
      handledBefore: (unit, queue, keys) => handledBefore(unit.sql, service, queue, keys),
      noteHandled: (unit, queue, keys) => noteHandled(unit.sql, service, queue, keys),
      unnoteHandled: (unit, queue, keys) => unnoteHandled(unit.sql, service, queue, keys),
    },
    isUnavailable: (failure) => failure instanceof DatabaseUnavailableError,
    log,
  };
}

/** For messages that change nothing but what this instance knows. */
const withoutEffects = (log: Log): HandlingPorts => ({
  transaction: (tenant, work) =>
    work({
      tenant,
      sql: { query: async () => [] },
      publish: () => {
        throw new Error('nothing can be published from here');
      },
    }),
  tenantReady: async () => true,
  isUnavailable: () => false,
  log,
});

function withoutBroker(service: string): Messaging {
  const nothing = async (): Promise<void> => {};
  return {
    publisher: {
      publish: async () => {
        throw new Error(`${service} publishes nothing: its contract names no message`);
      },
    },
    check: undefined,
    followTenants: nothing,
    followRights: nothing,
    hears: () => false,
    consume: nothing,
    stopConsuming: nothing,
    deadLetters: { list: async () => [], read: async () => [], replay: async () => 0 },
    close: nothing,
  };
}
