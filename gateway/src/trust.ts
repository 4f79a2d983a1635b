/** Proxies that are believed when they say where a request came from; nobody is unless a setting names it. */
import { BlockList, isIP } from 'node:net';

/** Whether the sender at this address is one of the configured proxies. */
export type Trust = (address: string | undefined) => boolean;

/** @param text addresses or networks (CIDR) with commas between them. Throws an error that names what is none. */
export function trustIn(text: string): Trust {
  const entries = text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  if (entries.length === 0) return () => false;
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const family = familyOf(address);
    const bits = prefix === undefined ? (family === 'ipv4' ? 32 : 128) : Number(prefix);
    if (!family || !Number.isInteger(bits) || bits < 0 || bits > (family === 'ipv4' ? 32 : 128))
      throw new Error(`regards.gateway.trusted.proxies: ${entry} is no address and no network`);
    list.addSubnet(address, bits, family);
  }
  return (address) => {
    const plain = address?.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
    const family = plain === undefined ? undefined : familyOf(plain);
    return plain !== undefined && family !== undefined && list.check(plain, family);
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined;
}
