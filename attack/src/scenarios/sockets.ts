/** Requests that no client library would write: two lengths, folded headers, bare line ends (RFC 9112 §11). */
import { connect } from 'node:net';
import type { Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';

/** A request that must never be answered: it hides behind another one's body. */
const hidden = 'GET /api/v1/rs-admin/users/myuser?hidden HTTP/1.1\r\nHost: x\r\n\r\n';

const requests: readonly (readonly [name: string, head: string])[] = [
  ['content-length and transfer-encoding', 'Content-Length: 4\r\nTransfer-Encoding: chunked'],
  ['two lengths', 'Content-Length: 4\r\nContent-Length: 5'],
  ['a list of lengths', 'Content-Length: 4, 5'],
  ['a length with a sign', 'Content-Length: +4'],
  ['a length in hexadecimal', 'Content-Length: 0x4'],
  ['a negative length', 'Content-Length: -1'],
  ['a length with a space in it', 'Content-Length: 4 4'],
  ['chunked and identity', 'Transfer-Encoding: chunked, identity'],
  ['identity and chunked twice', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked'],
  ['chunked with a tabulator', 'Transfer-Encoding:\tchunked\r\nContent-Length: 4'],
  ['a space before the colon', 'Transfer-Encoding : chunked'],
  ['a misspelt coding', 'Transfer-Encoding: xchunked'],
  ['a folded header', 'X-Folded: a\r\n b\r\nTransfer-Encoding:\r\n chunked'],
  ['a bare carriage return', 'X-Bare: a\rTransfer-Encoding: chunked'],
  ['a bare line feed', 'X-Bare: a\nTransfer-Encoding: chunked'],
  ['a null character', 'X-Null: a\u0000b'],
  ['a header without a name', ': value'],
  ['a header line without a colon', 'no colon here'],
  ['too many headers', Array.from({ length: 3_000 }, (_, place) => `X-${place}: 1`).join('\r\n')],
  ['a header too long', `X-Long: ${'a'.repeat(100_000)}`],
];

export const sockets: Scenario = {
  name: 'sockets',
  sentence: 'A request that can be read in two ways is refused, and nothing behind it is answered.',
  plan: async (target) => ({
    probes: requests.map(([input, head]) => ({ input, run: () => smuggle(target, head) })),
  }),
};

async function smuggle({ platform, own }: Target, head: string): Promise<string | undefined> {
  const { hostname, port, host } = new URL(platform.gateway);
  const answer = await exchange(
    hostname,
    Number(port),
    `POST /api/v1/rs-admin/users/search HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${own.tokens.EXPLOIT}\r\n` +
      `Content-Type: application/json\r\n${head}\r\n\r\n0\r\n\r\n${hidden}`,
  );
  const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
  const isRefused =
    statuses.length === 0 || (statuses.length === 1 && statuses.every((status) => status >= 400 && status < 500));
  return isRefused ? undefined : `answered ${statuses.join(' and ')}`;
}

/** Everything that comes back until the other side closes, or falls silent. */
const exchange = (host: string, port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, host, () => socket.write(text, 'latin1'));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (bytes: Buffer) => (heard += bytes.toString('latin1')));
    socket.on('error', () => undefined); // closed in the middle of it: refused
    socket.on('close', () => resolve(heard));
  });
