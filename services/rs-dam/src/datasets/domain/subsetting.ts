/** Which products of its data source a dataset takes (rs-dam §4.3). */
import { refusal, RefusedError } from '@regards/core';

/** Whether a clause is one of those that can be kept: empty, `*`, or the model of the products. */
export const isSubsetting = (clause: string): boolean =>
  /^(\*|\*:\*|model:([A-Za-z_][0-9A-Za-z_]*|"[A-Za-z_][0-9A-Za-z_]*"))?$/.test(clause.trim());

/** Throws RefusedError, `invalid-parameter`, for any other clause. */
export function subsettingOf(clause: string | undefined): string {
  const text = clause?.trim() ?? '';
  if (!isSubsetting(text)) {
    const sentence = `openSearchSubsettingClause: "${text.slice(0, 200)}" is none of empty, * and model:NAME.`;
    throw new RefusedError(refusal('invalid-parameter', sentence));
  }
  return text;
}
