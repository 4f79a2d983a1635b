/** Writes a model as the file that an import reads to the same model (products and models §10). */
import type { Attribute } from './attribute.ts';
import type { Computation, ComputationKind } from './computation.ts';
import type { DeclaredAttribute, ModelDocument } from './document.ts';
import { defaultFragment } from './name.ts';
import type { Restriction } from './restriction.ts';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** The whole file, in UTF-8, lines indented by four spaces. */
export function writeModelFile({ name, description, version, type, fragments, attributes }: ModelDocument): string {
  const of = (fragment: string) => attributes.filter((one) => one.fragment === fragment).flatMap(attributeLines);
  const lines = element('model', {}, [
    ...text('name', name),
    ...text('description', description),
    ...text('version', version),
    ...text('type', type),
    ...of(defaultFragment),
    ...fragments.flatMap((fragment) =>
      element('fragment', {}, [
        ...text('name', fragment.name),
        ...text('description', fragment.description),
        ...text('version', fragment.version),
        ...of(fragment.name),
      ]),
    ),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
}

function attributeLines({ name, type, declaration, computation }: DeclaredAttribute): string[] {
  const {
    label,
    description,
    unit,
    precision,
    arraysize,
    alterable,
    optional,
    indexed,
    group,
    restriction,
    properties,
    esMapping,
  } = declaration;
  return element('attribute', { alterable, optional, indexed, group }, [
    ...text('label', label),
    ...text('name', name),
    ...text('description', description),
    ...text('type', type, { unit, precision, arraysize }),
    ...(restriction ? element('restriction', {}, restrictionLines(restriction)) : []),
    ...(computation ? element('computation', {}, computationLines(computation)) : []),
    ...properties.map(({ key, value }) => empty('property', { key, value })),
    ...text('esMapping', esMapping),
  ]);
}

function restrictionLines(restriction: Restriction): string[] {
  if (restriction.type === 'PATTERN') return text('pattern', restriction.pattern);
  if (restriction.type === 'ENUMERATION')
    return element(
      'enumeration',
      {},
      restriction.acceptableValues.flatMap((value) => text('value', value)),
    );
  if (restriction.type === 'JSON_SCHEMA')
    return [
      ...text('json_schema', restriction.jsonSchema),
      ...restriction.indexableFields.flatMap((field) => text('indexable_field', field)),
    ];
  return element(restriction.type.toLowerCase(), {}, [
    ...text('min', String(restriction.min), { excluded: restriction.minExcluded }),
    ...text('max', String(restriction.max), { excluded: restriction.maxExcluded }),
  ]);
}

const computationNames: Readonly<Record<ComputationKind, string>> = {
  count: 'count',
  sum: 'sum_compute',
  min: 'min_compute',
  max: 'max_compute',
};

function computationLines({ label, kind, attribute, fragment }: Computation): string[] {
  const parameters = { parameterAttributeName: attribute, parameterAttributeFragmentName: fragment };
  return [...text('label', label), empty(computationNames[kind], parameters)];
}

const element = (name: string, attributes: Attributes, lines: readonly string[]): string[] => [
  `<${name}${written(attributes)}>`,
  ...lines.map((line) => `    ${line}`),
  `</${name}>`,
];

const text = (name: string, content: string | undefined, attributes: Attributes = {}): string[] =>
  content === undefined ? [] : [`<${name}${written(attributes)}>${escaped(content)}</${name}>`];

const empty = (name: string, attributes: Attributes): string => `<${name}${written(attributes)}/>`;

function written(attributes: Attributes): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return given
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(String(value)).replaceAll(/[\t\n]/g, (one) => `&#${one.charCodeAt(0)};`)}"`,
    )
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Characters that XML 1.0 has no way to write (§2.2) become the replacement character. */
const escaped = (content: string): string =>
  content
    .toWellFormed()
    .replaceAll(/[&<>"\r]/g, (one) => entities[one] ?? one)
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

/** What the file is called where it is saved. */
export const modelFileName = ({ name }: Pick<Attribute, 'name'>): string => `model-${name}.xml`;
