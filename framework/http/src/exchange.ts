/** One HTTP request to one instance, and its answer's head. */
import { Agent, request as send } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { defaults } from './defaults.ts';
import type { OutgoingRequest } from './transport-request.ts';

/** Connections that are kept and used again, for all calls of one transport; `lookup` says where names lead. */
export const createAgent = (lookup?: LookupFunction): Agent =>
  new Agent({
    keepAlive: true,
    maxSockets: defaults.connectionsPerInstance,
    timeout: defaults.idleConnectionMs,
    ...(lookup ? { lookup } : {}),
  });

/** The request did not get an answer; `sent` says whether the instance may have begun with it. */
export class ExchangeFailedError extends Error {
  readonly sent: boolean;

  constructor(sent: boolean, options: ErrorOptions) {
    super('The instance gave no answer.', options);
    this.name = 'ExchangeFailedError';
    this.sent = sent;
  }
}

/** Resolves with the answer as soon as its head is here; `signal` ends it at any time, its body too. */
export function exchange(
  agent: Agent,
  instance: string,
  method: string,
  outgoing: OutgoingRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { target, headers, body } = outgoing;
  return new Promise((resolve, reject) => {
    const address = new URL(instance);
    const prefix = address.pathname.replace(/\/+$/, '');
    const outgoingRequest = send({
      agent,
      signal,
      method: method.toUpperCase(),
      protocol: address.protocol,
      hostname: address.hostname.replace(/^\[|\]$/g, ''),
      port: address.port,
      path: prefix + target,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
    });
    let connected = false;
    let unreachable: NodeJS.Timeout | undefined;
    outgoingRequest.once('socket', (socket) => {
      connected = !socket.connecting;
      if (connected) return;
      unreachable = setTimeout(
        () => outgoingRequest.destroy(new Error('The connection was not taken in time.')),
        defaults.connectTimeoutMs,
      );
      socket.once('connect', () => {
        connected = true;
        clearTimeout(unreachable);
      });
    });
    outgoingRequest.once('response', resolve);
    outgoingRequest.on('error', (error) => {
      clearTimeout(unreachable);
      reject(new ExchangeFailedError(connected, { cause: error }));
    });
    outgoingRequest.end(body);
  });
}
