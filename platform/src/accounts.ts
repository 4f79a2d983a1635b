/** The people of the demo: who they are, and with which drawn password they come. */
import type { Secrets } from './secrets.ts';

export const demoTenant = 'demo';
export const rootLogin = 'root@example.org';

export interface Account {
  readonly login: string;
  readonly password: string;
  readonly scope: string;
  readonly role: 'INSTANCE_ADMIN' | 'PROJECT_ADMIN' | 'EXPLOIT' | 'REGISTERED_USER';
}

export const accountsOf = (secrets: Secrets): readonly Account[] => [
  { login: rootLogin, password: secrets.root, scope: 'instance', role: 'INSTANCE_ADMIN' },
  { login: 'admin@example.org', password: secrets['project-admin'], scope: demoTenant, role: 'PROJECT_ADMIN' },
  { login: 'operator@example.org', password: secrets.exploit, scope: demoTenant, role: 'EXPLOIT' },
  { login: 'user@example.org', password: secrets['registered-user'], scope: demoTenant, role: 'REGISTERED_USER' },
];
