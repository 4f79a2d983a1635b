// Generated from contracts/rs-authentication — do not edit.
import type { Contract } from '@regards/core';
import { routes } from './routes.ts';
import type { RsAuthenticationServer } from './server.ts';
import { rsAuthenticationSettings } from './settings.ts';
import type { RsAuthenticationSettings } from './settings.ts';

/** No message is heard. */
export type RsAuthenticationSubscriptions = Readonly<Record<never, never>>;

/** What rs-authentication serves, hears and tells, and the settings it takes. */
export const rsAuthenticationContract: Contract<
  RsAuthenticationServer,
  RsAuthenticationSubscriptions,
  RsAuthenticationSettings
> = {
  name: 'rs-authentication',
  version: '0.1.0',
  routes,
  document: new URL('./openapi.json', import.meta.url),
  settings: rsAuthenticationSettings,
  publications: [],
  subscriptions: [],
  bind: () => [],
};
