/** Keeps which tokens count no more, until they have run out anyway. */
import { entityInvalid, instanceTenant, RefusedError } from '@regards/core';
import type { Clock, Database, Sql } from '@regards/core';
import { bounds } from '@regards/generated/rs-admin-instance/bounds';
import type { Revocation, RevocationList, RevocationRequest } from '@regards/generated/rs-admin-instance/types';
import type { RevocationStore } from './ports.ts';

export interface RevocationPorts {
  readonly database: Database;
  readonly store: (sql: Sql) => RevocationStore;
  readonly clock: Clock;
  /** The longest that a token is valid. */
  readonly validitySeconds: number;
}

export type RevocationService = ReturnType<typeof revocationService>;

export function revocationService({ database, store, clock, validitySeconds }: RevocationPorts) {
  /** All tokens that a login was given until now, in every project. */
  const revokeLogin = async (sql: Sql, { tenant, login, tokenId, until }: RevocationRequest): Promise<Revocation> => {
    const now = clock.now();
    const longest = new Date(now.getTime() + validitySeconds * 1000);
    const kept = store(sql);
    await kept.forget(now);
    return kept.add({
      ...(tenant == null ? {} : { tenant }),
      ...(login == null ? {} : { login: login.toLowerCase() }),
      ...(tokenId == null ? {} : { tokenId }),
      before: now,
      until: until == null ? longest : new Date(until),
    });
  };

  return {
    /** Revokes within a unit of work of somebody else, so that both happen or neither. */
    within: revokeLogin,

    /** Throws RefusedError when nothing is named. */
    async revoke(asked: RevocationRequest): Promise<Revocation> {
      if (!asked.login && !asked.tokenId)
        throw new RefusedError(entityInvalid('login: whose tokens are meant, or tokenId: which one'));
      return database.transaction(instanceTenant, ({ sql }) => revokeLogin(sql, asked));
    },

    since: (id: number): Promise<RevocationList> =>
      database.read(instanceTenant, async (sql) => {
        const newest = await store(sql).newest();
        return { newest, revocations: await store(sql).since(id, clock.now(), bounds['RevocationList.revocations']) };
      }),
  };
}
