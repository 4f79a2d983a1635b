// Generated from contracts/rs-admin — do not edit.
import type { Contract } from '@regards/core';
import { bindRsAdminSubscriptions, publications, subscriptions } from './messages.ts';
import type { RsAdminSubscriptions } from './messages.ts';
import { routes } from './routes.ts';
import type { RsAdminServer } from './server.ts';
import { rsAdminSettings } from './settings.ts';
import type { RsAdminSettings } from './settings.ts';

/** What rs-admin serves, hears and tells, and the settings it takes. */
export const rsAdminContract: Contract<RsAdminServer, RsAdminSubscriptions, RsAdminSettings> = {
  name: 'rs-admin',
  version: '0.2.0',
  routes,
  document: new URL('./openapi.json', import.meta.url),
  settings: rsAdminSettings,
  publications,
  subscriptions,
  bind: bindRsAdminSubscriptions,
};
