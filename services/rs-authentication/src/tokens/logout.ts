/** Lets tokens count no more before they run out. */
import { asService, instanceTenant } from '@regards/core';
import type { CallContext, Caller } from '@regards/core';
import type { RsAdminInstanceClient } from '@regards/generated/rs-admin-instance/client';
import type { TokenIdentity } from './identity.ts';

export type Logout = ReturnType<typeof logoutOf>;

/** Clocks differ a little: a token is taken a moment longer than it says. */
const leewayMs = 60_000;

export const logoutOf = (client: Pick<RsAdminInstanceClient, 'createRevocation'>) => ({
  /** The caller's token, or all that they were given in the project until now. */
  async revoke(
    call: CallContext & { readonly caller: Pick<Caller, 'login'> },
    { tokenId, expiresAt }: TokenIdentity,
    all: boolean,
  ): Promise<void> {
    const until = new Date(expiresAt * 1000 + leewayMs).toISOString();
    const body = all ? { tenant: call.tenant, login: call.caller.login } : { tokenId, until };
    const answer = await client.createRevocation({ ...asService(call), tenant: instanceTenant }, { body });
    if (answer.status !== 201) throw new Error(`rs-admin-instance answered ${answer.status} to a revocation`);
  },
});
