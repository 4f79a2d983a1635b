// Generated from contracts/rs-registry/openapi.yaml — do not edit.
import type { CompiledValidator } from '@regards/core';

export const ApplicationsAnswer: CompiledValidator;
export const Problem: CompiledValidator;
export const ApplicationAnswer: CompiledValidator;
export const InstanceAnswer: CompiledValidator;
