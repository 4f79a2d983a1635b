/** Tokens that are revoked before they run out, whether they were verified before or not. */
import { describe, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { createRevocations, createVerifier, followRevocations, userAudience } from '../src/index.ts';
import type { FetchRevocations, Revocation } from '../src/index.ts';
import { alice, decode, world } from './support/world.ts';

async function stage() {
  const at = await world();
  const revocations = createRevocations(at.clock);
  const verifier = createVerifier({
    issuer: 'regards',
    fetchUserKeys: () => at.issuer.publicKeySet(),
    serviceKey: at.serviceKeyPem,
    revocations,
    clock: at.clock,
  });
  const accepted = (token: string, audience = userAudience): Promise<boolean> =>
    verifier.verify(token, { audience, accept: 'user-or-service' }).then(
      () => true,
      () => false,
    );
  let id = 0;
  const revoke = (what: Partial<Revocation>): void =>
    revocations.add([
      {
        id: (id += 1),
        before: at.clock.now().toISOString(),
        until: new Date(at.clock.now().getTime() + 600_000).toISOString(),
        ...what,
      },
    ]);
  return { at, revocations, accepted, revoke };
}

test('one token is revoked by its identifier, remembered or not; another of the same user is not', async () => {
  const { at, accepted, revoke } = await stage();
  const [known, unknown, other] = await Promise.all([1, 2, 3].map(() => at.issuer.issue(alice, 600)));
  expect(await accepted(known ?? '')).toBe(true);
  for (const token of [known, unknown]) revoke({ tokenId: String(decode(token ?? '').claims['jti']) });
  expect([await accepted(known ?? ''), await accepted(unknown ?? ''), await accepted(other ?? '')]).toEqual([
    false,
    false,
    true,
  ]);
});

describe('all tokens of a login are revoked', () => {
  test.each([
    ['in its project', { tenant: 'demo', login: 'alice@example.org' }, false],
    ['in every project', { login: 'alice@example.org' }, false],
    ['in another project', { tenant: 'other', login: 'alice@example.org' }, true],
    ['of somebody else', { tenant: 'demo', login: 'bob@example.org' }, true],
  ])('%s', async (_where, what, holds) => {
    const { at, accepted, revoke } = await stage();
    const token = await at.issuer.issue(alice, 600);
    expect(await accepted(token)).toBe(true);
    revoke(what);
    expect(await accepted(token)).toBe(holds);
  });

  test('whatever the case of its letters', async () => {
    const { at, accepted, revoke } = await stage();
    const token = await at.issuer.issue({ ...alice, sub: 'ALICE@example.org' }, 600);
    revoke({ login: 'alice@example.org' });
    expect(await accepted(token)).toBe(false);
  });

  test('but not those that are given afterwards, a millisecond later', async () => {
    const { at, accepted, revoke } = await stage();
    const before = await at.issuer.issue(alice, 600);
    revoke({ tenant: 'demo', login: alice.sub });
    at.clock.pass(0.001);
    expect([await accepted(before), await accepted(await at.issuer.issue(alice, 600))]).toEqual([false, true]);
  });

  test('and so is one that was asked for before, and signed afterwards', async () => {
    const { at, accepted, revoke } = await stage();
    const askedAt = at.clock.now();
    at.clock.pass(1);
    revoke({ tenant: 'demo', login: alice.sub });
    at.clock.pass(1);
    expect(await accepted(await at.issuer.issue(alice, 600, askedAt))).toBe(false);
  });
});

test('tokens of services are never revoked: they end within a minute', async () => {
  const { at, accepted, revoke } = await stage();
  revoke({ login: 'rs-test' });
  expect(await accepted(await at.signer.token('demo', 'rs-fem'), 'rs-fem')).toBe(true);
});

test('what has run out is forgotten', async () => {
  const { at, revocations, revoke } = await stage();
  revoke({ tokenId: 'a' });
  at.clock.pass(601);
  revoke({ tokenId: 'b' });
  expect(revocations.size).toBe(1);
});

describe('the list is followed', () => {
  const revocation = (id: number): Revocation => ({
    id,
    tokenId: String(id),
    before: '2026-01-01T00:00:00Z',
    until: '2999-01-01T00:00:00Z',
  });
  const follow = async (fetch: FetchRevocations) => {
    const revocations = createRevocations({ now: () => new Date() });
    const feed = followRevocations({ revocations, fetch, log: silentLog });
    await feed.ready;
    return { revocations, feed };
  };

  test('in parts until all of it is known, and from its end on', async () => {
    const asked: number[] = [];
    const { revocations, feed } = await follow(async (since) => {
      asked.push(since);
      return { newest: 3, revocations: [revocation(since + 1)] };
    });
    await feed.stop();
    expect([asked, revocations.size, revocations.newest]).toEqual([[0, 1, 2], 3, 3]);
  });

  test('again when there was no answer', async () => {
    let tries = 0;
    const { revocations, feed } = await follow(async () => {
      if ((tries += 1) < 2) throw new Error('away');
      return { newest: 1, revocations: [revocation(1)] };
    });
    await feed.stop();
    expect(revocations.size).toBe(1);
  });

  test('from its beginning when it was restored from a backup', async () => {
    const revocations = createRevocations({ now: () => new Date() });
    revocations.add([revocation(9)]);
    const feed = followRevocations({
      revocations,
      fetch: async (since) => ({ newest: 2, revocations: since === 0 ? [revocation(1), revocation(2)] : [] }),
      log: silentLog,
    });
    await feed.ready;
    await feed.stop();
    expect([revocations.newest, revocations.size]).toEqual([2, 2]);
  });
});
