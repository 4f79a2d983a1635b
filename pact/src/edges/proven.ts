/** What the committed pacts speak of: each interaction is an edge by the contract's own names. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Route, Routes } from '@regards/core';
import type { Edge } from './edge.ts';
import { folderOf } from './edge.ts';
import type { Message } from './messages.ts';
import { isMessage } from '../pact-file.ts';
import type { Interaction, PactFile } from '../pact-file.ts';

export interface Proven {
  readonly edges: readonly (Edge & { readonly file: string })[];
  /** What is wrong with pacts by themselves, as sentences. */
  readonly faults: readonly string[];
}

/** @param folder the folder pact/; @param generated what is generated */
export async function provenEdges(folder: string, generated: string, messages: readonly Message[]): Promise<Proven> {
  const edges: (Edge & { file: string })[] = [];
  const faults = foldersIn(folder).flatMap((name) => folderFaults(folder, name));
  for (const file of globSync('*/pacts/*.json', { cwd: folder }).toSorted()) {
    const pact = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as PactFile;
    const [consumer, provider] = [pact.consumer.name, pact.provider.name];
    const expected = folderOf({ consumer, provider });
    if (file !== `${expected}/pacts/${expected}.json`) faults.push(`pact/${file} is the pact of ${expected}`);
    const routes = await routesOf(generated, provider);
    for (const interaction of pact.interactions) {
      const found = isMessage(interaction)
        ? messageOf(messages, interaction)
        : operationOf(routes, provider, interaction);
      if (found === undefined)
        faults.push(`pact/${file}: "${interaction.description}" is no operation or message of a contract`);
      else edges.push({ consumer, provider, ...found, file });
    }
  }
  return { edges, faults };
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['src', 'test', 'released', 'node_modules'].includes(entry.name))
    .map(({ name }) => name);

/** A pact without its two tests is a claim that nobody holds anybody to. */
const folderFaults = (folder: string, name: string): string[] =>
  ['consumer.test.ts', 'provider.test.ts', `pacts/${name}.json`]
    .filter((file) => !existsSync(path.join(folder, name, file)))
    .map((file) => `pact/${name}/${file} is missing`);

async function routesOf(generated: string, provider: string): Promise<Routes> {
  const file = path.join(generated, provider, 'routes.ts');
  if (!existsSync(file)) return {};
  const { routes } = (await import(pathToFileURL(file).href)) as { routes: Routes };
  return routes;
}

type Found = Pick<Edge, 'kind' | 'name'> | undefined;

/** The operation of a request, behind the gateway or not; a path without parameters goes first (OpenAPI §4.8.8). */
export function operationOf(routes: Routes, provider: string, { request }: Interaction): Found {
  const prefix = `/api/v1/${provider}`;
  const given = request?.path ?? '';
  const at = given.startsWith(`${prefix}/`) ? given.slice(prefix.length) : given;
  const fitting = Object.values(routes)
    .filter(({ method, path: template }) => method.toUpperCase() === request?.method && pattern(template).test(at))
    .toSorted((one, other) => placeholders(one) - placeholders(other));
  return fitting[0] && { kind: 'operation', name: fitting[0].operation };
}

const placeholders = ({ path: template }: Route): number => template.split('{').length;

const pattern = (template: string): RegExp =>
  new RegExp(
    `^${template.replaceAll(/\{\w+\}|[.+*?^$()|[\]\\]/g, (part) => (part.startsWith('{') ? '[^/]+' : `\\${part}`))}$`,
  );

const messageOf = (messages: readonly Message[], { metadata }: Interaction): Found => {
  const found = messages.find(
    ({ publication: { exchange, type } }) =>
      metadata?.['exchange'] === exchange.name && metadata['regards.type'] === type,
  );
  return found && { kind: 'message', name: found.publication.name };
};
