// Generated from contracts/rs-gateway/schemas — do not edit.
import type { CompiledValidator } from '@regards/core';

export {};
