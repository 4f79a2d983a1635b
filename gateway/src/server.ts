/** The HTTP server in front of the gateway: strict about what a request is, patient with none that is none. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type Koa from 'koa';
import type { Certificate } from './certificate.ts';
import type { Gateway } from './gateway.ts';
import { limits } from './limits.ts';
import { problem } from './problem.ts';
import { endUnread } from './unread.ts';

const options = {
  headersTimeout: limits.headersMs,
  connectionsCheckingInterval: limits.headersCheckMs,
  keepAliveTimeout: limits.keepAliveMs,
  maxHeaderSize: limits.headerBytes,
  // A body may take as long as it flows; what stalls is ended by the limits of the way to the service.
  requestTimeout: 0,
  insecureHTTPParser: false,
  requireHostHeader: true,
  noDelay: true,
  // nobody waits for the end of a body that there is none of
  optimizeEmptyRequests: true,
} as const;

const ignore = (): void => {};

/** @param certificate with one, the outside speaks TLS alone */
export function gatewayServer(gateway: Gateway, pages: Koa, certificate?: Certificate): Server | TlsServer {
  const ownPages = pages.callback();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    // Without a listener, a connection that breaks would take the process with it.
    request.on('error', ignore);
    response.on('error', ignore);
    if (!gateway(request, response)) void ownPages(request, response);
  };
  const server = certificate
    ? createTlsServer({ ...options, ...certificate, minVersion: 'TLSv1.2' }, listener)
    : createServer(options, listener);
  // Lines are counted where they can be refused; here they would be dropped in silence.
  server.maxHeadersCount = 0;
  server.on('clientError', answerMalformed);
  endUnread(server);
  return server;
}

const statusByCode: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What is no HTTP gets one refusal, and its connection is closed: the bytes behind it are nobody's request. */
function answerMalformed(failure: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || failure.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = statusByCode[failure.code ?? ''] ?? 400;
  const body = JSON.stringify(problem(status, 'The request cannot be read as HTTP/1.1'));
  socket.end(
    `HTTP/1.1 ${status} ${problem(status, '').title}\r\nContent-Type: application/json;charset=UTF-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
