/** A model with all it declares, as a file carries it from one project to another. */
import type { Attribute } from './attribute.ts';
import { attributeFaults } from './attribute.ts';
import { computationFaults } from './computation.ts';
import type { Computation } from './computation.ts';
import { defaultFragment, nameFaults } from './name.ts';
import type { EntityType } from './propertyType.ts';
import type { SchemaJudge } from './restriction.ts';

export interface DeclaredAttribute extends Attribute {
  readonly computation?: Computation;
}

export interface DeclaredFragment {
  readonly name: string;
  readonly description?: string;
  readonly version?: string;
}

export interface ModelHead {
  readonly name: string;
  readonly description?: string;
  readonly version?: string;
  readonly type: EntityType;
}

export interface ModelDocument extends ModelHead {
  /** Those that are not `default`, in their order. */
  readonly fragments: readonly DeclaredFragment[];
  /** In the order of the model. */
  readonly attributes: readonly DeclaredAttribute[];
}

/** Sentences on what is wrong with a model, none when nothing is. */
export function headFaults({ name, version }: Pick<ModelHead, 'name' | 'version'>): string[] {
  return [...nameFaults('The name of the model', name), ...versionFaults('the model', version)];
}

export const versionFaults = (what: string, version: string | undefined): string[] =>
  version !== undefined && version.length > 16 ? [`The version of ${what} is longer than 16 characters.`] : [];

/** The same of everything a document declares, its own contradictions included. */
export function documentFaults(document: ModelDocument, judge: SchemaJudge): string[] {
  const { fragments, attributes, type } = document;
  const fragmentNames = fragments.map(({ name }) => name);
  const keys = attributes.map(({ fragment, name }) => `${fragment}.${name}`);
  return [
    ...headFaults(document),
    ...fragments.flatMap(({ name, version }) => [
      ...nameFaults('The fragment', name),
      ...versionFaults(`fragment ${name}`, version),
    ]),
    ...twice(fragmentNames).map((name) => `The fragment ${name} is there twice.`),
    ...twice(keys).map((key) => `The attribute ${key.replace(`${defaultFragment}.`, '')} is there twice.`),
    ...attributes
      .filter(({ fragment, name }) => fragment === defaultFragment && fragmentNames.includes(name))
      .map(({ name }) => `Both an attribute and a fragment are called ${name}.`),
    ...attributes.flatMap((attribute) => [
      ...attributeFaults(attribute, judge),
      ...computationFaults(attribute.computation, attribute.type, type).map(
        (fault) => `Attribute ${attribute.name}: ${fault}`,
      ),
    ]),
  ];
}

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];
