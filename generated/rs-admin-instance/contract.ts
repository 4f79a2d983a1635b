// Generated from contracts/rs-admin-instance — do not edit.
import type { Contract } from '@regards/core';
import { bindRsAdminInstanceSubscriptions, publications, subscriptions } from './messages.ts';
import type { RsAdminInstanceSubscriptions } from './messages.ts';
import { routes } from './routes.ts';
import type { RsAdminInstanceServer } from './server.ts';
import { rsAdminInstanceSettings } from './settings.ts';
import type { RsAdminInstanceSettings } from './settings.ts';

/** What rs-admin-instance serves, hears and tells, and the settings it takes. */
export const rsAdminInstanceContract: Contract<
  RsAdminInstanceServer,
  RsAdminInstanceSubscriptions,
  RsAdminInstanceSettings
> = {
  name: 'rs-admin-instance',
  version: '0.2.0',
  routes,
  document: new URL('./openapi.json', import.meta.url),
  settings: rsAdminInstanceSettings,
  publications,
  subscriptions,
  bind: bindRsAdminInstanceSubscriptions,
};
