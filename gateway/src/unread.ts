/** Ends connections whose client takes nothing of what waits for it: it would be kept for them without an end. */
import type { Server } from 'node:http';
import { Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { limits } from './limits.ts';

interface Waiting {
  /** Bytes that the client's side had taken. */
  readonly taken: number;
  readonly since: number;
}

/** Looks at all connections now and then, so that no request costs anything. */
export function endUnread(
  server: Server | TlsServer,
  patienceMs: number = limits.unreadMs,
  everyMs: number = limits.unreadCheckMs,
): void {
  const open = new Map<Socket, Waiting | undefined>();
  server.on(server instanceof TlsServer ? 'secureConnection' : 'connection', (socket: Socket) => {
    open.set(socket, undefined);
    socket.once('close', () => open.delete(socket));
  });
  const look = (): void => {
    const now = performance.now();
    for (const [socket, before] of open) {
      const taken = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength === 0) open.set(socket, undefined);
      else if (before?.taken !== taken) open.set(socket, { taken, since: now });
      else if (now - before.since >= patienceMs) socket.destroy();
    }
  };
  const looking = setInterval(look, everyMs).unref();
  server.once('close', () => clearInterval(looking));
}
