// Generated from contracts/rs-admin-instance/schemas — do not edit.
/** Elements of a list at most, by its schema or the member of a schema that it is. */
export const bounds = {
  'Account.projects': 1000,
  'RevocationList.revocations': 5000,
  TenantNames: 1000,
} as const;
