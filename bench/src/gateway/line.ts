/**
 * One connection that asks the same thing again and again and only counts what comes back: a client that costs a tenth
 * of a gateway, where one that takes answers apart costs as much as what it measures.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export interface Line {
  /** Sends the request; `over` hears whether 200 came back whole. One at a time. */
  ask(over: (isRight: boolean) => void): void;
  close(): void;
}

const headEnd = Buffer.from('\r\n\r\n');

/** @param request as it goes over the wire; each answer must say its length */
export async function openLine(host: string, port: number, request: string): Promise<Line> {
  const socket: Socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  let waiting: ((isRight: boolean) => void) | undefined;
  let isRight = false;
  /** Bytes of the answer that are still to come; unknown before its head is there. */
  let missing: number | undefined;
  let head: Buffer = Buffer.alloc(0);
  const end = (right: boolean): void => {
    const over = waiting;
    waiting = undefined;
    missing = undefined;
    head = Buffer.alloc(0);
    over?.(right);
  };
  socket.on('data', (piece: Buffer) => {
    if (missing === undefined) {
      head = head.length === 0 ? piece : Buffer.concat([head, piece]);
      const at = head.indexOf(headEnd);
      if (at === -1) return;
      const text = head.toString('latin1', 0, at);
      isRight = text.startsWith('HTTP/1.1 200');
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? Number.NaN);
      missing = length - (head.length - at - headEnd.length);
      if (Number.isNaN(missing)) {
        socket.destroy(new Error('an answer does not say its length'));
        return;
      }
    } else missing -= piece.length;
    if (missing <= 0) end(isRight && missing === 0);
  });
  socket.on('error', () => end(false));
  socket.on('close', () => end(false));
  return {
    ask(over) {
      waiting = over;
      if (socket.destroyed) end(false);
      else socket.write(request);
    },
    close: () => void socket.destroy(),
  };
}
