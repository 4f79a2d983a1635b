/** The floor of a search: what PostgreSQL takes for the best statement by hand, over a table of these items alone. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { StacItem } from '../../../cli/src/stac/index.ts';

export interface Floor {
  /** Runs the statement and takes its rows, in milliseconds. */
  ask(text: string, values: readonly unknown[]): Promise<number>;
  close(): Promise<void>;
}

const table = `
  drop schema if exists bench_floor cascade; create schema bench_floor; set search_path to bench_floor, public;
  create extension if not exists postgis schema public; create extension if not exists btree_gist schema public;
  create table item (id text, collection text, moment timestamptz, cloud float8, geometry geometry(geometry, 4326),
    body text)`;

const indexes = `
  create index on item using gist (geometry, moment); create index on item (collection, moment desc);
  create index on item (moment desc); create index on item (cloud); alter table item add primary key (id);
  analyze item`;

export async function fillFloor(url: string, file: string): Promise<Floor> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(table);
  await pipeline(
    Readable.from(rows(file)),
    client.query(copyFrom('copy item (id, collection, moment, cloud, geometry, body) from stdin')),
  );
  await client.query(indexes);
  return {
    async ask(text, values) {
      const begin = performance.now();
      await client.query(text, [...values]);
      return performance.now() - begin;
    },
    async close() {
      await client.query('drop schema bench_floor cascade');
      await client.end();
    },
  };
}

async function* rows(file: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const item = JSON.parse(line) as StacItem;
    const cells = [
      item.id,
      item.collection,
      item.properties['datetime'],
      item.properties['eo:cloud_cover'],
      JSON.stringify(item.geometry),
      line,
    ];
    yield `${cells.map((cell) => String(cell).replaceAll('\\', '\\\\')).join('\t')}\n`;
  }
}
