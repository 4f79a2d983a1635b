/** What is asked of products, and what becomes of it. */
import type { Feature } from '@regards/generated/rs-fem/types';
import type { FileMode, Patch } from '../domain/patch.ts';
import type { Change, KeptProduct } from '../domain/product.ts';

/** A product to be made, already judged. */
export interface NewProduct {
  readonly providerId: string;
  readonly urn?: string;
  readonly feature: Feature;
  readonly source: string;
  readonly session: string;
  readonly owner: string;
  readonly override: boolean;
  /** Whether it changes the product of its URN when there is one. */
  readonly updateIfExists: boolean;
}

/** A change of a product, already judged. */
export interface ProductPatch {
  readonly urn: string;
  readonly model: string;
  readonly patch: Patch;
  readonly fileMode: FileMode;
  readonly owner: string;
}

/** What became of one of them: the product as it is now, or why not. */
export type Outcome =
  | { readonly became: 'CREATED' | 'UPDATED' | 'DELETED'; readonly product: KeptProduct }
  /** REFUSED can be seen from what was asked and is there, FAILED only where it was tried. */
  | { readonly became: 'REFUSED' | 'FAILED'; readonly reason: string }
  | { readonly became: 'ABSENT' };

/** Outcomes in the order of what was asked, changes in the order in which they happened. */
export interface Work {
  readonly outcomes: readonly Outcome[];
  readonly changes: readonly Change[];
  /** Versions that gave way to a newer one, with the place of the one that asked for it. */
  readonly overridden: readonly { readonly product: KeptProduct; readonly by: number }[];
}

export const noWork: Work = { outcomes: [], changes: [], overridden: [] };
