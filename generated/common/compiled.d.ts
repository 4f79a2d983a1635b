// Generated from contracts/common/schemas — do not edit.
import type { CompiledValidator } from '@regards/core';

export const DatesRangeRestriction: CompiledValidator;
export const Geometry: CompiledValidator;
export const Link: CompiledValidator;
export const Links: CompiledValidator;
export const MessageHeaders: CompiledValidator;
export const PageMetadata: CompiledValidator;
export const Problem: CompiledValidator;
export const Urn: CompiledValidator;
export const ValuesRestriction: CompiledValidator;
