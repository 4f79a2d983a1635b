/** The public keys of the token issuer, fetched when needed and kept when the issuer is away. */
import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { refusal, RefusedError } from '@regards/core';
import type { Clock } from '@regards/core';
import type { JSONWebKeySet, JWK } from 'jose';

export interface KeySet {
  /**
   * The key named `kid`, undefined when the issuer has none of that name. Throws `unavailable` when no key set was
   * ever had.
   */
  find(kid: string): Promise<KeyObject | undefined>;
}

/** A withdrawn key stops counting after this long. */
const freshMs = 5 * 60_000;

/** Tokens with invented key names may cost the issuer one request in this long, no more (RFC 8725 §3.10). */
const coolDownMs = 10_000;

/** Keeps what `fetchKeys` gave; asks again for an unknown name, and in the background when the set has aged. */
export function createKeySet({
  fetchKeys,
  clock,
}: {
  readonly fetchKeys: () => Promise<JSONWebKeySet>;
  readonly clock: Clock;
}): KeySet {
  let keys: ReadonlyMap<string, KeyObject> | undefined;
  let fetchedAt = -Infinity;
  let triedAt = -Infinity;
  let running: Promise<void> | undefined;

  const refresh = (): Promise<void> => {
    triedAt = clock.now().getTime();
    running ??= fetchKeys()
      .then((set) => {
        keys = usableKeys(set);
        fetchedAt = clock.now().getTime();
      })
      .catch((error: unknown) => {
        if (!keys)
          throw new RefusedError(
            refusal('unavailable', 'Tokens cannot be verified just now: the issuer gives no keys.'),
            { cause: error },
          );
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };

  return {
    async find(kid) {
      const now = clock.now().getTime();
      const rested = now - triedAt >= coolDownMs;
      if (!keys) {
        await refresh();
      } else if (!keys.has(kid) && (running || rested)) {
        await (running ?? refresh());
      } else if (now - fetchedAt >= freshMs && rested) {
        void refresh(); // the old keys serve meanwhile; with keys at hand it never rejects
      }
      return keys?.get(kid);
    },
  };
}

/** Of a key set only what may verify a signature: named, readable, not meant for encryption. */
function usableKeys(set: JSONWebKeySet): ReadonlyMap<string, KeyObject> {
  return new Map(
    set.keys.flatMap((jwk) => {
      const key = jwk.kid && (jwk.use ?? 'sig') === 'sig' ? publicKey(jwk) : undefined;
      return jwk.kid && key ? [[jwk.kid, key] as const] : [];
    }),
  );
}

function publicKey({ kty, crv, x, y }: JWK): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty, crv, x, ...(y ? { y } : {}) }, format: 'jwk' });
  } catch {
    return undefined; // a key that cannot be read is as good as absent
  }
}
