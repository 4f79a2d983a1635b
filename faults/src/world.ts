/** A virtual host and a database for one repetition, a requester with its own books, and instances that serve it. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { openBroker } from '@regards/amqp';
import type { Broker } from '@regards/amqp';
import { outgoingBatch, silentLog } from '@regards/core';
import type { BoundSubscription } from '@regards/core';
import {
  createDatabase,
  createNamedDatabase,
  drawAccounts,
  dropNamedDatabase,
  migrateService,
  migrateTenant,
} from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import { readTestEnvironment } from '@regards/settings';
import type { TestEnvironment } from '@regards/settings';
import { createHost } from '@regards/testing/host';
import type { TestHost } from '@regards/testing/host';
import { judge } from './judging.ts';
import { limits } from './limits.ts';
import { portsOf, startNumbers } from './numbers/instance.ts';
import type { NumbersInstance, NumbersOptions } from './numbers/instance.ts';
import { answeringSubscription, asking, askingQueue, queueOf, requester, service, tenant } from './numbers/messages.ts';
import type { Numbered } from './numbers/messages.ts';
import type { ProcessOptions } from './numbers/main.ts';
import { startChild } from './processes.ts';
import type { ChildProgram } from './processes.ts';
import type { Books, Place, Turn } from './scenario.ts';

export interface World {
  readonly host: TestHost;
  /** As the account of the service. */
  readonly databaseUrl: string;
  /** As the server's administrator. */
  readonly administratorUrl: string;
  /** The service's database, as another instance of it would see it. */
  readonly database: ServiceDatabase;
  /** The requester's connection. */
  readonly client: Broker;
  /** Asks for the numbers from `first` up to, not including, `end`, until the broker has confirmed them. */
  ask(first: number, end: number, how?: (number: number) => Omit<Numbered, 'number'>): Promise<void>;
  /** Notes what was asked for in another way, and where it must end. */
  note(names: readonly string[], ends: readonly Place[]): void;
  /** Starts an instance in this process. */
  start(options?: Partial<NumbersOptions>): Promise<NumbersInstance>;
  /** Starts an instance in a process of its own. */
  spawn(options?: Partial<ProcessOptions>): Promise<ChildProgram>;
  /** The books once all is at rest, or after the time that it has for it. */
  books(settleMs?: number): Promise<Books>;
}

const main = new URL('numbers/main.ts', import.meta.url);

export async function createWorld(
  turn: Turn,
  environment: TestEnvironment = readTestEnvironment(turn.servers.variables),
): Promise<World> {
  const host = await createHost(environment);
  turn.defer(() => host.remove());
  const { administratorUrl, urlOf } = await createOwnDatabase(turn, environment.databaseUrl);
  const databaseUrl = urlOf(service);
  const [own, books] = [service, requester].map((owner) => {
    const opened = createDatabase({ url: urlOf(owner), service: owner, poolMax: 4, log: silentLog });
    turn.defer(() => opened.close());
    return opened;
  });
  if (!own || !books) throw new Error('two databases were opened');
  const client = await openRequester(turn, books, host.url);
  const asked = new Map<string, readonly Place[]>();
  let started = 0;
  const nextId = (): string => `i${(started += 1)}`;

  const look = async (inQueues: boolean): Promise<Books> => ({
    asked: [...asked.keys()],
    ends: (name) => asked.get(name) ?? [],
    places: {
      effect: await numbersIn(own, 'effect'),
      answer: await numbersIn(books, 'answer'),
      outbox: await numbersInOutbox(own),
      'dead letter': await numbersInQueue(host, `${askingQueue}.DLQ`),
      ...(inQueues ? await restOf(host) : {}),
    },
  });
  return {
    host,
    databaseUrl,
    administratorUrl,
    database: own,
    client,
    async ask(first, end, how = () => ({})) {
      for (let from = first; from < end; from += limits.askedAtOnce) {
        const some = Array.from({ length: Math.min(limits.askedAtOnce, end - from) }, (_, place) => from + place);
        const messages = some.map((number) => ({ payload: { number, ...how(number) } }));
        const batch = outgoingBatch(randomUUID(), tenant, asking, messages);
        // The same ids at each try, as an outbox would have them.
        while (!(await confirmed(client, batch))) await pause(100);
        for (const { payload } of messages) asked.set(String(payload.number), endsOf(payload));
      }
    },
    note: (names, ends) => names.forEach((name) => asked.set(name, ends)),
    async start(options = {}) {
      const instance = await startNumbers({ databaseUrl, amqpUrl: host.url, instanceId: nextId(), ...options });
      turn.defer(() => instance.stop());
      return instance;
    },
    async spawn(options = {}) {
      const given: ProcessOptions = { databaseUrl, amqpUrl: host.url, instanceId: nextId(), ...options };
      const child = await startChild(main, { arguments: [JSON.stringify(given)] });
      turn.defer(() => child.kill());
      return child;
    },
    async books(settleMs = limits.settleMs) {
      const deadline = performance.now() + settleMs;
      const isAtRest = async (): Promise<boolean> => judge({ books: await look(false) }).passed;
      while (performance.now() < deadline && !(await isAtRest().catch(() => false))) await pause(200);
      for (;;) {
        await pause(limits.stillMs);
        const found = await look(true);
        if (performance.now() > deadline || judge({ books: found }).passed) return found;
      }
    },
  };
}

