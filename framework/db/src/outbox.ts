/** The outbox: messages are rows of the transaction that caused them, and are published after it, in its order. */
import { randomUUID } from 'node:crypto';
import { type OutgoingBatch, outgoingBatch, runsOf } from '@regards/core';
import type { Outgoing, Publication, Sql, VirtualHost } from '@regards/core';
import { quoted, serviceSchema } from './identifiers.ts';
import { limits } from './limits.ts';
import type { Statement } from './session.ts';

/** Messages of one publication in one unit of work, as a relay hands them to the broker. */
export type OutboxEntry = OutgoingBatch;

/** What a unit of work publishes, until it is written with the unit's commit. */
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
  add<Payload, Headers>(
    publication: Publication<Payload, Headers>,
    messages: readonly Outgoing<Payload, Headers>[],
  ): void {
    this.#entries.push(...entriesOf(outgoingBatch(randomUUID(), this.#tenant, publication, messages)));
  }

  /** What writes all of it, in its order. */
  statements(): readonly Statement[] {
    const count = Math.ceil(this.#entries.length / limits.outboxStatementRows);
    return Array.from({ length: count }, (_, place) => {
      const from = place * limits.outboxStatementRows;
      return insertion(this.#service, this.#entries.slice(from, from + limits.outboxStatementRows).map(valuesOf));
    });
  }
}

/** A parameter each: as elements of an array bodies would be quoted, which costs more than all the rest. */
function insertion(service: string, rows: readonly (readonly unknown[])[]): Statement {
  const places = rows.map((row, at) => `(${row.map((_, column) => `$${at * row.length + column + 1}`).join(', ')})`);
  return {
    text: `insert into ${table(service)}
      (batch, tenant, virtual_host, exchange, routing_key, type, converter, bodies, extras, size, messages, traceparent)
    values ${places.join(', ')}`,
    values: rows.flat(),
  };
}

/** An entry no larger than one outbox row may be each. */
function entriesOf(batch: OutgoingBatch): OutboxEntry[] {
  const most = { count: limits.outboxRowMessages, size: limits.outboxRowSize };
  const rows = runsOf(batch.messages, ({ body }) => body.length, most);
  return rows.map((messages, place) => ({ ...batch, messages, id: place === 0 ? batch.id : randomUUID() }));
}

interface Row {
  readonly id: number;
  readonly batch: string;
  readonly tenant: string;
  readonly virtual_host: VirtualHost;
  readonly exchange: string;
  readonly routing_key: string;
  readonly type: string;
  readonly converter: 'GSON' | 'JACKSON';
  readonly bodies: string;
  readonly extras: string | null;
  readonly traceparent: string | null;
}

type Extra = Omit<OutboxEntry['messages'][number], 'body'>;

/** The oldest rows, as many as a relay should hold at a time. */
export async function oldestEntries(
  sql: Sql,
  service: string,
): Promise<{ readonly ids: readonly number[]; readonly entries: readonly OutboxEntry[] }> {
  const rows = await sql.query<Row>(
    `select * from (select *, sum(size) over so_far - size as size_before,
                           sum(messages) over so_far - messages as messages_before
                      from (select * from ${table(service)} order by id limit ${limits.relayRows}) as oldest
                    window so_far as (order by id)) as waiting
      where size_before < ${limits.relaySize} and messages_before < ${limits.relayMessages} order by id`,
  );
  return { ids: rows.map(({ id }) => id), entries: rows.map(entryOf) };
}

export async function deleteEntries(sql: Sql, service: string, ids: readonly number[]): Promise<void> {
  await sql.query(`delete from ${table(service)} where id = any($1::bigint[])`, [ids]);
}

/** A tenant's transaction writes what it publishes, and reads nothing of what others do. */
export const outboxRights = (service: string): string => `grant insert on ${table(service)} to public`;

const table = (service: string): string => `${quoted(serviceSchema(service))}.outbox`;

/** JSON never holds a raw line end: one body a line needs no parsing on its way out. */
function valuesOf(entry: OutboxEntry): unknown[] {
  const { id, tenant, virtualHost, exchange, routingKey, type, converter, messages, traceparent } = entry;
  const bodies = messages.map(({ body }) => body).join('\n');
  const described = [id, tenant, virtualHost, exchange, routingKey, type, converter];
  return [...described, bodies, extrasOf(messages), bodies.length, messages.length, traceparent ?? null];
}

function extrasOf(messages: OutboxEntry['messages']): string | null {
  const extras = messages.map(({ headers, priority, correlationId }) => ({ headers, priority, correlationId }));
  return extras.some((extra) => Object.values(extra).some((value) => value !== undefined))
    ? JSON.stringify(extras)
    : null;
}

function entryOf(row: Row): OutboxEntry {
  const extras = row.extras === null ? [] : (JSON.parse(row.extras) as readonly Extra[]);
  return {
    id: row.batch,
    tenant: row.tenant,
    virtualHost: row.virtual_host,
    exchange: row.exchange,
    routingKey: row.routing_key,
    type: row.type,
    converter: row.converter,
    ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
    messages: row.bodies.split('\n').map((body, place) => ({ ...extras[place], body })),
  };
}
