// Generated from contracts/rs-config — do not edit.
import type { Contract } from '@regards/core';
import { routes } from './routes.ts';
import type { RsConfigServer } from './server.ts';
import { rsConfigSettings } from './settings.ts';
import type { RsConfigSettings } from './settings.ts';

/** No message is heard. */
export type RsConfigSubscriptions = Readonly<Record<never, never>>;

/** What rs-config serves, hears and tells, and the settings it takes. */
export const rsConfigContract: Contract<RsConfigServer, RsConfigSubscriptions, RsConfigSettings> = {
  name: 'rs-config',
  version: '0.1.0',
  routes,
  document: new URL('./openapi.json', import.meta.url),
  settings: rsConfigSettings,
  publications: [],
  subscriptions: [],
  bind: () => [],
};
