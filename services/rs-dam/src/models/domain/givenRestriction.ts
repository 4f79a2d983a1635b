/** A restriction as a caller gives it, every member on its own, read to one that goes together. */
import { entityInvalid, RefusedError } from '@regards/core';
import type { RangeType, Restriction } from './restriction.ts';

export interface GivenRestriction {
  readonly type: string;
  readonly pattern?: string;
  readonly acceptableValues?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly minExcluded?: boolean;
  readonly maxExcluded?: boolean;
  readonly jsonSchema?: string;
  readonly indexableFields?: readonly string[];
}

/** Throws RefusedError, `entity-invalid`, when a member that the type asks for is missing. */
export function restrictionFrom(given: GivenRestriction): Restriction | undefined {
  switch (given.type) {
    case 'NO_RESTRICTION':
      return undefined;
    case 'PATTERN':
      return { type: 'PATTERN', pattern: needed(given, 'pattern') };
    case 'ENUMERATION':
      return { type: 'ENUMERATION', acceptableValues: needed(given, 'acceptableValues') };
    case 'JSON_SCHEMA':
      return {
        type: 'JSON_SCHEMA',
        jsonSchema: needed(given, 'jsonSchema'),
        indexableFields: given.indexableFields ?? [],
      };
    case 'INTEGER_RANGE':
    case 'LONG_RANGE':
    case 'DOUBLE_RANGE':
      return rangeFrom(given.type, given);
    default:
      throw new RefusedError(entityInvalid(`restriction: one of type ${given.type} cannot be configured.`));
  }
}

const rangeFrom = (type: RangeType, given: GivenRestriction): Restriction => ({
  type,
  min: needed(given, 'min'),
  max: needed(given, 'max'),
  minExcluded: given.minExcluded ?? false,
  maxExcluded: given.maxExcluded ?? false,
});

function needed<Name extends keyof GivenRestriction>(
  given: GivenRestriction,
  name: Name,
): NonNullable<GivenRestriction[Name]> {
  const value = given[name];
  if (value === undefined || value === null)
    throw new RefusedError(entityInvalid(`restriction: a ${given.type} has a member ${name}.`));
  return value;
}
