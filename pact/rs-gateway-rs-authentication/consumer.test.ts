/** What the gateway relies on of rs-authentication: the public keys of users' tokens. */
import { lookup } from 'node:dns';
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { routes } from '@regards/generated/rs-authentication/routes';
import { createAsking } from 'rs-gateway/asking';
import { userKeys } from 'rs-gateway/keys';
import { consumerOf } from '../src/consumer.ts';

const { eachLike, regex } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'rs-gateway', provider: 'rs-authentication' });
const key = regex(/^[\w-]{43}$/, 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU');

afterAll(() => edge.keep());

test('the gateway fetches the keys it verifies tokens with', () =>
  edge.calls(
    [
      {
        state: 'rs-authentication signs tokens',
        what: 'the public keys',
        route: routes.getKeySet,
        status: 200,
        answer: { keys: eachLike({ kty: 'EC', crv: 'P-256', kid: regex(/.+/, 'key-1'), x: key, y: key }) },
      },
    ],
    async (url) => {
      const asking = createAsking(() => url, lookup);
      const { keys } = await userKeys(asking)();
      await asking.close();
      expect(keys).toMatchObject([{ kty: 'EC', crv: 'P-256', kid: 'key-1' }]);
    },
  ));
