// Generated from contracts/rs-config/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const getEnvironment: CompiledValidator;
export const getLabelledEnvironment: CompiledValidator;
export const getServiceSettings: CompiledValidator;
export const changeServiceSettings: CompiledValidator;
export const getSettingsHistory: CompiledValidator;
export const rollBackSettings: CompiledValidator;
export const getConfiguredInstances: CompiledValidator;
export const followSettings: CompiledValidator;
export const getMergedFile: CompiledValidator;
