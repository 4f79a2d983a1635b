// Generated from contracts/rs-catalog/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const JobPage: CompiledValidator;
export const Problem: CompiledValidator;
export const JobResource: CompiledValidator;
export const DeadLetterQueueResources: CompiledValidator;
export const DeadLetterPage: CompiledValidator;
export const DeadLettersReplayed: CompiledValidator;
export const DeadLetterResource: CompiledValidator;
export const StacCatalog: CompiledValidator;
export const StacConformance: CompiledValidator;
export const StacCollections: CompiledValidator;
export const StacCollection: CompiledValidator;
export const StacItemCollection: CompiledValidator;
export const StacItem: CompiledValidator;
export const StacQueryables: CompiledValidator;
export const SearchEngineConfigurationPage: CompiledValidator;
export const SearchEngineConfigurationResource: CompiledValidator;
export const IndexState: CompiledValidator;
