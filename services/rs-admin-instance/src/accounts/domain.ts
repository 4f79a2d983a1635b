/** What an account is, what a password must be, and when too many wrong ones lock the account. */
import { entityInvalid, type Refusal } from '@regards/core';
import type { AccountStatus, NewAccount } from '@regards/generated/rs-admin-instance/types';

/** REGARDS's name for this platform as the one who vouches for a person. */
export const internalOrigin = 'Regards';

/** RFC 5321 §4.5.3.1.3 allows 256; REGARDS keeps 128. */
const longestEmail = 128;

/** One @ between two parts without spaces, the second a host's name; nothing that PostgreSQL cannot keep. */
export const isEmail = (text: string): boolean =>
  text.length <= longestEmail && /^[^\s@\p{Cc}]+@[^\s@.\p{Cc}]+(\.[^\s@.\p{Cc}]+)*$/u.test(text);

export const sameEmail = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export interface PasswordRule {
  readonly pattern: RegExp;
  /** The same for people. */
  readonly sentence: string;
}

/** Why there can be no such account, if so. */
export function refusalOfAccount(
  account: NewAccount,
  password: string | undefined,
  rule: PasswordRule,
): Refusal | undefined {
  if (!isEmail(account.email)) return entityInvalid(`account.email: "${account.email}" is not an e-mail address`);
  if (originOf(account) !== internalOrigin) return undefined;
  if (password === undefined) return entityInvalid('password: an account of this platform needs one');
  return rule.pattern.test(password) ? undefined : entityInvalid(`password: ${rule.sentence}`);
}

export const originOf = (account: NewAccount): string => account.origin ?? internalOrigin;

/** Administrators create accounts that are accepted already (REGARDS's `account_validation_mode` auto-accept). */
export function firstStatus(asked: AccountStatus | null | undefined): AccountStatus {
  return asked == null || asked === 'PENDING' || asked === 'EMAIL_VERIFICATION' ? 'ACTIVE' : asked;
}

export interface LockingPolicy {
  /** Wrong passwords in a row that are borne; the next one locks. */
  readonly failuresBorne: number;
  readonly rootLogin: string;
  /** Root is locked for so long only: nobody could unlock it. */
  readonly rootPauseMs: number;
}

/** What decides whether an account may log in. */
export interface Standing {
  readonly email: string;
  readonly status: AccountStatus;
  /** Wrong passwords since the last right one. */
  readonly failures: number;
  readonly lastFailure?: Date | undefined;
}

//              right password        wrong password, borne     wrong password, one too many
//   ACTIVE ──▶ ACTIVE, failures 0    ACTIVE, failures + 1      LOCKED; root: ACTIVE, LOCKED to others for the pause
//   others ──▶ as it was, whatever the password
export function afterAttempt(standing: Standing, right: boolean, now: Date, policy: LockingPolicy): Standing {
  if (statusAt(standing, now, policy) !== 'ACTIVE') return standing;
  if (right) return { ...standing, failures: 0, lastFailure: undefined };
  const failures = standing.failures + 1;
  const locked = failures > policy.failuresBorne && !isRoot(standing, policy);
  return { ...standing, status: locked ? 'LOCKED' : standing.status, failures, lastFailure: now };
}

/** The status as others see it. */
export function statusAt(standing: Standing, now: Date, policy: LockingPolicy): AccountStatus {
  const { status, failures, lastFailure } = standing;
  if (status !== 'ACTIVE' || !lastFailure || !isRoot(standing, policy)) return status;
  const resting = now.getTime() - lastFailure.getTime() < policy.rootPauseMs;
  return resting && failures > policy.failuresBorne ? 'LOCKED' : status;
}

const isRoot = ({ email }: Standing, { rootLogin }: LockingPolicy): boolean => sameEmail(email, rootLogin);
