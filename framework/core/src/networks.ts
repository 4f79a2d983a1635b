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
    const network = networkOf(entry);
    if (!network) throw new Error(`${setting}: ${entry} is no address and no network`);
    list.addSubnet(network.address, network.bits, network.family);
  }
  return (address) => {
    const plain = plainOf(address ?? '');
    const family = familyOf(plain);
    return family !== undefined && list.check(plain, family);
  };
}

/** Whether the text is an address or a network (CIDR). */
export const isNetwork = (entry: string): boolean => networkOf(entry) !== undefined;

interface Network {
  readonly address: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

function networkOf(entry: string): Network | undefined {
  const [address = '', prefix, ...rest] = entry.split('/');
  const family = familyOf(address);
  if (!family || rest.length > 0) return undefined;
  const most = family === 'ipv4' ? 32 : 128;
  const bits = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
  return bits <= most ? { address, bits, family } : undefined;
}

/** Without what IPv6 writes before an IPv4 address, and without the zone of a link. */
const plainOf = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

/** A zone is a matter of one machine, and stands in no network. */
function familyOf(address: string): Network['family'] | undefined {
  const version = address.includes('%') ? 0 : isIP(address);
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
