/** A genuine token altered in every place: whatever is altered, it is refused, and never by a crash. */
import { describe, expect, test } from '@jest/globals';
import { alice, world } from './support/world.ts';
import type { World } from './support/world.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The last character of a base64url text may hold bits that no byte takes: two texts can then mean the same bytes. */
const sameBytes = (one: string, other: string): boolean =>
  one
    .split('.')
    .every((part, index) =>
      Buffer.from(part, 'base64url').equals(Buffer.from(other.split('.')[index] ?? '', 'base64url')),
    );

async function genuine(algorithm: 'ES256' | 'EdDSA'): Promise<{ at: World; token: string }> {
  const at = await world(algorithm);
  return { at, token: await at.issuer.issue({ ...alice, accessGroups: ['one'] }, 3600) };
}

describe.each(['ES256', 'EdDSA'] as const)('a token signed by %s', (algorithm) => {
  test('with any one character replaced is refused', async () => {
    const { at, token } = await genuine(algorithm);
    for (let place = 0; place < token.length; place += 1) {
      const other = alphabet[(alphabet.indexOf(token[place] ?? 'A') + 1) % alphabet.length];
      const altered = token.slice(0, place) + other + token.slice(place + 1);
      if (!sameBytes(token, altered)) expect([place, await at.refusal(altered)]).toEqual([place, 'unauthenticated']);
    }
  });

  test('cut off anywhere is refused', async () => {
    const { at, token } = await genuine(algorithm);
    for (let length = 0; length < token.length - 1; length += 1) {
      expect([length, await at.refusal(token.slice(0, length))]).toEqual([length, 'unauthenticated']);
    }
  });

  test('with any one character more is refused, or means the same bytes', async () => {
    const { at, token } = await genuine(algorithm);
    for (let place = 0; place <= token.length; place += 1) {
      for (const more of ['A', '.', '=', ' ', '\n', '+', 'é']) {
        const altered = token.slice(0, place) + more + token.slice(place);
        const refused = await at.refusal(altered);
        if (!sameBytes(token, altered)) expect([place, more, refused]).toEqual([place, more, 'unauthenticated']);
      }
    }
  });

  test('with its parts in another order is refused', async () => {
    const { at, token } = await genuine(algorithm);
    const [header = '', claims = '', signature = ''] = token.split('.');
    const orders = [
      [claims, header, signature],
      [signature, claims, header],
      [header, signature, claims],
      [header, header, signature],
      [header, claims, claims],
    ];
    for (const order of orders) expect(await at.refusal(order.join('.'))).toBe('unauthenticated');
  });

  test('with the parts of another token is refused', async () => {
    const { at, token } = await genuine(algorithm);
    const mine = token.split('.');
    const others = (await at.issuer.issue({ ...alice, role: 'ADMIN', tenant: 'other' }, 3600)).split('.');
    expect(await at.refusal([mine[0], others[1], mine[2]].join('.'))).toBe('unauthenticated');
    expect(await at.refusal([others[0], mine[1], others[2]].join('.'))).toBe('unauthenticated');
    expect(await at.refusal([mine[0], mine[1], others[2]].join('.'))).toBe('unauthenticated');
  });
});

test('a token of another platform is refused, whose issuer has the same name', async () => {
  const [at, other] = [await world(), await world()];
  expect(await at.refusal(await other.issuer.issue(alice, 60))).toBe('unauthenticated');
  expect(await at.refusal(await other.signer.token('demo', 'rs-dam'))).toBe('unauthenticated');
});

test('a thousand different forgeries leave room for the genuine token', async () => {
  const { at, token } = await genuine('ES256');
  for (let count = 0; count < 1_000; count += 1) expect(await at.refusal(`${token}${count}`)).toBe('unauthenticated');
  expect(await at.refusal(token)).toBeUndefined();
});
