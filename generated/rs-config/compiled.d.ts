// Generated from contracts/rs-config/schemas — do not edit.
import type { CompiledValidator } from '@regards/core';

export const ConfiguredInstance: CompiledValidator;
export const EffectiveSetting: CompiledValidator;
export const Environment: CompiledValidator;
export const HiddenSetting: CompiledValidator;
export const NewestVersion: CompiledValidator;
export const PropertySource: CompiledValidator;
export const RunningSettings: CompiledValidator;
export const ServiceSettings: CompiledValidator;
export const SettingChange: CompiledValidator;
export const SettingsChange: CompiledValidator;
export const SettingsRollback: CompiledValidator;
export const SettingsVersion: CompiledValidator;
