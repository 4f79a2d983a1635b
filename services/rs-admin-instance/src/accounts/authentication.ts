/** Tries passwords on accounts: as slow for an unknown account as for a wrong password, and counted. */
import { instanceTenant } from '@regards/core';
import type { Clock, Database, Sql } from '@regards/core';
import type { AccountAuthentication } from '@regards/generated/rs-admin-instance/types';
import { afterAttempt, isEmail, statusAt, type LockingPolicy, type Standing } from './domain.ts';
import type { AccountStore, KeptAccount, Passwords } from './ports.ts';

export interface AuthenticationPorts {
  readonly database: Database;
  readonly store: (sql: Sql) => AccountStore;
  readonly passwords: Passwords;
  readonly clock: Clock;
  readonly locking: LockingPolicy;
  /** Revokes the tokens of a login in the same unit of work. */
  readonly revoke: (sql: Sql, tokens: { readonly login: string }) => Promise<unknown>;
}

export type AuthenticationService = ReturnType<typeof authenticationService>;

export function authenticationService({ database, store, passwords, clock, locking, revoke }: AuthenticationPorts) {
  async function known(email: string): Promise<{ account: KeptAccount; hash: string | undefined } | undefined> {
    if (!isEmail(email)) return undefined;
    return database.read(instanceTenant, async (sql) => {
      const account = await store(sql).findByEmail(email);
      return account && { account, hash: await store(sql).passwordHash(account.id) };
    });
  }

  /** Rules on the account as it is by then: attempts at the same time are counted one after the other. */
  const counted = (account: KeptAccount, right: boolean): Promise<Standing> =>
    database.transaction(instanceTenant, async ({ sql }) => {
      const accounts = store(sql);
      const before = (await accounts.standingForUpdate(account.id)) ?? account;
      const after = afterAttempt(before, right, clock.now(), locking);
      if (after !== before) await accounts.saveStanding(account.id, after);
      if (after.status === 'LOCKED' && before.status !== 'LOCKED') await revoke(sql, { login: account.email });
      return after;
    });

  return {
    /** Nothing when there is no such account. */
    async authenticate(email: string, password: string): Promise<AccountAuthentication | undefined> {
      const found = await known(email);
      const passwordValid = await passwords.matches(password, found?.hash);
      if (!found) return undefined;
      const { account } = found;
      const nothingToCount = passwordValid && account.failures === 0;
      const standing = nothingToCount ? account : await counted(account, passwordValid);
      return {
        email: account.email,
        origin: account.origin,
        status: statusAt(standing, clock.now(), locking),
        passwordValid,
      };
    },
  };
}
