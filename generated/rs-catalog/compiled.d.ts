// Generated from contracts/rs-catalog/schemas — do not edit.
import type { CompiledValidator } from '@regards/core';

export const IndexState: CompiledValidator;
export const PluginConfiguration: CompiledValidator;
export const PluginParameter: CompiledValidator;
export const SearchEngineConfiguration: CompiledValidator;
export const StacAsset: CompiledValidator;
export const StacCatalog: CompiledValidator;
export const StacCollection: CompiledValidator;
export const StacCollections: CompiledValidator;
export const StacConformance: CompiledValidator;
export const StacContext: CompiledValidator;
export const StacExtent: CompiledValidator;
export const StacFields: CompiledValidator;
export const StacItem: CompiledValidator;
export const StacItemCollection: CompiledValidator;
export const StacItemProperties: CompiledValidator;
export const StacLink: CompiledValidator;
export const StacQueryables: CompiledValidator;
export const StacSearchBody: CompiledValidator;
export const StacSortRule: CompiledValidator;
