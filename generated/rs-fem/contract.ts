// Generated from contracts/rs-fem — do not edit.
import type { Contract } from '@regards/core';
import { bindRsFemSubscriptions, publications, subscriptions } from './messages.ts';
import type { RsFemSubscriptions } from './messages.ts';
import { routes } from './routes.ts';
import type { RsFemServer } from './server.ts';
import { rsFemSettings } from './settings.ts';
import type { RsFemSettings } from './settings.ts';

/** What rs-fem serves, hears and tells, and the settings it takes. */
export const rsFemContract: Contract<RsFemServer, RsFemSubscriptions, RsFemSettings> = {
  name: 'rs-fem',
  version: '0.2.0',
  routes,
  document: new URL('./openapi.json', import.meta.url),
  settings: rsFemSettings,
  publications,
  subscriptions,
  bind: bindRsFemSubscriptions,
};
