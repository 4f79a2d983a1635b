/** What the gateway relies on of rs-admin-instance: the tokens that count no more. */
import { lookup } from 'node:dns';
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { routes } from '@regards/generated/rs-admin-instance/routes';
import { createAsking } from 'rs-gateway/asking';
import { revokedTokens } from 'rs-gateway/revoked';
import { consumerOf } from '../src/consumer.ts';

const { datetime, eachLike, integer, string } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'rs-gateway', provider: 'rs-admin-instance' });
const moment = datetime("yyyy-MM-dd'T'HH:mm:ss.SSSX", '2026-01-01T12:00:00.000Z');

afterAll(() => edge.keep());

test('the gateway asks which tokens count no more', () =>
  edge.calls(
    [
      {
        state: 'the tokens of ada@example.org in demo were revoked',
        what: 'the tokens that count no more',
        route: routes.getRevocations,
        parameters: { since: '0' },
        status: 200,
        answer: {
          newest: integer(7),
          revocations: eachLike({
            id: integer(7),
            tenant: string('demo'),
            login: string('ada@example.org'),
            before: moment,
            until: moment,
          }),
        },
      },
    ],
    async (url) => {
      const signer = { token: () => Promise.resolve('token-of-the-gateway') };
      const asking = createAsking(() => url, lookup);
      const { newest, revocations } = await revokedTokens(asking, signer)(0);
      await asking.close();
      expect([newest, revocations[0]?.login]).toEqual([7, 'ada@example.org']);
    },
  ));
