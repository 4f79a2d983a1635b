/** The rights on this service's own operations: it keeps them itself, and asks nobody. */
import { mappingOf } from '@regards/service';
import type { RightsSource } from '@regards/service';
import type { RightService } from './roles/service/rights.ts';

const self = 'rs-admin';

export const ownRights = (rights: RightService): RightsSource => ({
  declare: (tenant, routes) => rights.declare(tenant, self, routes.map(mappingOf)),
  load: (tenant) => rights.ofService(tenant, self),
});
