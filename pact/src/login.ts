/** rs-authentication's own decision about a login, with what one of the two services it asks would say. */
import { silentLog, systemClock } from '@regards/core';
import type { RsAdminClient } from '@regards/generated/rs-admin/client';
import type { RsAdminInstanceClient } from '@regards/generated/rs-admin-instance/client';
import { tokenService } from 'rs-authentication/tokens';

export interface Asked {
  readonly accounts: Pick<RsAdminInstanceClient, 'getProject' | 'authenticateAccount'>;
  readonly users: Pick<RsAdminClient, 'getUserByEmail' | 'updateUser'>;
}

export const loginWith = ({ accounts, users }: Asked) =>
  tokenService({
    accounts,
    users,
    issuer: { issue: () => Promise.resolve('a.b.c'), publicKeySet: () => Promise.resolve({ keys: [] }) },
    clock: systemClock,
    log: silentLog,
    rootLogin: 'root@example.org',
    validitySeconds: 60,
  });

const role = { name: 'EXPLOIT', authorizedAddresses: [], isDefault: false, isNative: true };

/** rs-admin as far as it knows this one user. */
export const userOf = (email: string): Asked['users'] => {
  const body = {
    content: {
      email,
      origin: 'Regards',
      accessGroups: ['Public'],
      maxQuota: -1,
      currentQuota: 0,
      status: 'ACCESS_GRANTED' as const,
      metadata: [],
      role,
      licenseAccepted: true,
    },
    links: [],
  };
  return {
    getUserByEmail: () => Promise.resolve({ status: 200, headers: {}, body }),
    updateUser: () => Promise.resolve({ status: 200, headers: {}, body }),
  };
};

/** rs-admin-instance as far as it has this one account, whose password is right. */
export const accountOf = (email: string): Asked['accounts'] => ({
  getProject: (_context, { projectName }) =>
    Promise.resolve({ status: 200, headers: {}, body: { content: { ...project, name: projectName }, links: [] } }),
  authenticateAccount: () =>
    Promise.resolve({
      status: 200,
      headers: {},
      body: { email, origin: 'Regards', status: 'ACTIVE' as const, passwordValid: true },
    }),
});

const project = {
  id: 1,
  label: 'Demo',
  description: 'd',
  isPublic: true,
  isAccessible: true,
  isDeleted: false,
  crs: 'WGS_84',
  isPoleToBeManaged: false,
};
