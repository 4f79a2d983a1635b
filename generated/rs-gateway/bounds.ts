// Generated from contracts/rs-gateway/schemas — do not edit.
/** Elements of a list at most, by its schema or the member of a schema that it is. */
export const bounds = {} as const;
