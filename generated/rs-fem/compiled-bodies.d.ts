// Generated from contracts/rs-fem/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const DeadLetterReplay: CompiledValidator;
export const FeatureCreationCollection: CompiledValidator;
export const FeatureUpdateCollection: CompiledValidator;
export const FeatureDeletionCollection: CompiledValidator;
export const SearchFeatureSimpleEntityParameters: CompiledValidator;
export const SearchFeatureRequestParameters: CompiledValidator;
