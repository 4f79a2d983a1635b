// Generated from contracts/common/schemas — do not edit.
import type { CompiledValidator } from '@regards/core';

export const DatesRangeRestriction: CompiledValidator;
export const DeadLetter: CompiledValidator;
export const DeadLetterQueue: CompiledValidator;
export const DeadLetterReplay: CompiledValidator;
export const DeadLettersReplayed: CompiledValidator;
export const Geometry: CompiledValidator;
export const JobEvent: CompiledValidator;
export const JobEventType: CompiledValidator;
export const JobInfo: CompiledValidator;
export const JobParameter: CompiledValidator;
export const JobState: CompiledValidator;
export const JobStatus: CompiledValidator;
export const Link: CompiledValidator;
export const Links: CompiledValidator;
export const MessageHeaders: CompiledValidator;
export const PageMetadata: CompiledValidator;
export const Problem: CompiledValidator;
export const StopJobEvent: CompiledValidator;
export const TraceParent: CompiledValidator;
export const Urn: CompiledValidator;
export const ValuesRestriction: CompiledValidator;
