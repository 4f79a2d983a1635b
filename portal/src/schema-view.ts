/** Schemas as readers see them: one section each, members in a table, references as links. */
import { exampleOf, listOf, nameOf, objectOf, objectsOf, resolved, textOf, typesOf, waysOf } from '@regards/reference';
import type { Document, Json, JsonObject, Schema } from '@regards/reference';
import { html } from './html.ts';
import type { Html, Value } from './html.ts';
import { prose } from './prose.ts';

export const schemaAnchor = (name: string): string => `schema-${name}`;

/** The names of all schemas that these ones lead to, in alphabetical order. */
export function schemasReached(document: Document, from: readonly (Json | undefined)[]): string[] {
  const found = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const object = objectOf(value);
      const name = nameOf(object);
      if (name !== '' && !found.has(name)) {
        found.add(name);
        visit(resolved(document, { $ref: textOf(object['$ref']) }));
      }
      Object.values(object).forEach(visit);
    }
  };
  from.forEach(visit);
  return [...found].toSorted();
}

/** A schema in one line: its name as a link, or its type. */
export function typeView(schema: Json | undefined): Value {
  const object = objectOf(schema);
  const name = nameOf(object);
  if (name !== '') return html`<a href="#${schemaAnchor(name)}">${name}</a>`;
  const ways = waysOf(object);
  if (ways.length > 0)
    return between(
      ways.map((way) => typeView(way)),
      ' or ',
    );
  if (object['const'] !== undefined) return html`<code>${JSON.stringify(object['const'])}</code>`;
  const types = typesOf(object).filter((type) => type !== 'null');
  const nullable = typesOf(object).includes('null') ? ' or null' : '';
  if (types.includes('array')) return html`list of ${typeView(object['items'])}${nullable}`;
  const format = textOf(object['format']);
  return `${types.join(' or ') || 'any value'}${format === '' ? '' : ` (${format})`}${nullable}`;
}

const between = (values: readonly Value[], separator: string): Value =>
  values.map((value, at): Value => (at === 0 ? value : [separator, value]));

/** What a value must be beyond its type, in words. */
export function limitsOf(schema: Schema): string[] {
  const say = (keyword: string, words: (value: string) => string): string[] => {
    const value = schema[keyword];
    return value === undefined ? [] : [words(typeof value === 'string' ? value : JSON.stringify(value))];
  };
  return [
    ...say(
      'enum',
      () =>
        `one of ${listOf(schema['enum'])
          .map((one) => textOf(one) || JSON.stringify(one))
          .join(', ')}`,
    ),
    ...say('default', (value) => `${value} when not said`),
    ...say('minLength', (value) => `at least ${value} characters`),
    ...say('maxLength', (value) => `at most ${value} characters`),
    ...say('minimum', (value) => `not below ${value}`),
    ...say('maximum', (value) => `not above ${value}`),
    ...say('minItems', (value) => `at least ${value} entries`),
    ...say('maxItems', (value) => `at most ${value} entries`),
    ...say('pattern', (value) => `matches ${value}`),
  ];
}

/** The section of one named schema. */
export function schemaSection(document: Document, name: string): Html {
  const schema = resolved(document, { $ref: `#/components/schemas/${name}` });
  const links = listOf(schema['x-regards-links']).map((one) => textOf(objectOf(one)['rel']));
  return html`<section class="schema" id="${schemaAnchor(name)}" aria-labelledby="${schemaAnchor(name)}-title">
    <h3 id="${schemaAnchor(name)}-title">${name}</h3>
    <p>${prose(textOf(schema['description']))}</p>
    ${membersOf(schema)} ${links.length > 0 ? html`<p class="fine">Links: ${links.join(', ')}</p>` : undefined}
  </section> `;
}

function membersOf(schema: Schema): Value {
  const members = objectsOf(schema['properties']);
  if (members.length === 0) {
    const limits = limitsOf(schema).join('; ');
    return html`<p class="fine">${typeView(schema)}${limits === '' ? undefined : ` · ${limits}`}</p>`;
  }
  const required = new Set(listOf(schema['required']));
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th>Member</th>
          <th>Type</th>
          <th>What it is</th>
        </tr>
      </thead>
      <tbody>
        ${members.map(([member, inner]) => memberRow(member, inner, required.has(member)))}
      </tbody>
    </table>
  </div>`;
}

const memberRow = (name: string, member: JsonObject, required: boolean): Html =>
  html`<tr>
    <th scope="row">
      <code>${name}</code>${required ? html`<span class="required" title="must be there">required</span>` : undefined}
    </th>
    <td>${typeView(member)}</td>
    <td>${prose(textOf(member['description']))}${limitView(member)}</td>
  </tr> `;

function limitView(schema: Schema): Value {
  const limits = limitsOf(schema).join('; ');
  return limits === '' ? undefined : html` <span class="fine">${limits}</span>`;
}

/** The contract's example of a schema, as text. */
export function exampleText(document: Document, schema: Schema): string {
  const example = exampleOf(document, schema);
  return typeof example === 'string' ? example : JSON.stringify(example, undefined, 2);
}
