// Generated from contracts/rs-catalog — do not edit.
import type { Contract } from '@regards/core';
import { bindRsCatalogSubscriptions, publications, subscriptions } from './messages.ts';
import type { RsCatalogSubscriptions } from './messages.ts';
import { routes } from './routes.ts';
import type { RsCatalogServer } from './server.ts';
import { rsCatalogSettings } from './settings.ts';
import type { RsCatalogSettings } from './settings.ts';

/** What rs-catalog serves, hears and tells, and the settings it takes. */
export const rsCatalogContract: Contract<RsCatalogServer, RsCatalogSubscriptions, RsCatalogSettings> = {
  name: 'rs-catalog',
  version: '0.2.0',
  routes,
  document: new URL('./openapi.json', import.meta.url),
  settings: rsCatalogSettings,
  publications,
  subscriptions,
  bind: bindRsCatalogSubscriptions,
};
