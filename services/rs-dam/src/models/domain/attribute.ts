/** Attributes as models declare them (products and models §7.3). */
import { defaultFragment, nameFaults } from './name.ts';
import type { PropertyType } from './propertyType.ts';
import { restrictionFaults } from './restriction.ts';
import type { Restriction, SchemaJudge } from './restriction.ts';

/** A free remark, such as the attribute's name elsewhere under the key `stac`. */
export interface Remark {
  readonly key: string;
  readonly value: string;
}

/** Everything of an attribute that is not its name and type. */
export interface Declaration {
  readonly label: string;
  readonly description?: string;
  readonly unit?: string;
  readonly precision?: number;
  readonly arraysize?: number;
  readonly alterable: boolean;
  readonly optional: boolean;
  readonly indexed: boolean;
  readonly group?: string;
  readonly restriction?: Restriction;
  readonly properties: readonly Remark[];
  readonly esMapping?: string;
}

export interface Attribute {
  readonly fragment: string;
  readonly name: string;
  readonly type: PropertyType;
  readonly declaration: Declaration;
}

/** A key that no two attributes of a project share: `/` is in no name. */
export const keyOf = ({ fragment, name }: Pick<Attribute, 'fragment' | 'name'>): string => `${fragment}/${name}`;

/** Where a feature has the value: `properties.[fragment.]name`. */
export const jsonPathOf = ({ fragment, name }: Pick<Attribute, 'fragment' | 'name'>): string =>
  fragment === defaultFragment ? `properties.${name}` : `properties.${fragment}.${name}`;

/** Members in a fixed order and none undefined, so that equal declarations are equal as JSON. */
export const declarationOf = (parts: Declaration): Declaration => ({
  label: parts.label,
  ...(parts.description ? { description: parts.description } : {}),
  ...(parts.unit ? { unit: parts.unit } : {}),
  ...(parts.precision === undefined ? {} : { precision: parts.precision }),
  ...(parts.arraysize === undefined ? {} : { arraysize: parts.arraysize }),
  alterable: parts.alterable,
  optional: parts.optional,
  indexed: parts.indexed,
  ...(parts.group ? { group: parts.group } : {}),
  ...(parts.restriction ? { restriction: parts.restriction } : {}),
  properties: parts.properties.map(({ key, value }) => ({ key, value })),
  ...(parts.esMapping ? { esMapping: parts.esMapping } : {}),
});

export const sameDeclaration = (one: Declaration, other: Declaration): boolean =>
  JSON.stringify(declarationOf(one)) === JSON.stringify(declarationOf(other));

/** Sentences on what is wrong with an attribute, each naming it; none when nothing is. */
export function attributeFaults({ fragment, name, type, declaration }: Attribute, judge: SchemaJudge): string[] {
  const { label, unit, group, esMapping, properties, restriction } = declaration;
  const keys = properties.map(({ key }) => key);
  const faults = [
    ...(label === '' ? ['it has no label.'] : []),
    ...(label.length > 255 ? ['its label is longer than 255 characters.'] : []),
    ...(unit !== undefined && unit.length > 16 ? ['its unit is longer than 16 characters.'] : []),
    ...(group === undefined ? [] : nameFaults('its group', group)),
    ...keys
      .filter((key) => key.length > 32)
      .map((key) => `the key "${key.slice(0, 40)}" of a property is longer than 32 characters.`),
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `the property "${key}" is there twice.`),
    ...(esMapping === undefined || isJson(esMapping) ? [] : ['its esMapping is no JSON.']),
    ...restrictionFaults(type, restriction, judge),
  ];
  const named = fragment === defaultFragment ? name : `${fragment}.${name}`;
  return [
    ...nameFaults('The fragment', fragment),
    ...nameFaults('The attribute', name),
    ...faults.map((fault) => `Attribute ${named}: ${fault}`),
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
