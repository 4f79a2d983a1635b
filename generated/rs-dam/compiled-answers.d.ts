// Generated from contracts/rs-dam/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const ModelResources: CompiledValidator;
export const Problem: CompiledValidator;
export const ModelResource: CompiledValidator;
export const ModelAttrAssocs: CompiledValidator;
export const AttributeModelResources: CompiledValidator;
export const AttributeModelResource: CompiledValidator;
export const PropertyTypes: CompiledValidator;
export const RestrictionTypes: CompiledValidator;
export const FragmentResources: CompiledValidator;
export const FragmentResource: CompiledValidator;
export const ModelAttrAssocResources: CompiledValidator;
export const ModelAttrAssocResource: CompiledValidator;
export const DataSourceResources: CompiledValidator;
export const DataSourceResource: CompiledValidator;
export const DatasetPage: CompiledValidator;
export const DatasetResource: CompiledValidator;
export const SubsettingValidity: CompiledValidator;
export const Dataset: CompiledValidator;
export const AccessGroupPage: CompiledValidator;
export const AccessGroupResource: CompiledValidator;
export const AccessRightPage: CompiledValidator;
export const AccessRightResource: CompiledValidator;
export const AccessRight: CompiledValidator;
export const CatalogueRules: CompiledValidator;
