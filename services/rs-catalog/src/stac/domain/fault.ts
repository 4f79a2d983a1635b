/** How a search that cannot be read is refused: 400 with the parameter's name and the reason. */
import { refusal, RefusedError } from '@regards/core';

/** @throws always RefusedError with code `invalid-parameter` */
export function fault(parameter: string, reason: string): never {
  throw new RefusedError(refusal('invalid-parameter', `${parameter}: ${reason}`));
}
