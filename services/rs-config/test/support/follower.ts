/** A service that has the settings of rs-fem, and tells which of them it runs. */
import type { Call, Contract } from '@regards/core';
import { rsFemSettings } from '@regards/generated/rs-fem/settings';
import type { RsFemSettings } from '@regards/generated/rs-fem/settings';
import { defineService } from '@regards/service';

/** Values as the service sees them at this moment. */
export interface Seen {
  readonly live: number;
  readonly fixed: number;
}

interface FollowerServer {
  getSeen(call: Call): Promise<{ status: 200; body: Seen }>;
}

const contract: Contract<FollowerServer, object, RsFemSettings> = {
  name: 'rs-fem',
  version: '1.0.0',
  routes: {
    getSeen: {
      operation: 'getSeen',
      method: 'get',
      path: '/seen',
      access: 'NONE',
      retry: 'safe',
      timeoutMs: 5_000,
      parameters: [],
      requestTypes: [],
      responses: { 200: { kind: 'plain', mediaType: 'application/json' } },
    },
  },
  document: new URL('follower.openapi.json', import.meta.url),
  settings: rsFemSettings,
  publications: [],
  subscriptions: [],
  bind: () => [],
};

export const follower = defineService({
  contract,
  tenancy: 'instance',
  start: ({ settings }) => ({
    rest: {
      getSeen: async () => ({
        status: 200,
        body: {
          live: settings['regards.feature.rest.max.features'],
          fixed: settings['regards.feature.max.bulk.size'],
        },
      }),
    },
  }),
});
