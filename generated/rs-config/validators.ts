// Generated from contracts/rs-config/schemas — do not edit.
import { validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  Environment: validator<types.Environment>(compiled.Environment),
  PropertySource: validator<types.PropertySource>(compiled.PropertySource),
} as const;
