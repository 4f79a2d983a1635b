/** A client that takes nothing of its answer is let go; one that reads slowly is not. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { endUnread } from '../src/unread.ts';

const patienceMs = 1_500;
/** More than the machine keeps of a connection by itself. */
const answer = Buffer.alloc(32 * 1024 * 1024);
/** Of what is written at a time, and waits for the client before more is. */
const size = 65_536;
const server = createServer((_request, response) => {
  const pieces = Array.from({ length: answer.length / size }, (_, at) => answer.subarray(at * size, (at + 1) * size));
  Readable.from(pieces).pipe(response);
});
const left = new Set<Socket>();

beforeAll(async () => {
  endUnread(server, patienceMs, 50);
  server.on('connection', (socket: Socket) => {
    left.add(socket);
    socket.once('close', () => left.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function ask(): Socket {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
  socket.on('error', () => undefined); // let go
  return socket;
}

test('who never reads is let go, whatever it sends meanwhile', async () => {
  const socket = ask().pause();
  const sending = setInterval(() => socket.write('\r\n'), 50);
  await once(server, 'connection');
  await pause(patienceMs / 2);
  expect(left.size).toBe(1);
  await pause(patienceMs * 2);
  expect(left.size).toBe(0);
  clearInterval(sending);
  socket.destroy();
});

test('who reads slowly gets all of it', async () => {
  const socket = ask();
  let bytes = 0;
  for await (const piece of socket) {
    bytes += (piece as Buffer).length;
    if (bytes >= answer.length) break;
    await pause(4);
  }
  expect(bytes).toBeGreaterThanOrEqual(answer.length);
}, 30_000);
