/** `regards stac import`: STAC items become products, found again by STAC search as they went in. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallContext } from '@regards/core';
import type { Command } from 'commander';
import { bodyOf, CommandError } from '../fault.ts';
import { inputText } from '../input.ts';
import { contextOf, gatewayClients, session } from '../platform.ts';
import { startProgress } from '../progress.ts';
import { prepareCollection } from '../stac/catalogue.ts';
import { featureOf } from '../stac/feature.ts';
import { itemsOf } from '../stac/item.ts';
import type { StacCollection, StacItem } from '../stac/item.ts';
import { submit } from '../submission.ts';
import type { Result } from '../submission.ts';
import { tell } from './submit.ts';

interface Options {
  readonly platform?: string;
  readonly project?: string;
  readonly collection?: string;
  readonly source: string;
  readonly session: string;
}

/** So long may a product need from SUCCESS until it is found. */
const searchableMs = 30_000;

/** Identifiers asked for in one search. */
const asked = 200;

export const addStac = (program: Command): Command => {
  const stac = program.command('stac').description('work with STAC items');
  return stac
    .command('import')
    .description(
      'import STAC items: makes model, data source, dataset and mapping unless they exist, submits by AMQP, and waits',
    )
    .argument('<items>', 'file with the items: one a line, a list or a feature collection; - for standard input')
    .option(
      '--collection <file>',
      'file with the collections: collection.json or collections.ndjson beside the items by default',
    )
    .option('--platform <file>', 'description of a local platform instead of the kept session')
    .option('--project <name>', 'the project')
    .option('--source <name>', 'source the products come from', 'stac')
    .option('--session <name>', 'session they come in', new Date().toISOString().slice(0, 10))
    .action(importItems);
};

async function importItems(file: string, options: Options): Promise<void> {
  const items = readItems(await inputText(file), file);
  const collections = await collectionsFor(file, options.collection);
  const caller = await session(options);
  const clients = gatewayClients(caller.gateway);
  const context = contextOf(caller);
  const results: Result[] = [];
  const progress = startProgress(`importing to ${caller.project}`, items.length);
  try {
    for (const [id, own] of Map.groupBy(
      items,
      ({ collection }) => collection ?? path.basename(path.dirname(path.resolve(file))),
    )) {
      const { model, attributes } = await prepareCollection(clients, context, id, own, collections.get(id));
      const before = results.length;
      results.push(
        ...(await submit({
          session: caller,
          features: own.map((item) => featureOf(item, model, attributes)),
          source: options.source,
          sessionName: options.session,
          onDone: (done) => progress.set(before + done),
        })),
      );
    }
    await untilSearchable(clients, context, results);
  } finally {
    progress.end();
    clients.close();
  }
  tell(results);
}

function readItems(text: string, file: string): StacItem[] {
  try {
    return itemsOf(text);
  } catch (failure) {
    throw new CommandError(`${file}: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}

async function collectionsFor(items: string, given: string | undefined): Promise<Map<string, StacCollection>> {
  const folder = items === '-' ? process.cwd() : path.dirname(path.resolve(items));
  const places =
    given === undefined ? ['collection.json', 'collections.ndjson'].map((name) => path.join(folder, name)) : [given];
  const texts = await Promise.all(places.map((place) => readFile(place, 'utf8').catch(() => undefined)));
  const found = texts.flatMap((text) => (text === undefined ? [] : collectionsIn(text)));
  if (given !== undefined && found.length === 0) throw new CommandError(`${given} holds no STAC collection`);
  return new Map(found.map((collection) => [collection.id, collection]));
}

function collectionsIn(text: string): StacCollection[] {
  const parse = (one: string): StacCollection => JSON.parse(one) as StacCollection;
  try {
    return [parse(text)];
  } catch {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(parse);
  }
}

/** SUCCESS means stored; the catalogue follows within a second. */
async function untilSearchable(
  { catalog }: ReturnType<typeof gatewayClients>,
  context: CallContext,
  results: readonly Result[],
): Promise<void> {
  const missing = new Set(
    results.flatMap(({ outcome, urn }) => (outcome === 'SUCCESS' && urn !== undefined ? [urn] : [])),
  );
  const deadline = performance.now() + searchableMs;
  while (missing.size > 0) {
    const ids = [...missing].slice(0, asked);
    const fields = { include: ['id'] };
    const page = bodyOf('The search', await catalog.searchItems(context, { body: { ids, limit: asked, fields } }), 200);
    if (page.features.length >= ids.length) for (const id of ids) missing.delete(id);
    else if (performance.now() > deadline)
      throw new CommandError(
        `${missing.size} products are stored and not found by search after ${searchableMs / 1000} s`,
      );
    else await pause(100);
  }
}
