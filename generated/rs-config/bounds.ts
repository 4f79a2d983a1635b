// Generated from contracts/rs-config/schemas — do not edit.
/** Elements of a list at most, by its schema or the member of a schema that it is. */
export const bounds = {
  'ConfiguredInstance.waitingForRestart': 500,
  'ConfiguredInstance.fromEnvironment': 500,
  'EffectiveSetting.hidden': 100,
  'Environment.profiles': 100,
  'Environment.propertySources': 100,
  'RunningSettings.waitingForRestart': 500,
  'RunningSettings.fromEnvironment': 500,
  'ServiceSettings.settings': 5000,
  'SettingsVersion.changes': 5000,
} as const;
