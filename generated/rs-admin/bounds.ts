// Generated from contracts/rs-admin/schemas — do not edit.
/** Elements of a list at most, by its schema or the member of a schema that it is. */
export const bounds = {
  'AccessRequestDto.metadata': 1000,
  'AccessRequestDto.accessGroups': 1000,
  'ProjectUser.accessGroups': 1000,
  'ProjectUser.metadata': 1000,
  'ProjectUserChanges.metadata': 1000,
  'ProjectUserChanges.accessGroups': 1000,
  ResourceMappings: 2000,
  ResourcesAccessResources: 20000,
  'RightsOfRole.operations': 20000,
  'RightsOfRole.authorizedAddresses': 1000,
  RightsOfRoles: 1000,
  'Role.authorizedAddresses': 1000,
  'RoleDraft.authorizedAddresses': 100,
  RoleResources: 1000,
  Roles: 1000,
} as const;
