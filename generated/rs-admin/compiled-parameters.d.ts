// Generated from contracts/rs-admin/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const searchUsers: CompiledValidator;
export const getUserByEmail: CompiledValidator;
export const getUser: CompiledValidator;
export const updateUser: CompiledValidator;
export const deleteUser: CompiledValidator;
export const getRole: CompiledValidator;
export const updateRole: CompiledValidator;
export const deleteRole: CompiledValidator;
export const isRoleIncluded: CompiledValidator;
export const getRolesOfResource: CompiledValidator;
export const getRoleAscendants: CompiledValidator;
export const getRoleDescendants: CompiledValidator;
export const getRoleResources: CompiledValidator;
export const addRoleResource: CompiledValidator;
export const getRoleResourcesOfMicroservice: CompiledValidator;
export const deleteRoleResource: CompiledValidator;
export const getResources: CompiledValidator;
export const getResource: CompiledValidator;
export const updateResource: CompiledValidator;
export const getResourcesOfMicroservice: CompiledValidator;
export const registerResources: CompiledValidator;
export const deleteResources: CompiledValidator;
export const getControllers: CompiledValidator;
export const getResourcesOfController: CompiledValidator;
export const getRightsOfRoles: CompiledValidator;
