/** From contracts to generated folders, all services in one go. */
import path from 'node:path';
import { generateMessages } from './asyncapi/generator.ts';
import { contractFile } from './contractFile.ts';
import { readContracts, readYaml } from './contracts.ts';
import type { Contracts, ServiceContract } from './contracts.ts';
import { bundled } from './openapi/bundle.ts';
import { generateOpenApi } from './openapi/generator.ts';
import type { OpenApiFiles, OpenApiJob } from './openapi/generator.ts';
import { prepared } from './openapi/prepare.ts';
import { drift, write } from './output.ts';
import { checkRules } from './rules.ts';
import { settingsFile, settingsIndex } from './settingsFile.ts';
import { referencesOf, typesFile } from './types.ts';
import { validatorFiles } from './validators.ts';

export interface GenerateOptions {
  readonly contracts: string;
  readonly output: string;
  /** Services to generate, all when empty. */
  readonly only: readonly string[];
  readonly check: boolean;
  readonly scratch: string;
  readonly progress: (line: string) => void;
}

/** Gives the files that changed, or would change. */
export async function generate({ contracts: folder, output, only, check, scratch, progress }: GenerateOptions): Promise<string[]> {
  const started = performance.now();
  const contracts = readContracts(folder);
  const services = contracts.services.filter(({ name }) => only.length === 0 || only.includes(name));
  const unknown = only.filter((name) => !contracts.services.some((service) => service.name === name));
  if (unknown.length > 0) throw new Error(`no contract of ${unknown.join(', ')} in ${folder}`);
  checkRules(services);

  const jobs: OpenApiJob[] = [];
  const documents = new Map<string, string>();
  for (const service of services) {
    if (service.openApi === undefined) continue;
    progress(`  ${service.name}: bundling`);
    const document = await bundled(service.openApi);
    documents.set(service.name, `${JSON.stringify(document, null, 1)}\n`);
    jobs.push({ service: service.name, prepared: prepared(document) });
  }
  progress(`  openapi-generator: ${jobs.length} documents`);
  const rest = await generateOpenApi(jobs, scratch);
  progress(`  asyncapi-generator: ${services.filter(({ asyncApi }) => asyncApi).length} documents`);
  const messages = await generateMessages(services, contracts, scratch);

  const changed: string[] = [];
  const put = check ? drift : write;
  const all = [...contracts.common, ...contracts.services.flatMap(({ schemas }) => schemas)];
  if (only.length === 0) {
    const common = { 'types.ts': await typesFile('common', contracts.common, []), ...validatorFiles('common', contracts.common, all) };
    changed.push(...put(path.join(output, 'common'), common));
    changed.push(...put(path.join(output, 'platform'), { 'settings.ts': settingsIndex(contracts.services.map(({ name }) => name)) }));
  }
  for (const service of services) {
    const files = {
      ...(await serviceFiles(service, contracts, rest.get(service.name), messages.get(service.name))),
      ...validatorFiles(service.name, service.schemas, all),
      ...(documents.has(service.name) ? { 'openapi.json': documents.get(service.name) ?? '' } : {}),
    };
    changed.push(...put(path.join(output, service.name), files));
  }
  progress(`${check ? 'compared' : 'generated'} ${services.length} services in ${((performance.now() - started) / 1000).toFixed(1)} s, ${changed.length} files ${check ? 'differ' : 'changed'}`);
  return changed;
}

async function serviceFiles(service: ServiceContract, contracts: Contracts, rest: OpenApiFiles | undefined, messages: string | undefined) {
  const { name, schemas, settings, openApi } = service;
  const version = openApi === undefined ? '0.1.0' : String((readYaml(openApi)['info'] as { version?: string })?.version ?? '0.1.0');
  return {
    'types.ts': await typesFile(name, schemas, referencesOf(service)),
    'settings.ts': settingsFile(name, settings, contracts.commonSettings),
    'contract.ts': contractFile(name, { rest: rest !== undefined, messages: messages !== undefined }, version),
    ...(rest ?? {}),
    ...(messages === undefined ? {} : { 'messages.ts': messages }),
  };
}
