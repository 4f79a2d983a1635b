/** Names are judged by where they lead at the time of the call. */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { guardedLookup } from '../src/index.ts';

const server = createServer((socket) => socket.end('hello'));

beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => void server.close());

async function called(refused: readonly string[], host: string, autoSelectFamily: boolean): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const socket = connect({ host, port, autoSelectFamily, lookup: guardedLookup(refused) });
  const [heard] = (await once(socket, 'data')) as [Buffer];
  return heard.toString();
}

test.each([true, false])(
  'a name that leads to an address of the list is not called (several tried: %s)',
  async (tried) => {
    await expect(called(['127.0.0.0/8', '::1'], 'localhost', tried)).rejects.toMatchObject({
      code: 'ERR_REFUSED_ADDRESS',
      message: expect.stringMatching(
        /^localhost leads to (127.0.0.1|::1), which regards.registry.refused.networks names$/,
      ),
    });
  },
);

test.each([true, false])('any other is (several tried: %s)', async (tried) => {
  await expect(called(['192.0.2.0/24'], 'localhost', tried)).resolves.toBe('hello');
});

test('a name that leads nowhere is told as such', async () => {
  await expect(called(['192.0.2.0/24'], 'no-such-host.invalid', true)).rejects.toThrow('no-such-host.invalid');
});
