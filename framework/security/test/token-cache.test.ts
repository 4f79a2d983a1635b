/** What is remembered of tokens, for how long, and that it never makes a token hold longer than it should. */
import { describe, expect, test } from '@jest/globals';
import { createBoundedCache } from '../src/bounded-cache.ts';
import { alice, decode, encode, signedByIssuer, world } from './support/world.ts';

test('a token that was verified is not verified again: the same answer comes at once', async () => {
  const at = await world();
  const token = await at.issuer.issue(alice, 600);
  expect(await at.verify(token)).toBe(await at.verify(token));
});

test('a token that was verified still ends at its end', async () => {
  const at = await world();
  const token = await at.issuer.issue(alice, 100);
  await at.verify(token);
  at.clock.pass(99);
  await at.verify(token);
  at.clock.pass(7);
  expect(await at.refusal(token)).toBe('unauthenticated');
});

test('a token that was verified is known at once, to whom it is meant for and until its end', async () => {
  const at = await world();
  const token = await at.issuer.issue(alice, 100);
  const users = { audience: 'rs-dam', accept: 'user' } as const;
  expect(at.verifier.remembered(token, users)).toBeUndefined();
  expect(at.verifier.remembered(token, users)).toBeUndefined();
  const caller = await at.verify(token);
  expect(at.verifier.remembered(token, users)).toBe(caller);
  expect(at.verifier.remembered(`${token}x`, users)).toBeUndefined();
  at.clock.pass(107);
  expect(at.verifier.remembered(token, users)).toBeUndefined();
});

test('a token of a service that was verified is refused where users alone are let in', async () => {
  const at = await world();
  const token = await at.signer.token('demo', 'rs-dam');
  await at.verify(token);
  expect(() => at.verifier.remembered(token, { audience: 'rs-dam', accept: 'user' })).toThrow('of a service');
});

test('a token that differs in its signature only is another token', async () => {
  const at = await world();
  const token = await at.issuer.issue(alice, 600);
  await at.verify(token);
  expect(await at.refusal(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}x`)).toBe('unauthenticated');
  expect(await at.refusal(token.slice(0, -4))).toBe('unauthenticated');
});

test('a token that differs in its claims only is another token', async () => {
  const at = await world();
  const token = await at.issuer.issue(alice, 600);
  await at.verify(token);
  const [header, , signature] = token.split('.');
  expect(await at.refusal(`${header}.${encode({ ...decode(token).claims, role: 'ADMIN' })}.${signature}`)).toBe(
    'unauthenticated',
  );
});

test('a refused token is refused again without work, but not for long', async () => {
  const at = await world();
  const next = await world();
  const token = await next.issuer.issue(alice, 600);
  expect(await at.refusal(token)).toBe('unauthenticated');
  at.publish(await next.issuer.publicKeySet()); // the key turns out to be the issuer's next one
  at.clock.pass(1);
  expect(await at.refusal(token)).toBe('unauthenticated');
  at.clock.pass(11);
  expect(await at.refusal(token)).toBeUndefined();
});

test('that nothing could be verified is not remembered', async () => {
  const at = await world();
  const token = await at.issuer.issue(alice, 600);
  at.publish(new Error('away'));
  expect(await at.refusal(token)).toBe('unavailable');
  at.publish(await at.issuer.publicKeySet());
  expect(await at.refusal(token)).toBeUndefined();
});

test('a token that is not valid yet is taken once it is', async () => {
  const at = await world();
  const token = await signedByIssuer(at, { nbf: at.clock.now().getTime() / 1000 + 60 });
  expect(await at.refusal(token)).toBe('unauthenticated');
  at.clock.pass(61);
  expect(await at.refusal(token)).toBeUndefined();
});

describe('the bounded cache', () => {
  test('gives what it was given until its time is up', () => {
    const cache = createBoundedCache<string>(2);
    cache.set('a', 'one', 100);
    expect(cache.get('a', 99)).toBe('one');
    expect(cache.get('a', 100)).toBeUndefined();
    expect(cache.size).toBe(0);
  });

  test('never holds more than it may', () => {
    const cache = createBoundedCache<number>(10);
    for (let count = 0; count < 1000; count += 1) cache.set(String(count), count, Infinity);
    expect(cache.size).toBe(10);
    expect(cache.get('999', 0)).toBe(999);
    expect(cache.get('989', 0)).toBeUndefined();
  });

  test('lets go of what was used longest ago', () => {
    const cache = createBoundedCache<string>(2);
    cache.set('a', 'one', Infinity);
    cache.set('b', 'two', Infinity);
    cache.get('a', 0);
    cache.set('c', 'three', Infinity);
    expect([cache.get('a', 0), cache.get('b', 0), cache.get('c', 0)]).toEqual(['one', undefined, 'three']);
  });

  test('keeps what is used all the time, however much else comes', () => {
    const cache = createBoundedCache<number>(16);
    cache.set('used', 0, Infinity);
    for (let count = 1; count < 1000; count += 1) {
      cache.set(String(count), count, Infinity);
      expect(cache.get('used', 0)).toBe(0);
    }
    expect(cache.size).toBe(16);
  });

  test('takes a new value in place of the old one', () => {
    const cache = createBoundedCache<string>(2);
    cache.set('a', 'one', 10);
    cache.set('b', 'two', 10);
    cache.set('a', 'three', 20);
    expect(cache.get('a', 15)).toBe('three');
    expect(cache.size).toBe(2);
  });

  test.each(['__proto__', 'constructor', ''])('has no opinion on the name %p', (name) => {
    const cache = createBoundedCache<string>(2);
    expect(cache.get(name, 0)).toBeUndefined();
    cache.set(name, 'one', 10);
    expect(cache.get(name, 0)).toBe('one');
  });
});
