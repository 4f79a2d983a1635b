/** Networks of addresses, as settings name them. */
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Whether an address (IPv4, IPv6, or IPv4 as IPv6 writes it) lies in one of the networks; a name lies in none. */
export type Networks = (address: string | undefined) => boolean;

/**
 * @param entries addresses or networks (CIDR)
 * @param setting who is named when one is neither. @throws Error
 */
export function networksIn(entries: readonly string[], setting: string): Networks {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const family = familyOf(address);
    const bits = prefix === undefined ? (family === 'ipv4' ? 32 : 128) : Number(prefix);
    if (!family || !Number.isInteger(bits) || bits < 0 || bits > (family === 'ipv4' ? 32 : 128))
      throw new Error(`${setting}: ${entry} is no address and no network`);
    list.addSubnet(address, bits, family);
  }
  return (address) => {
    const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '');
    const family = plain === undefined ? undefined : familyOf(plain);
    return plain !== undefined && family !== undefined && list.check(plain, family);
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined;
}

/**
 * The host that is called by an address with `host` in it, undefined when that is neither a name nor an address: numbers
 * are read in more ways there than resolvers know (WHATWG URL §3.5).
 */
export function calledHost(host: string): string | undefined {
  const plain = host.replace(/^\[(.*)\]$/, '$1');
  if (!isIPv6(plain) && !/^[\w.-]+$/.test(host)) return undefined;
  const address = `http://${isIPv6(plain) ? `[${plain}]` : host}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^\[(.*)\]$/, '$1') : undefined;
}