const confirmed = (client: Broker, batch: Parameters<Broker['relay']>[0][number]): Promise<boolean> =>
  client.relay([batch]).then(
    () => true,
    () => false,
  );

/** An answer is told of what had an effect; all else rests. */
const endsOf = ({ does, times }: Numbered): readonly Place[] =>
  does === 'refuse' || does === 'crash' || (does === 'throw' && times === undefined)
    ? ['dead letter']
    : ['effect', 'answer'];

/** With the tables of the service and of the requester. */
async function createOwnDatabase(
  turn: Turn,
  ownerUrl: string,
): Promise<{ administratorUrl: string; urlOf: (service: string) => string }> {
  const name = `faults_${randomUUID().slice(0, 8)}`;
  await createNamedDatabase(ownerUrl, name);
  turn.defer(() => dropNamedDatabase(ownerUrl, name));
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  const urlOf = await drawAccounts(url.href, [service, requester]);
  for (const [owner, table] of [
    [service, 'effect'],
    [requester, 'answer'],
  ] as const) {
    const folder = pathToFileURL(`${await mkdtemp(path.join(tmpdir(), 'faults-'))}/`);
    await writeFile(
      new URL(`0001-${table}.sql`, folder),
      `create table ${table} (number bigint not null, place bigint generated always as identity);`,
    );
    const database = createDatabase({ url: urlOf(owner), service: owner, poolMax: 1, log: silentLog });
    await migrateService(database);
    await migrateTenant(database, tenant, folder);
    await database.close();
    await rm(folder, { recursive: true });
  }
  return { administratorUrl: url.href, urlOf };
}

/** Writes each answer down in the unit of work that its inbox belongs to. */
async function openRequester(turn: Turn, books: ServiceDatabase, url: string): Promise<Broker> {
  const client = openBroker({ urls: { multitenant: url }, service: requester, instanceId: 'one', log: silentLog });
  turn.defer(() => client.stop());
  await client.declare('multitenant', [asking.exchange]);
  const bound: BoundSubscription = {
    subscription: answeringSubscription,
    async handle({ deliveries }, unit) {
      const numbers = deliveries.map(({ payload }) => (payload as Numbered).number);
      await unit.sql.query('insert into answer (number) select unnest($1::bigint[])', [numbers]);
    },
  };
  await client.consume(bound, portsOf(books, requester));
  return client;
}

/** In the order in which they came. */
const numbersIn = async (database: ServiceDatabase, table: string): Promise<string[]> => {
  const rows = await database.read(tenant, (sql) => sql.query<Numbered>(`select number from ${table} order by place`));
  return rows.map(({ number }) => String(number));
};

async function numbersInOutbox(database: ServiceDatabase): Promise<string[]> {
  const rows = await database.own((sql) => sql.query<{ bodies: string }>('select bodies from outbox'));
  return rows.flatMap(({ bodies }) => bodies.split('\n').map(numberOf));
}

const numbersInQueue = async (host: TestHost, queue: string): Promise<string[]> =>
  (await host.queues()).includes(queue) ? (await host.letters(queue)).map(({ payload }) => numberOf(payload)) : [];

/** Looked into only when all is at rest: whoever looks into a queue takes from those who consume it. */
async function restOf(host: TestHost): Promise<Record<Place, string[]>> {
  const places: Record<Place, string[]> = {};
  for (const queue of await host.queues()) {
    if (queue === `${askingQueue}.DLQ`) continue;
    const place = queue.replace(askingQueue, 'main queue').replace(queueOf(answeringSubscription), 'answers');
    places[place] = await numbersInQueue(host, queue);
  }
  return places;
}

function numberOf(body: string): string {
  try {
    return String((JSON.parse(body) as Partial<Numbered>).number);
  } catch {
    return body.slice(0, 40);
  }
}
