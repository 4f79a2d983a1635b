/** Instances that answer as a test says, to be called through the transport. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { silentLog } from '@regards/core';
import type { CallContext } from '@regards/core';
import { createTransport } from '../../src/index.ts';
import type { ClosableTransport, TransportOptions } from '../../src/index.ts';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Instance {
  readonly url: string;
  readonly received: Received[];
  /** Connections that were opened so far. */
  connections(): number;
  close(): Promise<void>;
}

/** An instance whose answers `answer` writes. */
export async function instance(answer: (response: ServerResponse, received: Received) => unknown): Promise<Instance> {
  const received: Received[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      received.push(one);
      return answer(response, one);
    });
  });
  server.on('connection', () => void (connections += 1));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The address of an instance that has ended: nobody listens there any more. */
export async function goneInstance(): Promise<string> {
  const server = createTcpServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

export const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' }).end(JSON.stringify(body));

export const context: CallContext = { tenant: 'demo', correlationId: 'c1' };

/** A transport that finds these instances, the ones not tried yet first. */
export const transportTo = (urls: readonly string[], more: Partial<TransportOptions> = {}): ClosableTransport =>
  createTransport({
    find: (_service, tried) => urls.find((url) => !tried.includes(url)) ?? urls[0],
    serviceToken: async (tenant, audience) => `service:${tenant}:${audience}`,
    log: silentLog,
    ...more,
  });
