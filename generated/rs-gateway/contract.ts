// Generated from contracts/rs-gateway — do not edit.
import type { Contract } from '@regards/core';
import { rsGatewaySettings } from './settings.ts';
import type { RsGatewaySettings } from './settings.ts';

/** No operation is declared. */
export type RsGatewayServer = Readonly<Record<never, never>>;

/** No message is heard. */
export type RsGatewaySubscriptions = Readonly<Record<never, never>>;

/** What rs-gateway serves, hears and tells, and the settings it takes. */
export const rsGatewayContract: Contract<RsGatewayServer, RsGatewaySubscriptions, RsGatewaySettings> = {
  name: 'rs-gateway',
  version: '0.1.0',
  routes: {},
  document: new URL('./openapi.json', import.meta.url),
  settings: rsGatewaySettings,
  publications: [],
  subscriptions: [],
  bind: () => [],
};
