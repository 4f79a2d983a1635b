/** Which elements and attributes a model file has, and where (products and models §10). */
import { refusal, RefusedError } from '@regards/core';

/** An element of an XML file, without comments and name spaces. */
export interface XmlElement {
  readonly name: string;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** A file that is no model: 400, with the line where it can be told. */
export const unreadable = (sentence: string, line?: number): RefusedError =>
  new RefusedError(refusal('unreadable-request', line === undefined ? sentence : `Line ${line}: ${sentence}`));

interface Rule {
  readonly children?: Readonly<Record<string, Rule>>;
  readonly attributes?: readonly string[];
}

const text: Rule = {};
const bound: Rule = { attributes: ['excluded'] };
const range: Rule = { children: { min: bound, max: bound } };
const computed: Rule = { attributes: ['parameterAttributeName', 'parameterAttributeFragmentName'] };

const attribute: Rule = {
  attributes: ['alterable', 'optional', 'indexed', 'group'],
  children: {
    label: text,
    name: text,
    description: text,
    type: { attributes: ['unit', 'precision', 'arraysize'] },
    restriction: {
      children: {
        enumeration: { children: { value: text } },
        pattern: text,
        integer_range: range,
        long_range: range,
        double_range: range,
        json_schema: text,
        indexable_field: text,
      },
    },
    computation: {
      children: { label: text, count: text, sum_compute: computed, min_compute: computed, max_compute: computed },
    },
    property: { attributes: ['key', 'value'] },
    esMapping: text,
  },
};

const fragment: Rule = { children: { name: text, description: text, version: text, attribute } };

const model: Rule = { children: { name: text, description: text, version: text, type: text, attribute, fragment } };

/** Refuses what a model file does not have: it would be lost without a word. */
export function inspectModelFile(root: XmlElement): void {
  if (root.name !== 'model') throw unreadable(`the root is <${root.name}>, not <model>.`, root.line);
  inspect(root, model);
}

function inspect(element: XmlElement, rule: Rule): void {
  for (const name of Object.keys(element.attributes)) {
    // Declarations of name spaces and the place of the schema say nothing of the model.
    if (name.startsWith('xmlns') || name.startsWith('xsi:') || rule.attributes?.includes(name)) continue;
    throw unreadable(`<${element.name}> has no attribute ${name}.`, element.line);
  }
  if (rule.children && element.text.trim() !== '')
    throw unreadable(`<${element.name}> has no text of its own.`, element.line);
  for (const child of element.children) {
    const known = rule.children && Object.hasOwn(rule.children, child.name) ? rule.children[child.name] : undefined;
    if (!known) throw unreadable(`<${child.name}> is not expected in <${element.name}>.`, child.line);
    inspect(child, known);
  }
}
