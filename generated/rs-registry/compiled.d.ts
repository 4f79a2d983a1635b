// Generated from contracts/rs-registry/schemas — do not edit.
import type { CompiledValidator } from '@regards/core';

export const Application: CompiledValidator;
export const ApplicationAnswer: CompiledValidator;
export const Applications: CompiledValidator;
export const ApplicationsAnswer: CompiledValidator;
export const Instance: CompiledValidator;
export const InstanceAnswer: CompiledValidator;
export const InstanceStatus: CompiledValidator;
export const LeaseInfo: CompiledValidator;
export const Port: CompiledValidator;
export const Registration: CompiledValidator;
export const Xml: CompiledValidator;
