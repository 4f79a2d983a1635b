// Generated from contracts/rs-dam — do not edit.
import type { Contract } from '@regards/core';
import { bindRsDamSubscriptions, publications, subscriptions } from './messages.ts';
import type { RsDamSubscriptions } from './messages.ts';
import { routes } from './routes.ts';
import type { RsDamServer } from './server.ts';
import { rsDamSettings } from './settings.ts';
import type { RsDamSettings } from './settings.ts';

/** What rs-dam serves, hears and tells, and the settings it takes. */
export const rsDamContract: Contract<RsDamServer, RsDamSubscriptions, RsDamSettings> = {
  name: 'rs-dam',
  version: '0.2.0',
  routes,
  document: new URL('./openapi.json', import.meta.url),
  settings: rsDamSettings,
  publications,
  subscriptions,
  bind: bindRsDamSubscriptions,
};
