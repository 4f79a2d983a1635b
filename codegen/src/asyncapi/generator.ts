/** Runs the AsyncAPI generator with our template over each document. */
import { mkdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isObject, readYaml } from '../contracts.ts';
import type { Contracts, Json, JsonObject, ServiceContract } from '../contracts.ts';
import { referencesIn } from '../types.ts';

const template = path.resolve(import.meta.dirname, '../../asyncapi-template');

/** messages.ts of each service that has an AsyncAPI document. */
export async function generateMessages(services: readonly ServiceContract[], contracts: Contracts, scratch: string) {
  const found = new Map<string, string>();
  if (services.length === 0) return found;
  // The generator looks for a global npm beside the node binary, and Node from the registry has none.
  process.env['NODE_PATH'] ??= path.resolve(process.env['npm_execpath'] ?? '/usr/lib/node_modules/npm/bin/npm-cli.js', '../../..');
  const { default: Generator } = await import('@asyncapi/generator');
  for (const service of services) {
    if (service.asyncApi === undefined) continue;
    const output = path.join(scratch, service.name, 'messages');
    mkdirSync(output, { recursive: true });
    const document = readYaml(service.asyncApi);
    const generator = new Generator(template, output, {
      forceWrite: true,
      templateParams: {
        service: service.name,
        owners: JSON.stringify(ownersOf(service, contracts)),
        foreign: JSON.stringify(foreignOperations(document)),
      },
    });
    try {
      await generator.generate(await readFile(service.asyncApi, 'utf8'), { path: service.asyncApi });
    } catch (failure) {
      throw new Error(`${service.asyncApi}: ${diagnosticsOf(failure)}`, { cause: failure });
    }
    found.set(service.name, `${readFileSync(path.join(output, 'messages.ts'), 'utf8').trimEnd()}\n`);
  }
  return found;
}

/** Folder by schema name: own first, then common, then those of the services whose messages are heard. */
function ownersOf(service: ServiceContract, { common, services }: Contracts): Record<string, string> {
  const heard = new Set(referencesTo(readYaml(service.asyncApi ?? '')));
  const others = services.filter(({ name }) => heard.has(name)).flatMap(({ schemas }) => schemas);
  const direct = service.asyncApi ? referencesIn(readYaml(service.asyncApi), service.name) : [];
  return Object.fromEntries([
    ...[...others, ...common, ...service.schemas].map(({ name, owner }) => [name, owner] as const),
    ...direct.map(({ name, owner }) => [name, owner] as const),
  ]);
}

/** Services named in references such as ../rs-fem/asyncapi.yaml#/components/messages/X. */
function referencesTo(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesTo);
  if (!isObject(value)) return [];
  const [, name] = /^\.\.\/([a-z-]+)\/asyncapi\.yaml/.exec(String(value['$ref'] ?? '')) ?? [];
  return [...(name === undefined ? [] : [name]), ...Object.values(value).flatMap(referencesTo)];
}

/** Operations of which channel or message stands in another service's document. */
function foreignOperations(document: JsonObject): string[] {
  const channels = isObject(document['channels']) ? document['channels'] : {};
  const foreignChannels = Object.entries(channels).filter(([, channel]) => referencesTo(channel).length > 0).map(([name]) => name);
  const operations = isObject(document['operations']) ? document['operations'] : {};
  return Object.entries(operations).flatMap(([id, operation]) => {
    const channel = isObject(operation) && isObject(operation['channel']) ? String(operation['channel']['$ref']) : '';
    return referencesTo(operation).length > 0 || foreignChannels.some((name) => channel === `#/channels/${name}`) ? [id] : [];
  });
}

function diagnosticsOf(failure: unknown): string {
  const { message, diagnostics } = failure as { message?: string; diagnostics?: readonly { message: string; path?: readonly unknown[]; severity?: number }[] };
  const list = (diagnostics ?? []).filter(({ severity }) => severity === 0).map(({ message: text, path: place }) => `  ${text} at ${(place ?? []).join('.')}`);
  return [message ?? String(failure), ...list].join('\n');
}
