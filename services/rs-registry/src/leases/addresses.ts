/** Where an instance may say it is: callers send requests with tokens there, so not everywhere. */
import { calledHost, networksIn, refusal, refusedNetworks } from '@regards/core';
import type { Refusal } from '@regards/core';
import type { Instance } from '@regards/generated/rs-registry/types';

export interface Addresses {
  /** Why an instance may not stand at its addresses, if so. A name counts by all that it resolves to at present. */
  refusalOf(instance: Instance): Promise<Refusal<'invalid-parameter'> | undefined>;
}

/** All addresses of a host, which may be an address itself; none when its name leads nowhere. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** @param refused networks (CIDR). @throws Error naming the setting when one is none */
export function addresses(refused: readonly string[], resolve: Resolve): Addresses {
  const isRefused = networksIn(refused, refusedNetworks);
  return {
    async refusalOf({ hostName, ipAddr }) {
      for (const [member, host] of Object.entries({ hostName, ipAddr })) {
        if (host == null || host === '') continue;
        const called = calledHost(host);
        if (called === undefined)
          return refusal('invalid-parameter', `${member}: ${JSON.stringify(host)} is neither a name nor an address`);
        const found = [called, ...(await resolve(called))].find(isRefused);
        if (found !== undefined)
          return refusal(
            'invalid-parameter',
            `${member}: no instance is called at ${found}; ${refusedNetworks} names its network`,
          );
      }
      return undefined;
    },
  };
}
