// Generated from contracts/rs-config/schemas — do not edit.
import type { CompiledValidator } from '@regards/core';

export const Environment: CompiledValidator;
export const PropertySource: CompiledValidator;
