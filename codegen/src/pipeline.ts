/** From contracts to generated folders, all services in one go. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { generateMessages } from './asyncapi/generator.ts';
import { boundsFile } from './bounds-file.ts';
import { checkFiles } from './checks.ts';
import { contractFile } from './contract-file.ts';
import { readContracts, readYaml } from './contracts.ts';
import type { Contracts, ServiceContract } from './contracts.ts';
import { formatted } from './format.ts';
import { objectOf, textOf } from './json.ts';
import type { JsonObject } from './json.ts';
import { bundled, takenIn } from './openapi/bundle.ts';
import { generateOpenApi } from './openapi/generator.ts';
import { published } from './openapi/published.ts';
import { prepared } from './openapi/operations.ts';
import { drift, strays, write } from './output.ts';
import type { Files } from './output.ts';
import { contractFaults, documentFaults } from './rules/index.ts';
import { settingsFile, settingsIndex } from './settings-file.ts';
import { namedByOperations, typesFile } from './types.ts';
import { validatorFiles } from './validators.ts';

export interface GenerateOptions {
  readonly contracts: string;
  readonly output: string;
  /** Services to generate, all when empty. */
  readonly only: readonly string[];
  /** Writes nothing. */
  readonly check: boolean;
  /** An empty folder of this run. */
  readonly scratch: string;
  readonly progress: (line: string) => void;
}

/** Gives the files that changed, or would change; throws an error that names each fault of the contracts. */
export async function generate({
  contracts: folder,
  output,
  only,
  check,
  scratch,
  progress,
}: GenerateOptions): Promise<string[]> {
  const started = performance.now();
  const contracts = readContracts(folder, only);
  const { services } = contracts;
  throwFaults(contractFaults(contracts));

  progress(`bundling ${services.map(({ name }) => name).join(', ')}`);
  const documents = new Map<string, JsonObject>();
  for (const { name, openApi } of services) if (openApi !== undefined) documents.set(name, await bundled(openApi));
  throwFaults([...documents].flatMap(([name, document]) => documentFaults(name, document)));
  progress(`openapi-generator: ${documents.size} documents`);
  const rest = await generateOpenApi(
    [...documents].map(([service, document]) => ({ service, prepared: prepared(document) })),
    scratch,
    progress,
  );
  progress(`asyncapi-generator: ${services.filter(({ asyncApi }) => asyncApi).length} documents`);
  const messages = await generateMessages(services, contracts, scratch);

  progress('types, validators and settings');
  const put = check ? drift : write;
  const changed = only.length > 0 ? [] : await everybodys(output, contracts, put, check);
  for (const service of services) {
    const document = documents.get(service.name);
    const generated = {
      ...rest.get(service.name),
      ...(messages.has(service.name) ? { 'messages.ts': messages.get(service.name) ?? '' } : {}),
    };
    const files = await tidied({
      ...(document === undefined ? {} : checkFiles(service.name, document)),
      ...(await serviceFiles(service, contracts, document !== undefined, messages.has(service.name))),
      ...generated,
    });
    const documentFiles = {
      'openapi.json': json(document === undefined ? emptyDocument(service.name) : published(document)),
      ...(service.asyncApi === undefined ? {} : { 'asyncapi.json': json(await takenIn(service.asyncApi)) }),
    };
    changed.push(...put(path.join(output, service.name), { ...files, ...documentFiles }));
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const [did, became] = check ? ['compared', 'differ'] : ['generated', 'changed'];
  progress(`${did} ${services.length} services in ${seconds} s, ${changed.length} files ${became}`);
  return changed;
}

const commonFiles = async (contracts: Contracts): Promise<Files> =>
  tidied({
    'types.ts': await typesFile('common', contracts.common, []),
    ...validatorFiles('common', contracts.common, contracts.folder),
  });

async function serviceFiles(
  service: ServiceContract,
  contracts: Contracts,
  hasRest: boolean,
  hasMessages: boolean,
): Promise<Files> {
  const { name, schemas, settings, openApi, asyncApi } = service;
  const document = openApi ?? asyncApi;
  const version = document === undefined ? '' : textOf(objectOf(readYaml(document)['info'])['version']);
  return {
    'types.ts': await typesFile(name, schemas, namedByOperations(service)),
    'bounds.ts': boundsFile(name, schemas),
    'settings.ts': settingsFile(name, settings, contracts.commonSettings),
    'contract.ts': contractFile(name, { rest: hasRest, messages: hasMessages }, version || '0.1.0'),
    ...validatorFiles(name, schemas, contracts.folder),
  };
}

/** Compiled validators are for no eye, and long. */
const tidied = async (files: Files): Promise<Files> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(files).map(async ([name, text]): Promise<[string, string]> => [
        name,
        name.endsWith('.ts') ? await formatted(text) : text,
      ]),
    ),
  );

/** What belongs to no service, when all are generated. */
async function everybodys(output: string, contracts: Contracts, put: typeof write, check: boolean): Promise<string[]> {
  const left = strays(output, ['common', 'platform', ...contracts.names]);
  if (!check) for (const folder of left) rmSync(folder, { recursive: true });
  return [
    ...put(path.join(output, 'common'), await commonFiles(contracts)),
    ...put(path.join(output, 'platform'), await tidied({ 'settings.ts': settingsIndex(contracts.names) })),
    ...left,
  ];
}

const json = (document: JsonObject): string => `${JSON.stringify(document, null, 1)}\n`;

/** The document of a service that serves nothing. */
const emptyDocument = (title: string): JsonObject => ({
  openapi: '3.1.0',
  info: { title, version: '0.1.0' },
  paths: {},
});

function throwFaults(faults: readonly string[]): void {
  if (faults.length > 0)
    throw new Error(
      `contracts that break a rule (docs/contracts.md):\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
}
