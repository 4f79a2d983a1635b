/**
 * Passwords: that the right one is known, the wrong one is not, and that neither the stored text nor the time taken
 * helps.
 */
import { describe, expect, test } from '@jest/globals';
import { hashPassword, isOutdatedPassword, passwordCost, verifyPassword } from '../src/index.ts';

/** Enough to be scrypt, little enough for many tests. */
const cheap = { logN: 8, r: 8, p: 1 };

test('the password is known by what was stored', async () => {
  const stored = await hashPassword('correct horse battery staple');
  expect(await verifyPassword('correct horse battery staple', stored)).toBe(true);
  expect(await verifyPassword('correct horse battery stapl', stored)).toBe(false);
});

test('what is stored has the parameters, a salt of 16 bytes and a hash of 32, and not the password', async () => {
  const stored = await hashPassword('password');
  const [, scheme, parameters, salt = '', hash = ''] = stored.split('$');
  expect([scheme, parameters]).toEqual(['scrypt', 'ln=15,r=8,p=3']);
  expect([Buffer.from(salt, 'base64').length, Buffer.from(hash, 'base64').length]).toEqual([16, 32]);
  expect(stored).not.toContain('password');
});

test('the same password is stored as another text each time', async () => {
  const stored = await Promise.all(Array.from({ length: 10 }, () => hashPassword('password', cheap)));
  expect(new Set(stored).size).toBe(10);
  for (const one of stored) expect(await verifyPassword('password', one)).toBe(true);
});

test.each([
  [
    'password',
    'NaCl',
    'ln=10,r=8,p=16',
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
  ],
  [
    'pleaseletmein',
    'SodiumChloride',
    'ln=14,r=8,p=1',
    '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
  ],
])('the vector of RFC 7914 §12 for %s is computed', async (password, salt, parameters, hash) => {
  const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
  const stored = `$scrypt$${parameters}$${base64(Buffer.from(salt))}$${base64(Buffer.from(hash, 'hex'))}`;
  expect(await verifyPassword(password, stored)).toBe(true);
  expect(await verifyPassword(`${password}x`, stored)).toBe(false);
});

describe('a password', () => {
  test.each([
    ['of one character', 'x'],
    ['of spaces', '   '],
    ['of a thousand characters', 'x'.repeat(1024)],
    ['with NUL in it', 'a\0b'],
    ['in Chinese', '密码密码密码'],
    ['with an emoji', '🔑🔑🔑'],
    ['with half a surrogate pair', '\ud83d'],
    ['that looks like a stored text', '$scrypt$ln=15,r=8,p=3$AAAAAAAAAAA$AAAA'],
  ])('%s is known and told from others', async (_what, password) => {
    const stored = await hashPassword(password, cheap);
    expect(await verifyPassword(password, stored)).toBe(true);
    expect(await verifyPassword(`${password}x`, stored)).toBe(false);
    expect(await verifyPassword(password.slice(0, -1), stored)).toBe(false);
  });

  test('is the same typed in composed and decomposed letters', async () => {
    const stored = await hashPassword('crème brûlée', cheap);
    expect(await verifyPassword('crème brûlée'.normalize('NFD'), stored)).toBe(true);
    expect(await verifyPassword('creme brulee', stored)).toBe(false);
  });

  test('is not the same in other case', async () => {
    expect(await verifyPassword('Password', await hashPassword('password', cheap))).toBe(false);
  });

  test('cut off at NUL is another one', async () => {
    expect(await verifyPassword('a\0c', await hashPassword('a\0b', cheap))).toBe(false);
    expect(await verifyPassword('a', await hashPassword('a\0b', cheap))).toBe(false);
  });

  test.each([
    ['empty', ''],
    ['too long', 'x'.repeat(1025)],
  ])('that is %s is not stored', async (_what, password) => {
    await expect(hashPassword(password, cheap)).rejects.toThrow(RangeError);
  });

  test('that is too long is refused and not cut to one that fits', async () => {
    const stored = await hashPassword('x'.repeat(1024), cheap);
    expect(await verifyPassword('x'.repeat(1025), stored)).toBe(false);
    expect(await verifyPassword('x'.repeat(5_000_000), stored)).toBe(false);
  });
});

describe('a stored text', () => {
  test.each([
    '',
    'password',
    '$',
    '$$$$$',
    '$scrypt$',
    '$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b4dWRWJTmaaJObG',
    '$scrypt$ln=0,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    '$scrypt$ln=8,r=0,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    '$scrypt$ln=8,r=8,p=0$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    '$scrypt$ln=8,r=8,p=1$$',
    '$scrypt$ln=8,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$',
    '$scrypt$ln=-8,r=8,p=1$AAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  ])('%p is known by no password, and throws nothing', async (stored) => {
    expect(await verifyPassword('password', stored)).toBe(false);
    expect(isOutdatedPassword(stored)).toBe(true);
  });

  test.each([
    ['too much memory', 'ln=30,r=8,p=1'],
    ['too many blocks', 'ln=20,r=99,p=1'],
    ['more than two digits', 'ln=100,r=8,p=1'],
  ])('that asks for %s is not computed', async (_what, parameters) => {
    const salted = '$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    expect(await verifyPassword('password', `$scrypt$${parameters}${salted}`)).toBe(false);
  });

  test('with one character changed is known by the password no more', async () => {
    const stored = await hashPassword('password', cheap);
    for (const place of [stored.length - 10, stored.lastIndexOf('$') - 5]) {
      const changed = `${stored.slice(0, place)}${stored[place] === 'A' ? 'B' : 'A'}${stored.slice(place + 1)}`;
      expect(await verifyPassword('password', changed)).toBe(false);
    }
  });

  test('with the parameters changed is known by the password no more', async () => {
    const stored = await hashPassword('password', cheap);
    expect(await verifyPassword('password', stored.replace('ln=8', 'ln=9'))).toBe(false);
    expect(await verifyPassword('password', stored.replace('p=1', 'p=2'))).toBe(false);
  });

  test('that cost less than is asked today is outdated', async () => {
    const stored = await hashPassword('password', cheap);
    expect(isOutdatedPassword(stored)).toBe(true);
    expect(isOutdatedPassword(stored, cheap)).toBe(false);
    expect(isOutdatedPassword(await hashPassword('password'))).toBe(false);
  });
});

test('an account that does not exist takes as long as one that does', async () => {
  const stored = await hashPassword('password');
  const took = async (work: () => Promise<boolean>): Promise<number> => {
    const times: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const before = performance.now();
      expect(await work()).toBe(false);
      times.push(performance.now() - before);
    }
    return Math.min(...times);
  };
  const known = await took(() => verifyPassword('wrong', stored));
  const unknown = await took(() => verifyPassword('wrong', undefined));
  expect(unknown).toBeGreaterThan(known / 3);
  expect(unknown).toBeLessThan(known * 3);
});

test('others are served while a password is computed', async () => {
  let served = 0;
  const count = setInterval(() => {
    served += 1;
  }, 1);
  await hashPassword('password', passwordCost);
  clearInterval(count);
  expect(served).toBeGreaterThan(3);
});
