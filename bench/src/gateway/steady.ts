/**
 * Requests offered at a fixed rate, in a process of its own: a latency counts from when its request was due, so that a
 * gateway that stalls is charged for all who came meanwhile.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openLine } from './line.ts';
import type { Line } from './line.ts';

export interface SteadyLoad {
  readonly url: string;
  readonly token: string | undefined;
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly connections: number;
}

export interface Latencies {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
}

/** Runs the load in a process of its own. */
export async function steadily(load: SteadyLoad): Promise<Latencies> {
  const child = fork(fileURLToPath(import.meta.url));
  child.send(load);
  const ended = once(child, 'exit').then(() => {
    throw new Error('the load at a fixed rate ended without a result');
  });
  const [told] = (await Promise.race([once(child, 'message'), ended])) as unknown[];
  ended.catch(() => {}); // from here on it is meant to end
  child.kill();
  // sent below
  return told as Latencies;
}

async function offer({ url, token, rate, seconds, connections }: SteadyLoad): Promise<Latencies> {
  const { hostname, port, pathname } = new URL(url);
  const authorization = token === undefined ? '' : `Authorization: Bearer ${token}\r\n`;
  const request = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${authorization}\r\n`;
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(hostname, Number(port), request)));
  const idle = [...lines];
  /** When those that no line is free for were due. */
  const queue: number[] = [];
  // a second of warming up is not counted
  const total = Math.round(rate * (seconds + 1));
  const latencies: number[] = [];
  let errors = 0;
  const all = Promise.withResolvers<void>();
  const send = (line: Line, due: number): void =>
    line.ask((isRight) => {
      if (!isRight) errors += 1;
      latencies.push(performance.now() - due);
      if (latencies.length === total) all.resolve();
      const next = queue.shift();
      if (next === undefined) idle.push(line);
      else send(line, next);
    });
  const begin = performance.now();
  for (let sent = 0; sent < total; await pause(1)) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) / 1000) * rate));
    for (; sent < due; sent += 1) {
      const at = begin + (sent / rate) * 1000;
      const line = idle.pop();
      if (line) send(line, at);
      else queue.push(at);
    }
  }
  await all.promise;
  for (const line of lines) line.close();
  const counted = latencies.slice(Math.round(rate)).toSorted((one, other) => one - other);
  const at = (share: number): number => counted[Math.floor(counted.length * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99), errors };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.once('message', (load) => {
    // sent above
    void offer(load as SteadyLoad).then((latencies) => process.send?.(latencies));
  });
}
