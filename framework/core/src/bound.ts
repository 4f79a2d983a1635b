/** Lists that are given whole stay as short as their contract says: what would make one longer is refused. */
import { refusal, RefusedError } from './refusal.ts';

/**
 * @param most elements of the list, of the contract's `bounds`
 * @param count how many there are, or would be
 * @param what names them, such as `models in a project`
 * @throws RefusedError `list-full` when there are more
 */
export function refuseBeyond(most: number, count: number, what: string): void {
  if (count > most)
    throw new RefusedError(refusal('list-full', `There are ${most} ${what} at most, and these would be ${count}.`));
}
