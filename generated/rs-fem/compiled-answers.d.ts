// Generated from contracts/rs-fem/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const JobPage: CompiledValidator;
export const Problem: CompiledValidator;
export const JobResource: CompiledValidator;
export const DeadLetterQueueResources: CompiledValidator;
export const DeadLetterPage: CompiledValidator;
export const DeadLettersReplayed: CompiledValidator;
export const DeadLetterResource: CompiledValidator;
export const RequestInfoResource: CompiledValidator;
export const RequestsRefused: CompiledValidator;
export const FeatureEntityDtoPage: CompiledValidator;
export const FeatureEntityDto: CompiledValidator;
export const FeatureRequestDtoPage: CompiledValidator;
export const RequestHandledResponse: CompiledValidator;
export const ProductFeed: CompiledValidator;
