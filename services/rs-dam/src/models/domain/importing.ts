/**
 * What an import does to a project (products and models §10.1, §11): an unknown model is made; to a known one what is
 * new is added, nothing is changed or removed.
 */
import { entityAlreadyExists, refusal, RefusedError } from '@regards/core';
import { keyOf, sameDeclaration } from './attribute.ts';
import type { Attribute, Declaration } from './attribute.ts';
import type { Computation } from './computation.ts';
import type { DeclaredAttribute, DeclaredFragment, ModelDocument } from './document.ts';
import { defaultFragment } from './name.ts';
import type { EntityType } from './propertyType.ts';

/** What is kept of the names that a document uses. */
export interface Known {
  readonly model?: { readonly type: EntityType; readonly attributes: ReadonlySet<string> };
  /** Names of all fragments. */
  readonly fragments: ReadonlySet<string>;
  /** Attributes of the document's fragments and those of `default`, by key. */
  readonly attributes: ReadonlyMap<string, Attribute>;
}

export interface Binding {
  readonly fragment: string;
  readonly name: string;
  /** This model's own declaration, where it is not the one that is kept. */
  readonly declaration?: Declaration;
  readonly computation?: Computation;
}

export interface ImportPlan {
  readonly fragments: readonly DeclaredFragment[];
  readonly attributes: readonly Attribute[];
  /** What the model gets that it does not have, in its order. */
  readonly bindings: readonly Binding[];
}

/** Throws RefusedError when the document contradicts what is there. */
export function planImport(document: ModelDocument, known: Known): ImportPlan {
  const { model } = known;
  if (model && model.type !== document.type) {
    throw contradiction(`Model ${document.name} is there and of type ${model.type}, not ${document.type}.`);
  }
  refuseNameClashes(document, known);
  for (const attribute of document.attributes) refuseOtherType(attribute, known);
  for (const { name } of document.fragments) refuseOtherFragment(name, document, known);
  return {
    fragments: document.fragments.filter(({ name }) => !known.fragments.has(name)),
    attributes: document.attributes
      .filter((one) => !known.attributes.has(keyOf(one)))
      .map(({ fragment, name, type, declaration }) => ({ fragment, name, type, declaration })),
    bindings: document.attributes
      .filter((one) => !model?.attributes.has(keyOf(one)))
      .map((one) => bindingOf(one, known)),
  };
}

function bindingOf({ fragment, name, declaration, computation, ...rest }: DeclaredAttribute, known: Known): Binding {
  const kept = known.attributes.get(keyOf({ fragment, name, ...rest }));
  const own = kept && !sameDeclaration(kept.declaration, declaration);
  return { fragment, name, ...(own ? { declaration } : {}), ...(computation ? { computation } : {}) };
}

/** A plain attribute and a fragment of one name would have one path in a feature. */
function refuseNameClashes({ attributes, fragments }: ModelDocument, known: Known): void {
  for (const { fragment, name } of attributes) {
    if (fragment === defaultFragment && known.fragments.has(name))
      throw new RefusedError(entityAlreadyExists('Fragment', name));
  }
  for (const { name } of fragments) {
    const clash = !known.fragments.has(name) && known.attributes.has(keyOf({ fragment: defaultFragment, name }));
    if (clash) throw new RefusedError(entityAlreadyExists('AttributeModel', name));
  }
}

function refuseOtherType(attribute: DeclaredAttribute, known: Known): void {
  const kept = known.attributes.get(keyOf(attribute));
  if (!kept || kept.type === attribute.type) return;
  const { fragment, name, type } = attribute;
  throw contradiction(
    `Attribute ${fragment}.${name} is not compatible: it is there with type ${kept.type}, not ${type}.`,
  );
}

/** A fragment is shared as a whole; a model that has it already may add to it. */
function refuseOtherFragment(fragment: string, { attributes }: ModelDocument, known: Known): void {
  const isIn = (one: Pick<Attribute, 'fragment'>) => one.fragment === fragment;
  const kept = [...known.attributes.values()].filter(isIn).map(keyOf);
  const has = kept.some((key) => known.model?.attributes.has(key));
  if (!known.fragments.has(fragment) || kept.length === 0 || has) return;
  const declared = new Set(attributes.filter(isIn).map(keyOf));
  const differing = kept.filter((key) => !declared.has(key)).concat([...declared].filter((key) => !kept.includes(key)));
  if (differing.length === 0) return;
  const names = differing.map((key) => key.slice(fragment.length + 1)).join(', ');
  throw contradiction(`Fragment ${fragment} is there with other attributes; they differ in ${names}.`);
}

const contradiction = (sentence: string): RefusedError => new RefusedError(refusal('unreadable-request', sentence));
