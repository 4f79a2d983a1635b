/** What is refused when rules are broken. */
import { entityInvalid, RefusedError } from '@regards/core';

/** 422 with every sentence, unless there is none. */
export function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new RefusedError(entityInvalid(...faults));
}
