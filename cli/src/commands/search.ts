/** `regards search`: STAC items of a project, as a list for people or as JSON. */
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { CallContext } from '@regards/core';
import type { RsCatalogClient } from '@regards/generated/rs-catalog/client';
import { bodyOf } from '../fault.ts';
import { contextOf, gatewayClients, session } from '../platform.ts';

interface Asked {
  readonly bbox?: string;
  readonly datetime?: string;
  readonly collections?: string;
  readonly ids?: string;
  readonly query?: string;
  readonly sortby?: string;
  readonly limit: number;
}

interface Options extends Asked {
  readonly platform?: string;
  readonly project?: string;
  readonly json?: boolean;
}

export const addSearch = (program: Command): Command =>
  program
    .command('search')
    .description('search items')
    .option('--platform <file>', 'description of a local platform instead of the kept session')
    .option('--project <name>', 'the project')
    .option('--bbox <west,south,east,north>', 'what lies in a box, in degrees')
    .option('--datetime <instant or interval>', 'such as 2020-01-01T00:00:00Z/..')
    .option('--collections <ids>', 'collections, commas between them')
    .option('--ids <ids>', 'items, commas between them')
    .option('--query <json>', 'conditions on properties, such as {"gsd":{"lte":1}}')
    .option('--sortby <properties>', 'such as -properties.datetime')
    .option('--limit <number>', 'how many at most', wholeNumber, 10)
    .option('--json', 'print the items as GeoJSON, one a line')
    .action(async ({ platform, project, json, ...asked }: Options) => {
      const caller = await session({ platform, project });
      const clients = gatewayClients(caller.gateway);
      try {
        await printItems(clients.catalog, contextOf(caller), asked, json);
      } finally {
        clients.close();
      }
    });

/** Prints what is found, one item a line, and how many there are. */
export async function printItems(
  catalog: RsCatalogClient,
  context: CallContext,
  asked: Asked,
  json = false,
): Promise<void> {
  const answer = await catalog.searchItemsByQuery(context, asked);
  const { features, numberMatched } = bodyOf('The search', answer, 200);
  for (const item of features) {
    const { datetime } = item.properties ?? {};
    console.log(
      json
        ? JSON.stringify(item)
        : [item.id, typeof datetime === 'string' ? datetime : '', item.collection ?? ''].join('  '),
    );
  }
  if (!json) console.log(`${features.length} of ${numberMatched ?? 'many'} items`);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 is expected');
  return number;
}
