// Generated from contracts/common/schemas — do not edit.
import { validator } from '@regards/core';
import type { Validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  DatesRangeRestriction: validator<types.DatesRangeRestriction>(compiled.DatesRangeRestriction) satisfies Validator<types.DatesRangeRestriction>,
  Geometry: validator<types.Geometry>(compiled.Geometry) satisfies Validator<types.Geometry>,
  Link: validator<types.Link>(compiled.Link) satisfies Validator<types.Link>,
  Links: validator<types.Links>(compiled.Links) satisfies Validator<types.Links>,
  MessageHeaders: validator<types.MessageHeaders>(compiled.MessageHeaders) satisfies Validator<types.MessageHeaders>,
  PageMetadata: validator<types.PageMetadata>(compiled.PageMetadata) satisfies Validator<types.PageMetadata>,
  Problem: validator<types.Problem>(compiled.Problem) satisfies Validator<types.Problem>,
  Urn: validator<types.Urn>(compiled.Urn) satisfies Validator<types.Urn>,
  ValuesRestriction: validator<types.ValuesRestriction>(compiled.ValuesRestriction) satisfies Validator<types.ValuesRestriction>,
} as const;
