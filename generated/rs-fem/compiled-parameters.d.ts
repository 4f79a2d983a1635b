// Generated from contracts/rs-fem/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const getJobs: CompiledValidator;
export const getJob: CompiledValidator;
export const stopJob: CompiledValidator;
export const retryJob: CompiledValidator;
export const getDeadLetters: CompiledValidator;
export const replayDeadLetters: CompiledValidator;
export const getDeadLetter: CompiledValidator;
export const searchFeatures: CompiledValidator;
export const getFeature: CompiledValidator;
export const searchRequests: CompiledValidator;
export const deleteRequests: CompiledValidator;
export const retryRequests: CompiledValidator;
export const getProducts: CompiledValidator;
