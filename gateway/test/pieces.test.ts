/** Memory of bodies given back early, and writes that wait for one another: no byte is lost, none is another's. */
import { createHash, randomBytes } from 'node:crypto';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setImmediate as endOfTurn, setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { atEndOfTurn, writeInBursts } from '../src/bursts.ts';
import { letGo } from '../src/memory.ts';
import { openStage } from './support/stage.ts';

const size = 64 * 1024;
/** Memory of its own, as the pieces have that Node reads. */
const own = (): Buffer => Buffer.from(new ArrayBuffer(size));

describe('the memory of a piece', () => {
  test('is given back', () => {
    const piece = own();
    letGo(piece);
    expect(piece.length).toBe(0);
  });

  test('is given back though a head stood before it', () => {
    const memory = own();
    letGo(memory.subarray(200));
    expect(memory.length).toBe(0);
  });

  test.each([
    ['something follows in it', () => own().subarray(0, size - 2)],
    ['most of it was something else', () => own().subarray(size - 20_000)],
    ['it is small', () => Buffer.from(new ArrayBuffer(1000))],
    ['it is shared', () => Buffer.from(new SharedArrayBuffer(size))],
  ])('stays where %s', (_name, make) => {
    const piece = make();
    const { length } = piece;
    letGo(piece);
    expect(piece.length).toBe(length);
  });
});

describe('large answers at the same time', () => {
  const bodies = Array.from({ length: 12 }, () => randomBytes((3 << 20) + 17));
  const sumOf = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

  test.each([
    ['of a length that was told', true],
    ['of a length that nobody knows', false],
  ])(
    '%s come whole, and each to whom it belongs, however slowly it is read',
    async (_name, isTold) => {
      const stage = await openStage();
      await stage.serve('rs-large', (request, response) => {
        const body = bodies[Number(request.url?.slice(1))] ?? Buffer.alloc(0);
        if (isTold) response.writeHead(200, { 'Content-Length': body.length });
        response.end(body);
      });
      const sums = await Promise.all(
        bodies.map(async (_body, at) => {
          const answered = await stage.call(`/api/v1/rs-large/${at}`);
          const sum = createHash('sha256');
          for await (const piece of answered.body ?? []) {
            sum.update(piece as Uint8Array);
            if (at % 2 === 0) await pause(1);
          }
          return sum.digest('hex');
        }),
      );
      expect(sums).toEqual(bodies.map(sumOf));
      await stage.close();
    },
    60_000,
  );
});

describe('at the end of a turn', () => {
  test('all that waits is done, in its order', async () => {
    const done: number[] = [];
    for (const number of [1, 2, 3]) atEndOfTurn(() => void done.push(number));
    await Promise.resolve();
    expect(done).toEqual([]);
    await endOfTurn();
    expect(done).toEqual([1, 2, 3]);
  });

  test('what was written leaves in one piece, and so does what is written later', async () => {
    const pieces: string[] = [];
    const server = createServer((socket) => socket.on('data', (piece) => void pieces.push(String(piece))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    writeInBursts(socket);
    for (const turn of ['first', 'second']) {
      socket.write(`${turn} `);
      socket.write('turn');
      expect(socket.writableLength).toBe(turn.length + 5);
      await endOfTurn();
      expect(socket.writableLength).toBe(0);
      await pause(100);
    }
    expect(pieces).toEqual(['first turn', 'second turn']);
    socket.destroy();
    server.close();
  });
});
