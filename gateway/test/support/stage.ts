/** A gateway between a real client and real servers, which each test tells how to behave. */
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { silentLog, systemClock } from '@regards/core';
import type { Route, Routes } from '@regards/core';
import { rsGatewaySettings } from '@regards/generated/rs-gateway/settings';
import { createMetrics } from '@regards/telemetry';
import { assemble } from '../../src/assembly.ts';
import type { AssemblyParts } from '../../src/assembly.ts';
import { rulesOf } from '../../src/settings.ts';

/** A route of a contract, most of it as usual. */
export const route = (operation: string, method: Route['method'], path: string, more: Partial<Route> = {}): Route => ({
  operation,
  method,
  path,
  access: 'EXPLOIT',
  retry: method === 'get' ? 'safe' : 'never',
  timeoutMs: 500,
  parameters: [],
  requestTypes: method === 'post' || method === 'put' ? ['application/json'] : [],
  responses: { 200: { kind: 'plain', mediaType: 'application/json' } },
  ...more,
});

export const usualRoutes = {
  getThing: route('getThing', 'get', '/things/{id}'),
  putThing: route('putThing', 'put', '/things/{id}', { retry: 'safe' }),
  patchThing: route('patchThing', 'patch', '/things/{id}', { requestTypes: ['application/json'] }),
  addThing: route('addThing', 'post', '/things'),
  getFile: route('getFile', 'get', '/files/{id}', { responses: { 200: { kind: 'stream' } } }),
  addFile: route('addFile', 'post', '/files', { requestTypes: ['application/octet-stream'] }),
} as const satisfies Routes;

export interface Stage {
  readonly url: string;
  readonly port: number;
  /** Starts an instance of a service and has it listed; `known` has a contract, others have none. */
  serve(service: string, listener: RequestListener): Promise<Server>;
  /** Starts a server that nobody lists yet. */
  start(listener: RequestListener): Promise<{ readonly server: Server; readonly url: string }>;
  /** Lists these addresses for a service instead. */
  list(service: string, ...urls: string[]): void;
  /** Forgets instances that are not listed any more. */
  keepOnly(urls: ReadonlySet<string>): void;
  /** A call with a token. */
  call(path: string, options?: RequestInit): Promise<Response>;
  /** Bytes on a connection of their own, and all that came back until it was closed or `ms` had passed. */
  raw(bytes: string | Buffer, ms?: number): Promise<{ text: string; closed: boolean }>;
  metrics(): Promise<string>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly routes?: Routes;
  readonly parts?: Partial<AssemblyParts>;
}

/** A port nobody listens at. */
export const nobody = 'http://127.0.0.1:1';

export async function openStage({
  settings = {},
  routes = usualRoutes,
  parts = {},
}: StageOptions = {}): Promise<Stage> {
  const instances = new Map<string, string[]>();
  const servers: Server[] = [];
  const metrics = createMetrics({ service: 'rs-gateway' });
  const rules = rulesOf(rsGatewaySettings.read(settings));
  const gateway = assemble({
    instances: { addresses: (service) => instances.get(service) ?? [] },
    tokens: {
      verify: (token) =>
        token.startsWith('good')
          ? Promise.resolve({ tenant: token.split('-')[1] ?? 'demo', login: token, role: 'EXPLOIT' })
          : Promise.reject(new Error('no token of ours')),
    },
    contracts: { 'rs-known': routes },
    rules: () => rules,
    metrics,
    ready: () => true,
    clock: systemClock,
    log: silentLog,
    ...parts,
  });
  const url = await listen(gateway.server);
  const port = Number(new URL(url).port);
  const start: Stage['start'] = async (listener) => {
    const server = createServer(listener);
    servers.push(server);
    return { server, url: await listen(server) };
  };
  return {
    url,
    port,
    start,
    async serve(service, listener) {
      const started = await start(listener);
      instances.set(service, [...(instances.get(service) ?? []), started.url]);
      return started.server;
    },
    keepOnly: (urls) => gateway.keepOnly(urls),
    list: (service, ...urls) => void instances.set(service, urls),
    call: (path, { headers, ...options } = {}) =>
      fetch(`${url}${path}`, { ...options, headers: { Authorization: 'Bearer good', ...(headers as object) } }),
    raw: (bytes, ms = 3000) => exchange(port, bytes, ms),
    metrics: () => metrics.text(),
    async close() {
      for (const server of [gateway.server, ...servers]) {
        server.closeAllConnections();
        server.close();
      }
      await gateway.close();
      metrics.close();
    },
  };
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Waits until something holds, for ten seconds at most. */
export async function until(wanted: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !wanted() && Date.now() < deadline;) await pause(20);
}

async function exchange(port: number, bytes: string | Buffer, ms: number): Promise<{ text: string; closed: boolean }> {
  const socket = connect(port, '127.0.0.1');
  let [text, closed] = ['', false];
  socket.on('data', (piece) => void (text += piece.toString('latin1')));
  socket.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => {
      closed = true;
      resolve();
    });
  });
  socket.write(bytes);
  await Promise.race([ended, pause(ms, undefined, { ref: false })]);
  socket.destroy();
  return { text, closed };
}
