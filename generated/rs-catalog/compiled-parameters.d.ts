// Generated from contracts/rs-catalog/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const getJobs: CompiledValidator;
export const getJob: CompiledValidator;
export const stopJob: CompiledValidator;
export const retryJob: CompiledValidator;
export const getDeadLetters: CompiledValidator;
export const replayDeadLetters: CompiledValidator;
export const getDeadLetter: CompiledValidator;
export const getCollections: CompiledValidator;
export const getCollection: CompiledValidator;
export const getItems: CompiledValidator;
export const getItem: CompiledValidator;
export const getCollectionQueryables: CompiledValidator;
export const searchItemsByQuery: CompiledValidator;
export const getSearchEngineConfigurations: CompiledValidator;
export const getSearchEngineConfiguration: CompiledValidator;
export const updateSearchEngineConfiguration: CompiledValidator;
export const deleteSearchEngineConfiguration: CompiledValidator;
