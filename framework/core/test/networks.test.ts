/** Addresses and networks as settings and roles name them. */
import { describe, expect, test } from '@jest/globals';
import { isNetwork, networksIn } from '../src/index.ts';

describe('a text is read as an address or a network', () => {
  test.each(['192.0.2.7', '192.0.2.0/24', '0.0.0.0/0', '2001:db8::/32', '::1', '::ffff:192.0.2.7'])('%s', (entry) => {
    expect(isNetwork(entry)).toBe(true);
  });

  test.each([
    ['192.0.2.0/', 'a network without its bits, which once were none: everywhere'],
    ['192.0.2.0/24/8', 'bits twice'],
    ['192.0.2.0/33', 'more bits than there are'],
    ['192.0.2.0/0x8', 'bits that are no number'],
    ['192.0.2.0/ 8', 'a space'],
    ['192.0.2', 'half an address'],
    ['192\\.0\\.2\\..*', 'an expression'],
    ['fe80::1%eth0', 'a zone'],
    ['example.org', 'a name'],
    ['', 'nothing'],
  ])('but not %p: %s', (entry) => {
    expect(isNetwork(entry)).toBe(false);
    expect(() => networksIn([entry], 'the.setting')).toThrow(`the.setting: ${entry} is no address`);
  });
});

describe('an address lies in them', () => {
  const isIn = networksIn(['192.0.2.0/24', '2001:db8::/32', 'fe80::/10'], 'the.setting');

  test.each(['192.0.2.7', '::ffff:192.0.2.7', '::ffff:c000:207', '2001:DB8::7', 'fe80::1%eth0'])('%s', (address) => {
    expect(isIn(address)).toBe(true);
  });

  test.each(['192.0.3.7', '2001:db9::7', 'example.org', 'unknown', '192.0.2.7:80', '', undefined])(
    'or not: %s',
    (address) => {
      expect(isIn(address)).toBe(false);
    },
  );
});
