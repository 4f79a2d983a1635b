// Generated from contracts/rs-registry/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const Registration: CompiledValidator;
