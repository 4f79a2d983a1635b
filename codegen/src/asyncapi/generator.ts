/** Runs the AsyncAPI generator with our template over each document. */
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { readYaml } from '../contracts.ts';
import type { Contracts, ServiceContract } from '../contracts.ts';
import { listOf, objectOf, textOf } from '../json.ts';
import { bindings } from './bindings.ts';

const codegen = path.resolve(import.meta.dirname, '../..');

/** messages.ts of each service that has an AsyncAPI document; throws an error naming the document that is not valid. */
export async function generateMessages(
  services: readonly ServiceContract[],
  contracts: Contracts,
  scratch: string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const documents = services.flatMap(({ name, asyncApi }) =>
    asyncApi === undefined ? [] : [{ name, file: asyncApi }],
  );
  if (documents.length === 0) return found;
  // The generator looks for a global npm beside the node binary, and Node from the registry has none.
  process.env['NODE_PATH'] ??= path.resolve(
    process.env['npm_execpath'] ?? '/usr/lib/node_modules/npm/bin/npm-cli.js',
    '../../..',
  );
  const { default: Generator } = await import('@asyncapi/generator');
  const template = copiedTemplate(scratch);
  for (const { name, file } of documents) {
    const output = path.join(scratch, name, 'messages');
    mkdirSync(output, { recursive: true });
    const generator = new Generator(template, output, {
      forceWrite: true,
      templateParams: { bindings: JSON.stringify(bindings(name, readYaml(file), contracts)) },
    });
    await generator.generate(readFileSync(file, 'utf8'), { path: file }).catch((failure: unknown) => {
      throw new Error(`${file}: ${faultsOf(failure)}`, { cause: failure });
    });
    found.set(name, readFileSync(path.join(output, 'messages.ts'), 'utf8'));
  }
  return found;
}

/** The generator transpiles into the template's folder, where another run would read half a file. */
function copiedTemplate(scratch: string): string {
  const template = path.join(scratch, 'asyncapi-template');
  cpSync(path.join(codegen, 'asyncapi-template'), template, { recursive: true });
  symlinkSync(path.join(codegen, 'node_modules'), path.join(template, 'node_modules'));
  return template;
}

/** The parser's diagnostics that are errors, each with its place. */
function faultsOf(failure: unknown): string {
  const { message, diagnostics } = JSON.parse(
    JSON.stringify({ ...objectOf(failure as never), message: String(failure) }),
  ) as Record<string, never>;
  const errors = listOf(diagnostics)
    .map(objectOf)
    .filter(({ severity }) => severity === 0);
  return [
    textOf(message),
    ...errors.map((one) => `  ${listOf(one['path']).map(textOf).join('.')}: ${textOf(one['message'])}`),
  ].join('\n');
}
