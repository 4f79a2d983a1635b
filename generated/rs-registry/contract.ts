// Generated from contracts/rs-registry — do not edit.
import type { Contract } from '@regards/core';
import { routes } from './routes.ts';
import type { RsRegistryServer } from './server.ts';
import { rsRegistrySettings } from './settings.ts';
import type { RsRegistrySettings } from './settings.ts';

/** No message is heard. */
export type RsRegistrySubscriptions = Readonly<Record<never, never>>;

/** What rs-registry serves, hears and tells, and the settings it takes. */
export const rsRegistryContract: Contract<RsRegistryServer, RsRegistrySubscriptions, RsRegistrySettings> = {
  name: 'rs-registry',
  version: '0.1.0',
  routes,
  document: new URL('./openapi.json', import.meta.url),
  settings: rsRegistrySettings,
  publications: [],
  subscriptions: [],
  bind: () => [],
};
