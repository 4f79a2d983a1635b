/** Rule of lists: each says how long it may be, so that nobody who reads it runs out of memory. */
import { listOf, objectOf, objectsIn } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { unless } from './fault.ts';

/** @param place what the faults begin with */
export const listFaults = (place: string, schema: Json | undefined): string[] =>
  [...objectsIn(schema)]
    .filter(([one, way]) => isList(one, way) && typeof one['maxItems'] !== 'number')
    .flatMap(([, way]) =>
      unless(
        isPageContent(schema, way),
        `${[place, ...way].join(' ')}: maxItems is missing; a list that is not given in pages says how long it may be`,
      ),
    );

/** Of a document with every file taken in: lists that stand in no file of schemas/, which has faults of its own. */
export const inlineListFaults = (service: string, { components, ...document }: JsonObject): string[] => {
  const parts = Object.entries(objectOf(components)).filter(([name]) => name !== 'schemas');
  return listFaults(`contracts/${service}`, { ...document, components: Object.fromEntries(parts) });
};

const isList = ({ type }: JsonObject, way: readonly string[]): boolean =>
  !isData(way) && (type === 'array' || listOf(type).includes('array'));

/** Examples and defaults are values, and no schemas. */
const isData = (way: readonly string[]): boolean =>
  way.some((name, at) => ['example', 'examples', 'default'].includes(name) && way[at - 1] !== 'properties');

/** Envelopes of other kinds have no list in their content. */
const isPageContent = (schema: Json | undefined, way: readonly string[]): boolean =>
  way.join('.') === 'properties.content' && objectOf(schema)['x-regards-envelope'] !== undefined;
