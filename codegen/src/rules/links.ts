/** Rules of links: what a link leads to is there, and gets what it asks for. */
import { listOf, objectOf, objectsOf, textOf } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { operationsOf, resolved } from '../openapi/document.ts';
import type { Operation } from '../openapi/document.ts';
import { unless } from './fault.ts';

/** @param document with every file taken in */
export function linkFaults(service: string, document: JsonObject): string[] {
  const operations = new Map(operationsOf(document).map((one) => [textOf(one.operation['operationId']), one]));
  return objectsOf(objectOf(document['components'])['schemas']).flatMap(([name, schema]) =>
    listOf(schema['x-regards-links'])
      .map(objectOf)
      .flatMap((link) => {
        const place = `contracts/${service}/schemas/${name}.yaml: link ${textOf(link['rel'])}`;
        const target = operations.get(textOf(link['operation']));
        if (!target) return [`${place}: there is no operation ${textOf(link['operation'])}`];
        return [
          ...parameterFaults(place, target, objectOf(link['parameters'])),
          ...[
            ...Object.values(objectOf(link['parameters'])),
            ...listOf(objectOf(link['when'])['path'] === undefined ? [] : [objectOf(link['when'])['path'] ?? '']),
          ].flatMap((way) =>
            unless(
              leads(document, objectOf(schema['properties'])['content'], textOf(way).split('.')),
              `${place}: content has no ${textOf(way)}`,
            ),
          ),
        ];
      }),
  );
}

const parameterFaults = (place: string, { parameters, operation }: Operation, given: JsonObject): string[] => [
  ...parameters
    .filter((one) => one['required'] === true && !(textOf(one['name']) in given))
    .map((one) => `${place}: ${textOf(operation['operationId'])} needs the parameter ${textOf(one['name'])}`),
  ...Object.keys(given)
    .filter((name) => !parameters.some((one) => one['name'] === name))
    .map((name) => `${place}: ${textOf(operation['operationId'])} has no parameter ${name}`),
];

/** Whether a dotted path leads to something the schema names; what a schema leaves open may be there. */
function leads(document: JsonObject, schema: Json | undefined, way: readonly string[]): boolean {
  const [step, ...rest] = way;
  if (step === undefined) return true;
  const { properties, anyOf, oneOf, allOf } = resolved(document, schema);
  const variants = [...listOf(anyOf), ...listOf(oneOf), ...listOf(allOf)];
  if (variants.some((one) => leads(document, one, way) && 'properties' in resolved(document, one))) return true;
  if (properties === undefined) return variants.length === 0;
  const inner = objectOf(properties)[step];
  return inner !== undefined && leads(document, inner, rest);
}
