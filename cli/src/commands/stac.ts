/** `regards stac import`: STAC items become products, found again by STAC search as they went in. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { CommandError } from '../fault.ts';
import { inputText } from '../input.ts';
import { contextOf, gatewayClients, session } from '../platform.ts';
import { startProgress } from '../progress.ts';
import { prepareCollection } from '../stac/catalogue.ts';
import { featureOf } from '../stac/feature.ts';
import { itemsOf } from '../stac/item.ts';
import type { StacCollection, StacItem } from '../stac/item.ts';
import { untilSearchable } from '../stac/searchable.ts';
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
    await untilSearchable(clients.catalog, context, results);
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
