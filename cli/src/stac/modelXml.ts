/** Models as the XML that REGARDS imports (products and models §10). */
import type { Attribute } from './attributes.ts';

export interface ModelDescription {
  readonly name: string;
  readonly description: string;
  readonly type: 'DATA' | 'DATASET';
  /** Every attribute is optional, alterable and indexed: other items may lack it. */
  readonly attributes: readonly Attribute[];
}

export function modelXml({ name, description, type, attributes }: ModelDescription): string {
  const plain = attributes.filter((attribute) => attribute.fragment === undefined);
  const fragments = Map.groupBy(
    attributes.filter((attribute) => attribute.fragment !== undefined),
    (attribute) => attribute.fragment ?? '',
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<model>',
    `  <name>${escaped(name)}</name>`,
    `  <description>${escaped(description.slice(0, 255))}</description>`,
    `  <type>${type}</type>`,
    ...plain.map((attribute) => attributeXml(attribute, '  ')),
    ...[...fragments].flatMap(([fragment, members]) => [
      '  <fragment>',
      `    <name>${escaped(fragment)}</name>`,
      ...members.map((attribute) => attributeXml(attribute, '    ')),
      '  </fragment>',
    ]),
    '</model>',
    '',
  ].join('\n');
}

const attributeXml = ({ name, type, stac }: Attribute, indent: string): string =>
  [
    `${indent}<attribute alterable="true" optional="true" indexed="${type !== 'JSON'}">`,
    `${indent}  <label>${escaped(stac.slice(0, 255))}</label>`,
    `${indent}  <name>${escaped(name)}</name>`,
    `${indent}  <type>${type}</type>`,
    `${indent}  <property key="stac" value="${escaped(stac)}"/>`,
    `${indent}</attribute>`,
  ].join('\n');

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '');
