/** The bundled documents of the contracts, as they were generated: what portal, mocks, fuzzing and examples read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isObject, objectOf, textOf } from './json.ts';
import type { JsonObject } from './json.ts';

/** Everything that references of one document lead to. */
export type Document = JsonObject;

export interface ServiceDocuments {
  /** Such as rs-fem. */
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Undefined when the service has no operation. */
  readonly rest?: Document;
  /** Undefined when the service neither tells nor hears. */
  readonly messages?: Document;
}

const generated = fileURLToPath(new URL('../../generated/', import.meta.url));

/** All services that have an operation or a message, by name. */
export const readServices = (folder: string = generated): ServiceDocuments[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('rs-'))
    .toSorted()
    .map((name) => serviceIn(path.join(folder, name), name))
    .filter(({ rest, messages }) => rest !== undefined || messages !== undefined);

/** @throws Error that names the services there are */
export function readService(name: string, folder?: string): ServiceDocuments {
  const services = readServices(folder);
  const found = services.find((service) => service.name === name);
  if (found) return found;
  throw new Error(`there is no contract of \`${name}\`; there are ${services.map((one) => one.name).join(', ')}`);
}

function serviceIn(folder: string, name: string): ServiceDocuments {
  const rest = documentIn(path.join(folder, 'openapi.json'));
  const messages = documentIn(path.join(folder, 'asyncapi.json'));
  const serves = rest !== undefined && Object.keys(objectOf(rest['paths'])).length > 0;
  const info = objectOf((serves ? rest : (messages ?? rest))?.['info']);
  return {
    name,
    version: textOf(info['version']),
    description: textOf(info['description']),
    ...(serves ? { rest } : {}),
    ...(messages ? { messages } : {}),
  };
}

function documentIn(file: string): Document | undefined {
  if (!existsSync(file)) return undefined;
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(document)) throw new Error(`${file} holds no document`);
  return document;
}
