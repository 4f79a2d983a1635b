/** Where a name leads when it is called: it may lead elsewhere than when someone judged it. */
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { networksIn } from './networks.ts';

/** The connection was not made: the name leads to an address that is not called. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
  readonly code = 'ERR_REFUSED_ADDRESS';
}

/**
 * Resolves names as `dns.lookup` does, for sockets, and refuses one when any of its addresses lies in `refused`.
 *
 * @param refused addresses or networks (CIDR)
 * @param setting who is named when one is neither. @throws Error
 */
export function guardedLookup(refused: readonly string[], setting: string): LookupFunction {
  const isRefused = networksIn(refused, setting);
  return (host, options, callback) =>
    lookup(host, options, (failure, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address);
      const refusedOne = failure ? undefined : addresses.find(isRefused);
      if (refusedOne === undefined) callback(failure, found, family);
      else callback(new RefusedAddressError(`${host} leads to ${refusedOne}, which ${setting} names`), found, family);
    });
}
