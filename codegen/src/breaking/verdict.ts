/** Whether a contract may be released as it is: what breaks needs a version that says so. */
import { messageBreaks } from './messages.ts';
import type { Released } from './released.ts';
import { restBreaks } from './rest.ts';

export interface Verdict {
  readonly service: string;
  readonly breaks: readonly string[];
  /** Whether the version says that it breaks (Semantic Versioning 2.0.0 §4, §8). */
  readonly isAnnounced: boolean;
}

/** Compares each released contract with the present one; a service that is gone breaks all of its callers. */
export const verdicts = (released: Iterable<Released>, present: ReadonlyMap<string, Released>): Verdict[] =>
  [...released].map((old) => {
    const now = present.get(old.service);
    if (!now) return { service: old.service, breaks: ['the service is gone'], isAnnounced: false };
    return { service: old.service, breaks: breaksOf(old, now), isAnnounced: announces(old.version, now.version) };
  });

export const breaksOf = (old: Released, now: Released): string[] => [
  ...restBreaks(old.rest, now.rest),
  ...messageBreaks(old.messages, now.messages),
];

/** A greater major number; below 1.0.0, where anything may change, a greater minor one. */
export function announces(old: string, now: string): boolean {
  const [[major = 0, minor = 0], [newMajor = 0, newMinor = 0]] = [numbersOf(old), numbersOf(now)];
  return newMajor > major || (major === 0 && newMajor === 0 && newMinor > minor);
}

const numbersOf = (version: string): number[] => version.split('.').map(Number);
