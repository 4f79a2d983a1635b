/** Opens a port for an application, and closes it without cutting anybody off. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { defaults } from './defaults.ts';

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no more connections, waits up to `drainMs` for answers under way, then cuts off what is left. */
  close(drainMs?: number): Promise<void>;
}

/** Listens on `host` and `port`, 0 for a free one. Rejects when the port is taken. */
export async function listen(
  app: RequestListener,
  { host = '127.0.0.1', port = 0 }: { host?: string; port?: number } = {},
): Promise<Listening> {
  const server = createServer({
    headersTimeout: defaults.headersTimeoutMs,
    requestTimeout: defaults.requestTimeoutMs,
    keepAliveTimeout: defaults.keepAliveTimeoutMs,
    requireHostHeader: true,
  });
  let closing = false;
  server.on('request', (request, response) => {
    if (closing) response.setHeader('Connection', 'close');
    app(request, response);
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close(drainMs = 0) {
      closing = true;
      closed ??= drain(server, drainMs);
      return closed;
    },
  };
}

/**
 * Connections that become idle while others still work are closed at once, so that no caller sends into a closing
 * door.
 */
async function drain(server: Server, drainMs: number): Promise<void> {
  const done = once(server, 'close');
  server.close();
  const sweep = setInterval(() => server.closeIdleConnections(), defaults.drainPollMs);
  const cut = setTimeout(() => server.closeAllConnections(), drainMs);
  await done;
  clearInterval(sweep);
  clearTimeout(cut);
}
