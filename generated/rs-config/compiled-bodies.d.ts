// Generated from contracts/rs-config/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const SettingsChange: CompiledValidator;
export const SettingsRollback: CompiledValidator;
export const RunningSettings: CompiledValidator;
