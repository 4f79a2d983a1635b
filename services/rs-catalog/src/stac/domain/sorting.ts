/** What items are sorted by (STAC API sort extension); the URN breaks every tie, so that pages never overlap. */
import { fault } from './fault.ts';

export interface SortKey {
  readonly kind: 'moment' | 'identifier' | 'collection' | 'property';
  /** STAC name of the property, for kind `property`. */
  readonly property: string;
  readonly direction: 'asc' | 'desc';
}

/** Newest first, as archives are browsed. */
export const defaultSort: readonly SortKey[] = [{ kind: 'moment', property: 'datetime', direction: 'desc' }];

/** `+properties.datetime,-eo:cloud_cover`; without a sign ascending. */
export function sortOfText(text: string): SortKey[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const direction = part.startsWith('-') ? 'desc' : 'asc';
      return sortKey(part.replace(/^[+-]/, ''), direction);
    });
}

export const sortOfRules = (rules: readonly { field: string; direction?: 'asc' | 'desc' | undefined }[]): SortKey[] =>
  rules.map(({ field, direction }) => sortKey(field, direction ?? 'asc'));

function sortKey(field: string, direction: SortKey['direction']): SortKey {
  const property = field.replace(/^properties\./, '');
  if (property === '') fault('sortby', 'a property is missing');
  if (property === 'datetime') return { kind: 'moment', property, direction };
  if (property === 'id') return { kind: 'identifier', property, direction };
  if (property === 'collection') return { kind: 'collection', property, direction };
  return { kind: 'property', property, direction };
}
