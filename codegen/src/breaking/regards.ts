/** How operations differ from those of REGARDS: what one of its clients sends and would not find taken here. */
import { objectOf, objectsOf, pointed, textOf } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { operationsOf, resolved } from '../openapi/document.ts';
import type { Operation } from '../openapi/document.ts';
import { beyond } from './subset.ts';

export interface Difference {
  /** `GET /models/{}`: names of placeholders count for nothing. */
  readonly operation: string;
  readonly what: string;
}

/** @param theirs REGARDS's document of the service, none for a service it does not have */
export function differences(theirs: JsonObject | undefined, ours: JsonObject): Difference[] {
  if (theirs === undefined) return [{ operation: '*', what: 'the service is ours alone' }];
  const known = new Map(operationsOf(theirs).map((one) => [shapeOf(one), one]));
  return operationsOf(ours).flatMap((own) => {
    const operation = shapeOf(own);
    const other = known.get(operation);
    const found = other ? operationDifferences(theirs, other, ours, own) : ['is ours alone'];
    return found.map((what) => ({ operation, what }));
  });
}

const shapeOf = ({ method, path }: Operation): string =>
  `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, '{}').replace(/(.)\/$/, '$1')}`;

function operationDifferences(theirs: JsonObject, other: Operation, ours: JsonObject, own: Operation): string[] {
  const sent = (from: Json | undefined, to: Json | undefined, place: string): string[] =>
    beyond(inside(theirs, from), inside(ours, to), 'from', place);
  return [
    ...other.parameters.filter(isSent).flatMap((one) => {
      const mine = own.parameters.find((known) => nameOf(known) === nameOf(one) && known['in'] === one['in']);
      if (!mine) return [`${textOf(one['in'])} parameter ${textOf(one['name'])} is not taken`];
      const isDemanded = mine['required'] === true && one['required'] !== true;
      return isDemanded ? [`parameter ${textOf(one['name'])} is required here`] : [];
    }),
    ...own.parameters
      .filter((mine) => mine['required'] === true && isSent(mine))
      .filter((mine) => !other.parameters.some((one) => nameOf(one) === nameOf(mine)))
      .map((mine) => `parameter ${textOf(mine['name'])} is required here`),
    ...bodyDifferences(
      resolved(theirs, other.operation['requestBody']),
      resolved(ours, own.operation['requestBody']),
      sent,
    ),
  ];
}

/** Placeholders of a path are compared by their places, and what REGARDS's documents call parameters of Spring not at all. */
const isSent = ({ in: place, name }: JsonObject): boolean =>
  place !== 'path' && !['pageable', 'assembler'].includes(textOf(name));
const nameOf = ({ name }: JsonObject): string => textOf(name).toLowerCase();

const inside = (document: JsonObject, schema: Json | undefined) => ({
  schema,
  resolve: (reference: string) => (reference.startsWith('#/') ? pointed(document, reference.slice(1)) : undefined),
});

function bodyDifferences(
  theirs: JsonObject,
  ours: JsonObject,
  sent: (from: Json | undefined, to: Json | undefined, place: string) => string[],
): string[] {
  const [given, taken] = [objectsOf(theirs['content']), objectOf(ours['content'])];
  const types = Object.keys(taken);
  if (given.length === 0) return ours['required'] === true ? ['a body is required here'] : [];
  if (types.length === 0) return ['no body is taken'];
  return given.flatMap(([type, { schema }]) => {
    const same = type in taken ? type : type === '*/*' ? types[0] : undefined;
    return same === undefined
      ? [`body as ${type} is not taken`]
      : sent(schema, objectOf(taken[same])['schema'], 'body');
  });
}
