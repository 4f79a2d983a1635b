/** What the supervisor needs to know of something that runs: a service, the broker, the database. */
import http from 'node:http';
import type { SystemUser } from './command.ts';

export interface Program {
  /** Names it in logs and lists, such as rs-fem:1. */
  readonly name: string;
  /** What it is an instance of. */
  readonly service: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly user?: SystemUser | undefined;
  /** Everything this process serves; several services in the compact layout. */
  readonly served: readonly Served[];
  readonly stopSignal: NodeJS.Signals;
  /** Milliseconds it gets to end; then it is killed. */
  readonly stopMs: number;
  /** Makes what it needs to start, before each start; does nothing when all is there. */
  prepare?(): Promise<void>;
  /** Whether it does its work; asked again until it does. */
  ready(signal: AbortSignal): Promise<boolean>;
  /** Removes what it leaves behind. */
  stopped?(): Promise<void>;
}

/** One instance of a service and where it answers. */
export interface Served {
  readonly service: string;
  readonly id: string;
  readonly url: string;
}

/**
 * Whether an address answers with success. Node's fetch would cost the supervisor 10 MiB. A certificate is not held to
 * whom it names: it is one of ours, on this machine, that is asked how it is.
 */
export async function answers(
  url: string,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const { get } = url.startsWith('https:') ? await import('node:https') : http;
  return new Promise((resolve) => {
    const request = get(url, { signal, headers, agent: false, rejectUnauthorized: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.on('error', () => {
      resolve(false);
    });
  });
}
