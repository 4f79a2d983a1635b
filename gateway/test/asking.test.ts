/** Keys and revoked tokens are asked for where instances may stand, wherever their names lead by then. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { guardedLookup } from '@regards/core';
import { createAsking } from '../src/asking.ts';
import { userKeys } from '../src/keys.ts';
import { revokedTokens } from '../src/revoked.ts';

interface Seen {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
}

let seen: Seen[] = [];
let answer = { status: 200, body: '{}' };
const server = createServer(({ url, headers: { authorization } }, response) => {
  seen.push({ url, authorization });
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
});

beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
  answer = { status: 200, body: '{"keys":[],"newest":0,"revocations":[]}' };
});

/** Asks by the name of this machine, which leads to 127.0.0.1. */
async function asked(refused: readonly string[]): Promise<unknown[]> {
  const { port } = server.address() as AddressInfo;
  const asking = createAsking(() => `http://localhost:${port}`, guardedLookup(refused));
  const signer = { token: async (tenant: string, audience: string) => `${tenant}.${audience}` };
  try {
    return await Promise.all([userKeys(asking)(), revokedTokens(asking, signer)(7)].map((one) => one.catch(String)));
  } finally {
    await asking.close();
  }
}

describe('keys and revoked tokens', () => {
  test('are asked for at an instance, the latter in the name of the gateway', async () => {
    expect(await asked(['192.0.2.0/24'])).toMatchObject([{ keys: [] }, { newest: 0, revocations: [] }]);
    expect(new Set(seen)).toEqual(
      new Set([
        { url: '/.well-known/jwks.json', authorization: undefined },
        { url: '/revocations?since=7', authorization: 'Bearer instance.rs-admin-instance' },
      ]),
    );
  });

  test('are not asked for where a name leads to an address at which no instance is called', async () => {
    const failures = await asked(['127.0.0.0/8', '::1']);
    expect(failures).toEqual([1, 2].map(() => expect.stringMatching(/localhost leads to (127\.0\.0\.1|::1), which/)));
    expect(seen).toEqual([]);
  });

  test('are none where something else is answered', async () => {
    answer = { status: 503, body: '{}' };
    expect(await asked([])).toEqual([
      'Error: rs-authentication answered 503 when asked for /.well-known/jwks.json',
      'Error: rs-admin-instance answered 503 when asked for /revocations?since=7',
    ]);
  });
});
