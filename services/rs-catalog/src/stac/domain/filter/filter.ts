/** Reads the filter of a search, in the language that it says (STAC API filter extension 1.0). */
import { fault } from '../fault.ts';
import type { Filter } from '../filter.ts';
import { filterOfJson } from './json.ts';
import { jsonOfText } from './text.ts';

/** WGS 84 with longitude first, however it is spelt. */
const crs84 = /^https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/1\.3\/CRS84$/;

/** @throws RefusedError naming what cannot be read */
export function filterOf(
  filter: object | string | null | undefined,
  language: string,
  crs: string | null | undefined,
): Filter | undefined {
  if (filter === undefined || filter === null) return undefined;
  if (crs !== undefined && crs !== null && !crs84.test(crs)) fault('filter-crs', `${crs} is not known here, CRS84 is`);
  if (language === 'cql2-text') {
    if (typeof filter !== 'string') fault('filter', 'a text is expected where filter-lang is cql2-text');
    return filterOfJson(jsonOfText(filter));
  }
  return filterOfJson(typeof filter === 'string' ? parsed(filter) : filter);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    return fault('filter', `is no JSON: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}
