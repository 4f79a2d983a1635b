/** An attribute of a model as far as judging its values goes (products and models §7–§9). */

export interface AttributeRule {
  readonly name: string;
  /** Absent for attributes outside of any fragment. */
  readonly fragment?: string;
  readonly type: string;
  readonly optional: boolean;
  /** Whether a patch may change it. */
  readonly alterable: boolean;
  /** Whether its value is computed, and so must not be given. */
  readonly computed: boolean;
  readonly restriction?: Restriction;
}

export interface Restriction {
  readonly type: string;
  readonly pattern?: string;
  readonly acceptableValues?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly minExcluded?: boolean;
  readonly maxExcluded?: boolean;
  readonly jsonSchema?: string;
}

/** Where a product has the attribute, below its properties. */
export const pathOf = ({ fragment, name }: Pick<AttributeRule, 'fragment' | 'name'>): string =>
  fragment === undefined ? name : `${fragment}.${name}`;
