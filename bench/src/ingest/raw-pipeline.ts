/**
 * The yardstick of ingestion: consume, COPY into PostGIS, a confirmed answer each, then the acknowledgement; nothing
 * around it: no contract, no model, no versions, no identifiers of requests, no outbox, no index of a catalogue.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import amqp from 'amqplib';
import type { ConsumeMessage } from 'amqplib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { preparePublishing } from './publishing.ts';

const batchSize = 1_000;
/** Three batches: with one, nothing overlaps. */
const prefetch = 3 * batchSize;
const queues = { requests: 'bench.raw.requests', answers: 'bench.raw.answers' } as const;

export interface RawOptions {
  readonly amqp: string;
  readonly database: string;
  readonly count: number;
}

/** Seconds from the first message published to the last one acknowledged, on the platform's own servers. */
export async function rawPipeline({ amqp: url, database, count }: RawOptions): Promise<number> {
  const broker = await amqp.connect(url);
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const channel = await broker.createChannel();
  try {
    for (const queue of Object.values(queues))
      await channel.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    await client.query(`drop schema if exists bench_raw cascade; create schema bench_raw;
      create table bench_raw.feature (id text primary key, model text not null, datetime timestamptz not null,
        geometry public.geometry(geometry, 4326) not null, content jsonb not null);
      create index on bench_raw.feature using gist (geometry);
      create index on bench_raw.feature (datetime)`);
    const to = { exchange: '', routingKey: queues.requests };
    const publishing = await preparePublishing({ url, tenant: 'raw', session: 'raw', count, rate: 0, to });
    const begin = performance.now();
    await Promise.all([publishing.go(), ingest(broker, client, count)]);
    return (performance.now() - begin) / 1000;
  } finally {
    for (const queue of Object.values(queues)) await channel.deleteQueue(queue);
    await client.query('drop schema if exists bench_raw cascade');
    await Promise.all([client.end(), broker.close()]);
  }
}

async function ingest(broker: amqp.ChannelModel, client: pg.Client, count: number): Promise<void> {
  const requests = await broker.createChannel();
  const answers = await broker.createConfirmChannel();
  await requests.prefetch(prefetch);
  const ended = Promise.withResolvers<void>();
  let batch: ConsumeMessage[] = [];
  let received = 0;
  let work = Promise.resolve();
  await requests.consume(queues.requests, (message) => {
    if (message === null) return ended.reject(new Error('the queue is gone'));
    batch.push(message);
    received += 1;
    if (batch.length < batchSize && received < count) return;
    const full = batch;
    batch = [];
    work = work.then(async () => {
      for (const id of await copy(client, full))
        answers.publish('', queues.answers, answerOf(id), { persistent: true });
      await answers.waitForConfirms();
      requests.ack(full.at(-1) ?? message, true);
    });
    work.then(() => received === count && ended.resolve(), ended.reject);
  });
  await ended.promise;
  await Promise.all([requests.close(), answers.close()]);
}

async function copy(client: pg.Client, batch: readonly ConsumeMessage[]): Promise<readonly string[]> {
  const ids: string[] = [];
  const rows = batch.map(({ content }) => {
    // What the producer of this folder has made.
    const { feature } = JSON.parse(content.toString()) as { feature: { id: string; model: string } & Placed };
    ids.push(feature.id);
    const { id, model, geometry, properties } = feature;
    return [id, model, properties.datetime, escaped(geometry), escaped(feature)].join('\t');
  });
  const into = client.query(copyFrom('copy bench_raw.feature (id, model, datetime, geometry, content) from stdin'));
  await pipeline(Readable.from([Buffer.from(`${rows.join('\n')}\n`)]), into);
  return ids;
}

interface Placed {
  readonly geometry: object;
  readonly properties: { readonly datetime: string };
}

/** JSON holds no raw tab and no line end. */
const escaped = (value: object): string => JSON.stringify(value).replaceAll('\\', '\\\\');

const answerOf = (id: string): Buffer =>
  Buffer.from(JSON.stringify({ id, state: 'SUCCESS', type: 'CREATION', urn: `URN:FEATURE:DATA:raw:${id}:V1` }));
