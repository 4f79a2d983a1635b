// Generated from contracts/common/schemas — do not edit.
import { validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  DatesRangeRestriction: validator<types.DatesRangeRestriction>(compiled.DatesRangeRestriction),
  DeadLetter: validator<types.DeadLetter>(compiled.DeadLetter),
  DeadLetterQueue: validator<types.DeadLetterQueue>(compiled.DeadLetterQueue),
  DeadLetterReplay: validator<types.DeadLetterReplay>(compiled.DeadLetterReplay),
  DeadLettersReplayed: validator<types.DeadLettersReplayed>(compiled.DeadLettersReplayed),
  Geometry: validator<types.Geometry>(compiled.Geometry),
  JobEvent: validator<types.JobEvent>(compiled.JobEvent),
  JobEventType: validator<types.JobEventType>(compiled.JobEventType),
  JobInfo: validator<types.JobInfo>(compiled.JobInfo),
  JobParameter: validator<types.JobParameter>(compiled.JobParameter),
  JobState: validator<types.JobState>(compiled.JobState),
  JobStatus: validator<types.JobStatus>(compiled.JobStatus),
  Link: validator<types.Link>(compiled.Link),
  Links: validator<types.Links>(compiled.Links),
  MessageHeaders: validator<types.MessageHeaders>(compiled.MessageHeaders),
  PageMetadata: validator<types.PageMetadata>(compiled.PageMetadata),
  Problem: validator<types.Problem>(compiled.Problem),
  StopJobEvent: validator<types.StopJobEvent>(compiled.StopJobEvent),
  TraceParent: validator<types.TraceParent>(compiled.TraceParent),
  Urn: validator<types.Urn>(compiled.Urn),
  ValuesRestriction: validator<types.ValuesRestriction>(compiled.ValuesRestriction),
} as const;
