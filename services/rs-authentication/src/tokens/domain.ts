/** Who gets a token and in which role, and what whoever gets none is told. */
import { instanceTenant } from '@regards/core';
import type { AuthenticationError } from '@regards/generated/rs-authentication/types';
import type { AccountStatus } from '@regards/generated/rs-admin-instance/types';
import type { UserStatus } from '@regards/generated/rs-admin/types';

/** Everything the decision rests on. */
export interface Attempt {
  readonly scope: string;
  readonly isRoot: boolean;
  /** Nothing when there is no such account. */
  readonly account?: { readonly status: AccountStatus; readonly passwordValid: boolean } | undefined;
  /** The person in the project of the scope; nothing when they are not in it. */
  readonly user?: { readonly status: UserStatus; readonly role: string } | undefined;
}

export type Decision =
  | { readonly granted: true; readonly role: string }
  | { readonly granted: false; readonly error: AuthenticationError };

const accountErrors = {
  ACTIVE: undefined,
  PENDING: 'ACCOUNT_PENDING',
  EMAIL_VERIFICATION: 'ACCOUNT_PENDING',
  INACTIVE: 'ACCOUNT_INACTIVE',
  INACTIVE_PASSWORD: 'ACCOUNT_INACTIVE_PASSWORD',
  LOCKED: 'ACCOUNT_LOCKED',
} as const satisfies Record<AccountStatus, AuthenticationError | undefined>;

const userErrors = {
  ACCESS_GRANTED: undefined,
  WAITING_ACCOUNT_ACTIVE: 'USER_UNKNOWN',
  WAITING_ACCESS: 'USER_WAITING_ACCESS',
  WAITING_EMAIL_VERIFICATION: 'USER_WAITING_EMAIL_VERIFICATION',
  ACCESS_DENIED: 'USER_ACCESS_DENIED',
  ACCESS_INACTIVE: 'USER_ACCESS_INACTIVE',
} as const satisfies Record<UserStatus, AuthenticationError | undefined>;

/**
 * REGARDS's order (rs-authentication §3.1), but for the password, which comes before the project: a locked account reads
 * as locked whatever the password, a wrong password on a healthy one as an unknown account, and who is in a project is
 * told to nobody without the password.
 */
export function decide({ scope, isRoot, account, user }: Attempt): Decision {
  if (!account) return denied('ACCOUNT_UNKNOWN');
  const accountError = accountErrors[account.status];
  if (accountError) return denied(accountError);
  if (!account.passwordValid) return denied('ACCOUNT_UNKNOWN');
  const needsUser = scope !== instanceTenant && !isRoot;
  const userError = user ? userErrors[user.status] : 'USER_UNKNOWN';
  if (needsUser && userError) return denied(userError);
  if (isRoot) return { granted: true, role: 'INSTANCE_ADMIN' };
  return needsUser && user ? { granted: true, role: user.role } : denied('INSTANCE_ACCESS_DENIED');
}

const denied = (error: AuthenticationError): Decision => ({ granted: false, error });
