/** What the accounts' rules need of the world. */
import type { Page, PageRequest } from '@regards/core';
import type { AccountStatus } from '@regards/generated/rs-admin-instance/types';
import type { Standing } from './domain.ts';

/** An account as it is kept; its projects by name. */
export interface KeptAccount extends Standing {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly origin: string;
  readonly passwordUpdated?: Date | undefined;
  readonly projects: readonly string[];
}

export interface AccountToKeep {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly origin: string;
  readonly status: AccountStatus;
  readonly password?: { readonly hash: string; readonly updated: Date } | undefined;
}

/** Every member that is given is to be met. */
export interface AccountFilter {
  readonly email?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly status?: AccountStatus | undefined;
  readonly origin?: string | undefined;
  readonly project?: string | undefined;
}

export interface AccountStore {
  page(filter: AccountFilter, request: PageRequest): Promise<Page<KeptAccount>>;
  find(id: number): Promise<KeptAccount | undefined>;
  findByEmail(email: string): Promise<KeptAccount | undefined>;
  /** Nothing when the e-mail is taken, in whatever case. */
  insert(account: AccountToKeep): Promise<number | undefined>;
  passwordHash(id: number): Promise<string | undefined>;
  /** Holds the account until the unit of work ends. */
  standingForUpdate(id: number): Promise<Standing | undefined>;
  saveStanding(id: number, standing: Standing): Promise<void>;
  /** Gives how many projects the account is linked to then. */
  link(id: number, project: string): Promise<number>;
  unlink(id: number, project: string): Promise<void>;
}

/** Salted hashes that take long to try. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long and is false without a hash, so that time does not tell who has an account. */
  matches(password: string, hash: string | undefined): Promise<boolean>;
}
