/** What the rules of revocations need of the world. */
import type { Revocation } from '@regards/generated/rs-admin-instance/types';

export type RevocationToKeep = Omit<Revocation, 'id' | 'before' | 'until'> & {
  readonly before: Date;
  readonly until: Date;
};

export interface RevocationStore {
  /** Forgets those that had run out by then. */
  forget(now: Date): Promise<void>;
  /** Takes the place of one on the same tokens; its number is greater than those of all others. */
  add(revocation: RevocationToKeep): Promise<Revocation>;
  /** Those with a greater number that have not run out, by their numbers. */
  since(id: number, now: Date, most: number): Promise<Revocation[]>;
  /** The last number that was given. */
  newest(): Promise<number>;
}
