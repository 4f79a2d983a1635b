// Generated from contracts/rs-catalog/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const DeadLetterReplay: CompiledValidator;
export const StacSearchBody: CompiledValidator;
export const SearchEngineConfiguration: CompiledValidator;
