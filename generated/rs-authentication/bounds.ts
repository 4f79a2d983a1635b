// Generated from contracts/rs-authentication/schemas — do not edit.
/** Elements of a list at most, by its schema or the member of a schema that it is. */
export const bounds = {
  'AuthenticationRefusal.stackTrace': 0,
  'AuthenticationRefusal.suppressedExceptions': 0,
  'JsonWebKeySet.keys': 100,
} as const;
