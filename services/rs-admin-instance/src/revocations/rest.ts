/** The operations on revocations. */
import type { RsAdminInstanceServer } from '@regards/generated/rs-admin-instance/server';
import type { RevocationService } from './service.ts';

type RevocationOperations = Pick<RsAdminInstanceServer, 'getRevocations' | 'createRevocation'>;

export const revocationOperations = (revocations: RevocationService): RevocationOperations => ({
  async getRevocations(_call, { since = 0 }) {
    return { status: 200, body: await revocations.since(since) };
  },

  async createRevocation(_call, { body }) {
    return { status: 201, body: await revocations.revoke(body) };
  },
});
