// Generated from contracts/common/schemas — do not edit.
import { validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  DatesRangeRestriction: validator<types.DatesRangeRestriction>(compiled.DatesRangeRestriction),
  Geometry: validator<types.Geometry>(compiled.Geometry),
  Link: validator<types.Link>(compiled.Link),
  Links: validator<types.Links>(compiled.Links),
  MessageHeaders: validator<types.MessageHeaders>(compiled.MessageHeaders),
  PageMetadata: validator<types.PageMetadata>(compiled.PageMetadata),
  Problem: validator<types.Problem>(compiled.Problem),
  Urn: validator<types.Urn>(compiled.Urn),
  ValuesRestriction: validator<types.ValuesRestriction>(compiled.ValuesRestriction),
} as const;
