/** Names of hosts as this machine resolves them; resolvers give up by themselves. */
import { lookup } from 'node:dns/promises';
import type { Resolve } from './leases/addresses.ts';

export const addressesOf: Resolve = async (host) => {
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
};
