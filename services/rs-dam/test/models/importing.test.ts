/** What an import does to a project, as values. */
import { expect, test } from '@jest/globals';
import { RefusedError } from '@regards/core';
import { declarationOf, keyOf } from '../../src/models/domain/attribute.ts';
import type { Attribute } from '../../src/models/domain/attribute.ts';
import type { ModelDocument } from '../../src/models/domain/document.ts';
import { planImport } from '../../src/models/domain/importing.ts';
import type { Known } from '../../src/models/domain/importing.ts';

const attribute = (name: string, fragment = 'default', label = name): Attribute => ({
  fragment,
  name,
  type: 'STRING',
  declaration: declarationOf({ label, alterable: true, optional: true, indexed: false, properties: [] }),
});

const document = (...attributes: Attribute[]): ModelDocument => ({
  name: 'M',
  type: 'DATA',
  fragments: [...new Set(attributes.map(({ fragment }) => fragment))]
    .filter((name) => name !== 'default')
    .map((name) => ({ name })),
  attributes,
});

const known = (attributes: readonly Attribute[], has?: readonly Attribute[]): Known => ({
  ...(has ? { model: { type: 'DATA', attributes: new Set(has.map(keyOf)) } } : {}),
  fragments: new Set(['default', ...attributes.map(({ fragment }) => fragment)]),
  attributes: new Map(attributes.map((one) => [keyOf(one), one])),
});

const refused = (given: ModelDocument, there: Known): string => {
  try {
    planImport(given, there);
    return 'accepted';
  } catch (error) {
    return error instanceof RefusedError ? error.refusal.code : String(error);
  }
};

const [a, b, fa, fb] = [attribute('a'), attribute('b'), attribute('a', 'f'), attribute('b', 'f')];

test('everything of an unknown model is new', () => {
  const plan = planImport(document(a, fa), known([]));
  expect(plan.fragments.map(({ name }) => name)).toEqual(['f']);
  expect(plan.attributes.map(keyOf)).toEqual(['default/a', 'f/a']);
  expect(plan.bindings).toEqual([
    { fragment: 'default', name: 'a' },
    { fragment: 'f', name: 'a' },
  ]);
});

test('what is there is taken as it is, with an own declaration where the file says otherwise', () => {
  const other = attribute('b', 'default', 'Another label');
  const plan = planImport(document(a, other), known([a, b]));
  expect(plan.attributes).toEqual([]);
  expect(plan.bindings).toEqual([
    { fragment: 'default', name: 'a' },
    { fragment: 'default', name: 'b', declaration: other.declaration },
  ]);
});

test('a model that is there gets what it does not have, and no more', () => {
  const plan = planImport(document(a, b), known([a], [a]));
  expect([plan.attributes.map(keyOf), plan.bindings]).toEqual([['default/b'], [{ fragment: 'default', name: 'b' }]]);
});

test('a fragment grows by a model that has it', () => {
  expect(planImport(document(fa, fb), known([fa], [fa])).attributes.map(keyOf)).toEqual(['f/b']);
  expect(planImport(document(fa), known([fa, fb], [fa, fb])).bindings).toEqual([]);
});

test.each<[string, ModelDocument, Known, string]>([
  ['a fragment with more than another model has of it', document(fa, fb), known([fa]), 'unreadable-request'],
  ['a fragment with less', document(fa), known([fa, fb]), 'unreadable-request'],
  ['another type of an attribute', document({ ...a, type: 'LONG' }), known([a]), 'unreadable-request'],
  ['another type of the model', { ...document(a), type: 'DATASET' }, known([a], [a]), 'unreadable-request'],
  ['a fragment called as an attribute', document(attribute('x', 'a')), known([a]), 'entity-already-exists'],
  ['an attribute called as a fragment', document(attribute('f')), known([fa]), 'entity-already-exists'],
])('%s is refused', (_, given, there, code) => {
  expect(refused(given, there)).toBe(code);
});
