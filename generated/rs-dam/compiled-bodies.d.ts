// Generated from contracts/rs-dam/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const Model: CompiledValidator;
export const AttributeModel: CompiledValidator;
export const Fragment: CompiledValidator;
export const ModelAttrAssoc: CompiledValidator;
export const DataSource: CompiledValidator;
export const DatasetDraft: CompiledValidator;
export const SubsettingQuery: CompiledValidator;
export const AccessGroup: CompiledValidator;
export const AccessRightDraft: CompiledValidator;
