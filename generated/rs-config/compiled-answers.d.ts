// Generated from contracts/rs-config/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const Environment: CompiledValidator;
export const Problem: CompiledValidator;
export const ServiceSettings: CompiledValidator;
export const SettingsVersionPage: CompiledValidator;
export const ConfiguredInstancePage: CompiledValidator;
export const NewestVersion: CompiledValidator;
