// Generated from contracts/rs-registry/schemas — do not edit.
/** Elements of a list at most, by its schema or the member of a schema that it is. */
export const bounds = {
  'Application.instance': 10000,
  'Applications.application': 1000,
} as const;
