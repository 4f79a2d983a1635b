/** Tokens that count no more before they run out: kept in memory until they have, looked at for every request. */
import type { Clock } from '@regards/core';
import type { VerifiedCaller } from './claims.ts';

/** What was revoked: one token by its identifier, or all of a login that were given up to `before`. */
export interface Revocation {
  /** Later ones have greater numbers. */
  readonly id: number;
  /** Every project where missing. */
  readonly tenant?: string;
  readonly login?: string;
  readonly tokenId?: string;
  /** ISO 8601. */
  readonly before: string;
  readonly until: string;
}

export interface Revocations {
  add(revocations: readonly Revocation[]): void;
  /** Forgets everything. */
  clear(): void;
  isRevoked(caller: VerifiedCaller): boolean;
  /** Number of the last one. */
  readonly newest: number;
  readonly size: number;
}

interface Kept {
  readonly beforeMs: number;
  readonly untilMs: number;
}

export function createRevocations(clock: Clock): Revocations {
  const kept = new Map<string, Kept>();
  let newest = 0;
  const before = (name: string): number => kept.get(name)?.beforeMs ?? -Infinity;
  return {
    add(revocations) {
      const now = clock.now().getTime();
      for (const { id, before: time, until, ...what } of revocations) {
        newest = Math.max(newest, id);
        const name = nameOf(what);
        const beforeMs = Math.max(before(name), Date.parse(time));
        kept.set(name, { beforeMs, untilMs: Math.max(kept.get(name)?.untilMs ?? 0, Date.parse(until)) });
      }
      for (const [name, { untilMs }] of kept) if (untilMs <= now) kept.delete(name);
    },
    clear() {
      kept.clear();
      newest = 0;
    },
    isRevoked({ kind, tenant, login, tokenId, issuedAt }) {
      if (kept.size === 0 || kind !== 'user') return false;
      if (tokenId !== undefined && kept.has(nameOf({ tokenId }))) return true;
      const latest = Math.max(before(nameOf({ tenant, login })), before(nameOf({ login })));
      return issuedAt * 1000 <= latest;
    },
    get newest() {
      return newest;
    },
    get size() {
      return kept.size;
    },
  };
}

const nameOf = ({ tenant, login, tokenId }: Pick<Revocation, 'tenant' | 'login' | 'tokenId'>): string =>
  tokenId === undefined ? `${tenant ?? '*'} ${login?.toLowerCase() ?? ''}` : `token ${tokenId}`;
