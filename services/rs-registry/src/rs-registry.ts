/** rs-registry: knows which instances of which services live, and where. */
import { refusedNetworks } from '@regards/core';
import { rsRegistryContract } from '@regards/generated/rs-registry/contract';
import { defineService } from '@regards/service';
import { addresses } from './leases/addresses.ts';
import { leaseStore } from './leases/dao.ts';
import { registrants } from './leases/registrants.ts';
import { leaseOperations } from './leases/rest.ts';
import { leaseService } from './leases/service.ts';
import { addressesOf } from './resolve.ts';

export const rsRegistry = defineService({
  contract: rsRegistryContract,
  tenancy: 'instance',
  registers: false,
  migrations: new URL('../migrations/', import.meta.url),
  start: async ({ settings, database, clock, log }) => {
    const leases = leaseService({
      store: leaseStore(database),
      clock,
      log,
      protection: {
        share: settings['regards.registry.protection.share'],
        least: settings['regards.registry.protection.least'],
        longestMs: settings['regards.registry.protection.seconds'] * 1000,
      },
    });
    await leases.tick();
    return {
      rest: leaseOperations(
        leases,
        registrants(settings['regards.registry.credentials'], settings['regards.registry.open.names']),
        addresses(settings[refusedNetworks], addressesOf),
      ),
      health: { leases: async () => ({ protected: leases.kept() }) },
      tasks: [{ name: 'leases', everyMs: settings['regards.registry.tick.ms'], run: () => leases.tick() }],
    };
  },
});
