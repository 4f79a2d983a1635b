/** A port that leads to another one as soon as the test opens it; before, nobody answers. */
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface SlowPort {
  readonly port: number;
  open(): Promise<void>;
  close(): Promise<void>;
}

export async function slowPort(target: { readonly host: string; readonly port: number }): Promise<SlowPort> {
  const server = createServer((socket) => {
    const upstream = connect(target);
    socket.on('error', () => upstream.destroy()).pipe(upstream);
    upstream.on('error', () => socket.destroy()).pipe(socket);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  await close();
  return { port, open: () => listen(port), close };
}
