/** What the template needs beside the document itself: to whom schemas and messages belong, and settled deliveries. */
import path from 'node:path';
import { readYaml, schemaReference } from '../contracts.ts';
import type { Contracts } from '../contracts.ts';
import { milliseconds, usualRetry } from '../durations.ts';
import { isObject, listOf, objectOf, objectsIn, objectsOf, pointed, textOf } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';

const usualBatch = { size: 1000, waitMs: 100 };

export interface Bindings {
  readonly service: string;
  /** Folder of the contract that a schema belongs to, by the schema's name. */
  readonly owners: Readonly<Record<string, string>>;
  /** Operations of which the message belongs to another service. */
  readonly foreign: readonly string[];
  readonly deliveries: Readonly<Record<string, Delivery>>;
}

export interface Delivery {
  readonly target: string;
  readonly batch: { readonly size: number; readonly waitMs: number };
  readonly retryMs: readonly number[];
  readonly invalid: string;
}

export function bindings(service: string, document: JsonObject, contracts: Contracts): Bindings {
  const operations = objectsOf(document['operations']);
  return {
    service,
    owners: ownersOf(service, document, contracts.folder),
    foreign: operations.filter(([, operation]) => ownerOf(document, operation) !== undefined).map(([id]) => id),
    deliveries: Object.fromEntries(
      operations.map(([id, operation]) => [id, deliveryOf(objectOf(operation['x-regards-delivery']))]),
    ),
  };
}

/** Follows references through the documents of all services, and gives where the schemas stand. */
function ownersOf(service: string, document: JsonObject, folder: string): Record<string, string> {
  const owners: Record<string, string> = {};
  const seen = new Set<string>();
  const walk = (owner: string, whole: JsonObject, value: Json | undefined): void => {
    for (const [{ $ref }] of objectsIn(value)) {
      const reference = textOf($ref);
      const schema = schemaReference(reference, owner);
      if (schema) owners[schema.name] ??= schema.owner;
      const [, other, pointer] = /^(?:\.\.\/([\w-]+)\/asyncapi\.yaml)?#(.+)$/.exec(reference) ?? [];
      if (pointer === undefined || seen.has(`${other ?? owner}${pointer}`)) continue;
      seen.add(`${other ?? owner}${pointer}`);
      const target = other === undefined ? whole : readYaml(path.join(folder, other, 'asyncapi.yaml'));
      walk(other ?? owner, target, pointed(target, pointer));
    }
  };
  walk(service, document, document);
  return owners;
}

/** The service that the message of an operation belongs to, none when it is its own, or one of many services. */
function ownerOf(document: JsonObject, operation: JsonObject): string | undefined {
  const reached = [...objectsIn(operation)].flatMap(([{ $ref }]) => (typeof $ref === 'string' ? [$ref] : []));
  for (const reference of reached) {
    const [, other] = /^\.\.\/([\w-]+)\/asyncapi\.yaml#/.exec(reference) ?? [];
    if (other === 'common') return undefined;
    if (other !== undefined) return other;
    const target = reference.startsWith('#/') ? pointed(document, reference.slice(1)) : undefined;
    const owner = isObject(target) ? ownerOf(document, target) : undefined;
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function deliveryOf({ target, batch, retry, invalid }: JsonObject): Delivery {
  const { size, wait } = objectOf(batch);
  return {
    target: textOf(target) || 'one',
    batch: { size: typeof size === 'number' ? size : usualBatch.size, waitMs: milliseconds(wait) ?? usualBatch.waitMs },
    retryMs: listOf(retry ?? usualRetry).map((step) => milliseconds(step) ?? 0),
    invalid: textOf(invalid) || 'dead-letter',
  };
}
