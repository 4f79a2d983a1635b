/** A filter as a value: CQL2 (OGC 21-065r2) however it was written, its operators checked and its values typed. */
import type { Scalar } from './condition.ts';

export type Operand =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'value'; readonly value: Scalar }
  /** RFC 3339 in UTC. */
  | { readonly kind: 'instant'; readonly at: string }
  /** Compared without regard to case. */
  | { readonly kind: 'casei'; readonly of: Operand };

export const comparisons = ['=', '<>', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

export const spatialRelations = [
  's_intersects',
  's_disjoint',
  's_equals',
  's_touches',
  's_within',
  's_overlaps',
  's_crosses',
  's_contains',
] as const;
export type SpatialRelation = (typeof spatialRelations)[number];

export const temporalRelations = [
  't_after',
  't_before',
  't_contains',
  't_disjoint',
  't_during',
  't_equals',
  't_finishedBy',
  't_finishes',
  't_intersects',
  't_meets',
  't_metBy',
  't_overlappedBy',
  't_overlaps',
  't_startedBy',
  't_starts',
] as const;
export type TemporalRelation = (typeof temporalRelations)[number];

export const arrayRelations = ['a_equals', 'a_contains', 'a_containedBy', 'a_overlaps'] as const;
export type ArrayRelation = (typeof arrayRelations)[number];

/** A time: an interval of values, or one that properties tell. */
export interface Time {
  readonly from: Operand | 'open';
  readonly to: Operand | 'open';
}

export type Filter =
  | { readonly op: 'and' | 'or'; readonly all: readonly Filter[] }
  | { readonly op: 'not'; readonly one: Filter }
  | { readonly op: 'constant'; readonly holds: boolean }
  | { readonly op: 'compare'; readonly sign: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly op: 'in'; readonly of: Operand; readonly any: readonly Operand[] }
  | { readonly op: 'like'; readonly of: Operand; readonly pattern: string }
  | { readonly op: 'isNull'; readonly name: string }
  | { readonly op: 'spatial'; readonly relation: SpatialRelation; readonly geometry: object }
  | { readonly op: 'temporal'; readonly relation: TemporalRelation; readonly left: Time; readonly right: Time }
  | {
      readonly op: 'array';
      readonly relation: ArrayRelation;
      readonly name: string;
      readonly values: readonly Scalar[];
    };
