/** The outbox: messages are rows of the transaction that caused them, and are published after it, in its order. */
import type { Log, Outgoing, Publication, Sql, VirtualHost } from '@regards/core';
import type { ServiceDatabase } from './database.ts';
import { quoted, serviceSchema } from './identifiers.ts';
import { limits } from './limits.ts';

/** A message as the relay hands it to the broker. */
export interface OutboxMessage {
  readonly payload: unknown;
  readonly headers?: unknown;
  readonly priority?: number;
  readonly correlationId?: string;
}

/** All messages of one publication in one unit of work. */
export interface OutboxEntry {
  readonly tenant: string;
  readonly name: string;
  readonly virtualHost: VirtualHost;
  readonly exchange: string;
  readonly routingKey: string;
  readonly type: string;
  readonly converter: 'GSON' | 'JACKSON';
  readonly messages: readonly OutboxMessage[];
}

/** Thrown where a message breaks its own contract: a fault of the program, found before anyone receives it. */
export class BrokenMessageError extends Error {
  override readonly name = 'BrokenMessageError';
}

/** What a unit of work publishes, until it is written with the unit's last statement. */
export class OutboxDraft {
  readonly #service: string;
  readonly #tenant: string;
  readonly #entries: OutboxEntry[] = [];

  constructor(service: string, tenant: string) {
    this.#service = service;
    this.#tenant = tenant;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** @throws BrokenMessageError naming the publication and the faults */
  add<Payload, Headers>(publication: Publication<Payload, Headers>, messages: readonly Outgoing<Payload, Headers>[]): void {
    if (messages.length === 0) return;
    for (const message of messages) checkMessage(publication, message);
    const { name, virtualHost, exchange, routingKey, type, converter } = publication;
    this.#entries.push({ tenant: this.#tenant, name, virtualHost, exchange: exchange.name, routingKey, type, converter, messages });
  }

  async write(sql: Sql): Promise<void> {
    if (this.isEmpty) return;
    await sql.query(
      `insert into ${quoted(serviceSchema(this.#service))}.outbox (tenant, entry)
       select $1, entry from unnest($2::text[]) with ordinality as given (entry, place) order by place`,
      [this.#tenant, this.#entries.map((entry) => JSON.stringify(entry))],
    );
  }
}

/** Holds a message to its contract, as its receivers will. */
export function checkMessage<Payload, Headers>(publication: Publication<Payload, Headers>, message: Outgoing<Payload, Headers>): void {
  // Members that are undefined do not reach the wire, and are no members for a schema either.
  const payload = publication.payload(JSON.parse(JSON.stringify(message.payload)));
  const headers = publication.headers?.(message.headers ?? {});
  const faults = [payload, headers].flatMap((check) => (check === undefined || check.valid ? [] : check.faults));
  if (faults.length > 0) throw new BrokenMessageError(`${publication.name} breaks its contract: ${faults.join(' ')}`);
}

export interface OutboxRelay {
  /** Publishes everything that is there now; rejects when the broker or the database failed. */
  drain(): Promise<void>;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/**
 * Publishes outbox rows in their order, whatever the number of instances: whoever holds the service's lock reads,
 * publishes with confirms, deletes and commits. A crash between confirm and commit publishes again, never loses.
 * @param publish resolves when the broker has confirmed every message of the entries
 */
export function startOutboxRelay({ database, publish, log }: {
  readonly database: ServiceDatabase;
  readonly publish: (entries: readonly OutboxEntry[]) => Promise<void>;
  readonly log: Log;
}): OutboxRelay {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let wanted = false;
  let active = false;

  const drain = async (): Promise<void> => {
    while ((await relayOnce(database, publish)) === limits.relayRows && !stopped);
  };

  const run = (): void => {
    if (active || stopped) return;
    clearTimeout(timer);
    active = true;
    wanted = false;
    running = drain()
      .then(() => limits.relayPollMs, (failure: unknown) => {
        log.warn({ err: failure }, 'messages wait in the outbox');
        return limits.relayRetryMs;
      })
      .then((restMs) => {
        active = false;
        if (stopped) return;
        // The timer of an idle relay must not keep a process alive that has nothing else to do.
        timer = setTimeout(run, wanted ? 0 : restMs).unref();
      });
  };

  const wake = (): void => {
    wanted = true;
    run();
  };
  const unlisten = database.onPublished(wake);
  run();

  return {
    drain,
    async stop() {
      stopped = true;
      unlisten();
      clearTimeout(timer);
      await running;
    },
  };
}

async function relayOnce(database: ServiceDatabase, publish: (entries: readonly OutboxEntry[]) => Promise<void>): Promise<number> {
  return database.own(async (sql) => {
    await sql.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${database.service}/outbox`]);
    const rows = await sql.query<{ id: number; entry: string }>(`select id, entry from outbox order by id limit ${limits.relayRows}`);
    if (rows.length === 0) return 0;
    await publish(rows.map(({ entry }) => JSON.parse(entry) as OutboxEntry));
    await sql.query('delete from outbox where id = any($1::bigint[])', [rows.map(({ id }) => id)]);
    return rows.length;
  });
}
