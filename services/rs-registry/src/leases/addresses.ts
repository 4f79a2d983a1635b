/** Where an instance may say it is: callers send requests with tokens there, so not everywhere. */
import { lookup } from 'node:dns/promises';
import { networksIn, refusal } from '@regards/core';
import type { Refusal } from '@regards/core';
import type { Instance } from '@regards/generated/rs-registry/types';

export interface Addresses {
  /** Why an instance may not stand at its addresses, if so. A name counts by all that it resolves to at present. */
  refusalOf(instance: Instance): Promise<Refusal<'invalid-parameter'> | undefined>;
}

const setting = 'regards.registry.refused.networks';

/** @param refused networks (CIDR). @throws Error naming the setting when one is none */
export function addresses(refused: readonly string[]): Addresses {
  const isRefused = networksIn(refused, setting);
  return {
    async refusalOf({ hostName, ipAddr }) {
      for (const [member, host] of Object.entries({ hostName, ipAddr })) {
        const found = (await resolved(host)).find(isRefused);
        if (found !== undefined)
          return refusal(
            'invalid-parameter',
            `${member}: no instance is called at ${found}; ${setting} names its network`,
          );
      }
      return undefined;
    },
  };
}

/** Resolvers give up by themselves; a name that leads nowhere harms nobody. */
const resolved = async (host: string | null | undefined): Promise<string[]> => {
  if (host == null || host === '') return [];
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  return (await lookup(bare, { all: true }).catch(() => [])).map(({ address }) => address);
};
