/** Reads a model out of the elements of its file (products and models §10). */
import type { Declaration } from './attribute.ts';
import { declarationOf } from './attribute.ts';
import type { Computation, ComputationKind } from './computation.ts';
import type { DeclaredAttribute, DeclaredFragment, ModelDocument } from './document.ts';
import { inspectModelFile, unreadable } from './modelFileGrammar.ts';
import type { XmlElement } from './modelFileGrammar.ts';
import { defaultFragment } from './name.ts';
import { isEntityType, isPropertyType } from './propertyType.ts';
import type { RangeRestriction, RangeType, Restriction } from './restriction.ts';

/** Throws RefusedError, `unreadable-request`, with the line, when the elements make no model. */
export function readModelFile(root: XmlElement): ModelDocument {
  inspectModelFile(root);
  const type = required(root, 'type');
  if (!isEntityType(type)) throw unreadable(`there is no model of type ${type}.`, root.line);
  const fragments = named(root, 'fragment');
  return {
    ...headOf(root),
    type,
    fragments: fragments.map(headOf).filter(({ name }) => name !== defaultFragment),
    attributes: [
      ...named(root, 'attribute').map((one) => attributeOf(one, defaultFragment)),
      ...fragments.flatMap((one) =>
        named(one, 'attribute').map((attribute) => attributeOf(attribute, required(one, 'name'))),
      ),
    ],
  };
}

const headOf = (element: XmlElement): DeclaredFragment => ({
  name: required(element, 'name'),
  ...given('description', optional(element, 'description')),
  ...given('version', optional(element, 'version')),
});

function attributeOf(element: XmlElement, fragment: string): DeclaredAttribute {
  const kind = only(element, 'type');
  const type = required(element, 'type');
  if (!kind || !isPropertyType(type) || type === 'OBJECT')
    throw unreadable(`there is no attribute of type ${type}.`, element.line);
  const computation = computationOf(only(element, 'computation'));
  return {
    fragment,
    name: required(element, 'name'),
    type,
    declaration: declarationFrom(element, kind),
    ...(computation ? { computation } : {}),
  };
}

function declarationFrom(element: XmlElement, kind: XmlElement): Declaration {
  return declarationOf({
    label: required(element, 'label'),
    description: optional(element, 'description'),
    unit: kind.attributes['unit'] ?? 'unitless',
    precision: whole(kind, 'precision'),
    arraysize: whole(kind, 'arraysize'),
    alterable: flag(element, 'alterable', true),
    optional: flag(element, 'optional', false),
    indexed: flag(element, 'indexed', false),
    group: element.attributes['group'],
    restriction: restrictionOf(only(element, 'restriction')),
    properties: named(element, 'property').map((one) => ({
      key: attributeText(one, 'key'),
      value: attributeText(one, 'value'),
    })),
    esMapping: optional(element, 'esMapping'),
  });
}

function restrictionOf(element: XmlElement | undefined): Restriction | undefined {
  const [kind, ...more] = element?.children.filter(({ name }) => name !== 'indexable_field') ?? [];
  if (!element || !kind) return undefined;
  const [second] = more;
  if (second) throw unreadable('a <restriction> is of one kind.', second.line);
  switch (kind.name) {
    case 'pattern':
      return { type: 'PATTERN', pattern: kind.text };
    case 'enumeration':
      return { type: 'ENUMERATION', acceptableValues: named(kind, 'value').map(({ text }) => text) };
    case 'json_schema':
      return {
        type: 'JSON_SCHEMA',
        jsonSchema: kind.text.trim(),
        indexableFields: named(element, 'indexable_field').map(({ text }) => text.trim()),
      };
    default:
      return rangeOf(kind);
  }
}

const ranges: Readonly<Record<string, RangeType>> = {
  integer_range: 'INTEGER_RANGE',
  long_range: 'LONG_RANGE',
  double_range: 'DOUBLE_RANGE',
};

function rangeOf(element: XmlElement): RangeRestriction {
  const type = ranges[element.name];
  const [min, max] = [only(element, 'min'), only(element, 'max')];
  if (!type || !min || !max) throw unreadable(`<${element.name}> has a <min> and a <max>.`, element.line);
  return {
    type,
    min: number(min),
    max: number(max),
    minExcluded: flag(min, 'excluded', false),
    maxExcluded: flag(max, 'excluded', false),
  };
}

const kinds: Readonly<Record<string, ComputationKind>> = {
  count: 'count',
  sum_compute: 'sum',
  min_compute: 'min',
  max_compute: 'max',
};

function computationOf(element: XmlElement | undefined): Computation | undefined {
  if (!element) return undefined;
  const [plugin, ...more] = element.children.filter(({ name }) => name !== 'label');
  const kind = plugin && kinds[plugin.name];
  if (!plugin || !kind || more.length > 0) throw unreadable('a <computation> computes one thing.', element.line);
  return {
    label: required(element, 'label'),
    kind,
    ...given('attribute', plugin.attributes['parameterAttributeName']),
    ...given('fragment', plugin.attributes['parameterAttributeFragmentName']),
  };
}

const named = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);

function only(element: XmlElement, name: string): XmlElement | undefined {
  const [first, second] = named(element, name);
  if (second) throw unreadable(`<${element.name}> has one <${name}> at most.`, second.line);
  return first;
}

const optional = (element: XmlElement, name: string): string | undefined =>
  only(element, name)?.text.trim() || undefined;

function required(element: XmlElement, name: string): string {
  const text = optional(element, name);
  if (text === undefined) throw unreadable(`<${element.name}> has no <${name}>.`, element.line);
  return text;
}

const given = <Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> =>
  value ? ({ [key]: value } as Partial<Record<Key, string>>) : {};

function attributeText(element: XmlElement, name: string): string {
  const text = element.attributes[name];
  if (!text) throw unreadable(`<${element.name}> has no ${name}.`, element.line);
  return text;
}

/** An xs:boolean. */
function flag(element: XmlElement, name: string, otherwise: boolean): boolean {
  const text = element.attributes[name]?.trim();
  if (text === undefined) return otherwise;
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw unreadable(`${name} of <${element.name}> is true or false, not ${text}.`, element.line);
}

function whole(element: XmlElement, name: string): number | undefined {
  const text = element.attributes[name]?.trim();
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text === '' || !Number.isSafeInteger(value))
    throw unreadable(`${name} of <${element.name}> is no whole number.`, element.line);
  return value;
}

function number(element: XmlElement): number {
  const text = element.text.trim();
  const value = Number(text);
  if (text === '' || !Number.isFinite(value))
    throw unreadable(`<${element.name}> is no number: ${text}.`, element.line);
  return value;
}
