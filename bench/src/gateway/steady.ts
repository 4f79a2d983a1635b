/**
 * Requests offered at a fixed rate, in a process of its own: a latency counts from when its request was due, so that a
 * gateway that stalls is charged for all who came meanwhile.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

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
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  const options = { agent, headers: token === undefined ? {} : { Authorization: `Bearer ${token}` } };
  const { hostname, port, pathname } = new URL(url);
  const latencies: number[] = [];
  let errors = 0;
  const send = (due: number): Promise<void> =>
    new Promise((resolve) => {
      const over = (isError: boolean): void => {
        if (isError) errors += 1;
        latencies.push(performance.now() - due);
        resolve();
      };
      request({ ...options, hostname, port, path: pathname }, (response) => {
        response.resume();
        response.once('end', () => over(response.statusCode !== 200));
      })
        .once('error', () => over(true))
        .end();
    });
  // a second of warming up is not counted
  const total = Math.round(rate * (seconds + 1));
  const begin = performance.now();
  const running: Promise<void>[] = [];
  for (let sent = 0; sent < total; await pause(1)) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) / 1000) * rate));
    for (; sent < due; sent += 1) running.push(send(begin + (sent / rate) * 1000));
  }
  await Promise.all(running);
  agent.destroy();
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
