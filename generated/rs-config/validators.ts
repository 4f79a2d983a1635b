// Generated from contracts/rs-config/schemas — do not edit.
import { validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  ConfiguredInstance: validator<types.ConfiguredInstance>(compiled.ConfiguredInstance),
  EffectiveSetting: validator<types.EffectiveSetting>(compiled.EffectiveSetting),
  Environment: validator<types.Environment>(compiled.Environment),
  HiddenSetting: validator<types.HiddenSetting>(compiled.HiddenSetting),
  NewestVersion: validator<types.NewestVersion>(compiled.NewestVersion),
  PropertySource: validator<types.PropertySource>(compiled.PropertySource),
  RunningSettings: validator<types.RunningSettings>(compiled.RunningSettings),
  ServiceSettings: validator<types.ServiceSettings>(compiled.ServiceSettings),
  SettingChange: validator<types.SettingChange>(compiled.SettingChange),
  SettingsChange: validator<types.SettingsChange>(compiled.SettingsChange),
  SettingsRollback: validator<types.SettingsRollback>(compiled.SettingsRollback),
  SettingsVersion: validator<types.SettingsVersion>(compiled.SettingsVersion),
} as const;
