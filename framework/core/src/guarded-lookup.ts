/** Where a name leads when it is called: it may lead elsewhere than when someone judged it. */
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { networksIn } from './networks.ts';

/** The setting that names where no instance is called. */
export const refusedNetworks = 'regards.registry.refused.networks';

/** The connection was not made: the name leads to an address that is not called. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
  readonly code = 'ERR_REFUSED_ADDRESS';
}

/**
 * Resolves names as `dns.lookup` does, for sockets, and refuses one when any of its addresses lies in `refused`.
 *
 * @param refused addresses or networks (CIDR)
 * @throws Error naming the setting when one is neither
 */
export function guardedLookup(refused: readonly string[]): LookupFunction {
  const isRefused = networksIn(refused, refusedNetworks);
  return (host, options, callback) =>
    lookup(host, options, (failure, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address);
      const refusedOne = failure ? undefined : addresses.find(isRefused);
      if (refusedOne === undefined) callback(failure, found, family);
      else
        callback(
          new RefusedAddressError(`${host} leads to ${refusedOne}, which ${refusedNetworks} names`),
          found,
          family,
        );
    });
}
