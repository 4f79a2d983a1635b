/** One measurement of one gateway: wrk on its own connections, and what the gateway's processes took meanwhile. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execute } from '../../../platform/src/command.ts';
import { cpuSecondsOf } from '../processes.ts';
import { installed } from '../programs.ts';

export interface Contender {
  readonly name: string;
  /** Of each of its processes, what comes before a path. */
  readonly urls: readonly string[];
  readonly paths: { readonly small: string; readonly large: string };
  readonly token: string | undefined;
  /** Of each of its processes, in the order of `urls`. */
  readonly pids: readonly number[];
  readonly warmUpSeconds: number;
}

export interface Load {
  readonly body: 'small' | 'large';
  readonly connections: number;
  readonly seconds: number;
}

export interface Measurement {
  /** Answers a second; of 1 MB, MiB a second, since answers that the end cuts off count by part. */
  readonly rate: number;
  /** Answers, or MiB, a second of the processor time of all its processes. */
  readonly perCpu: number;
  /** The same of the process that worked most: what they could do on processors of their own. */
  readonly perBusiest: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
}

interface Told {
  readonly requests: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
}

const script = fileURLToPath(new URL('wrk.lua', import.meta.url));

/** Measures with the load divided among the contender's processes. */
export async function measure({ urls, paths, token, pids }: Contender, load: Load): Promise<Measurement> {
  const wrk = await installed('wrk', 'wrk');
  const { body, connections, seconds } = load;
  const before = pids.map((pid) => cpuSecondsOf(pid));
  const told = await Promise.all(
    urls.map(async (url) => {
      const args = ['-t1', `-c${connections / urls.length}`, `-d${seconds}s`, '--timeout', '10s', '-s', script];
      const header = token === undefined ? [] : ['-H', `Authorization: Bearer ${token}`];
      const output = await execute(wrk, [...args, ...header, `${url}${paths[body]}`]);
      // written by wrk.lua
      return JSON.parse(output.slice(output.lastIndexOf('RESULT ') + 'RESULT '.length)) as Told;
    }),
  );
  const spent = pids.map((pid, at) => cpuSecondsOf(pid) - (before[at] ?? 0));
  const answered = told.map((one) => (body === 'small' ? one.requests : one.bytes / 2 ** 20));
  const sum = (figures: readonly number[]): number => figures.reduce((total, one) => total + one, 0);
  return {
    rate: sum(told.map((one, at) => (answered[at] ?? 0) / one.seconds)),
    perCpu: sum(answered) / sum(spent),
    perBusiest: sum(answered) / Math.max(...spent),
    p50: Math.max(...told.map((one) => one.p50)),
    p99: Math.max(...told.map((one) => one.p99)),
    errors: sum(told.map((one) => one.errors)),
  };
}

/** The same bytes as from the service itself, and 401 without a token: else there is nothing to compare. */
export async function check({ name, urls, paths, token }: Contender, service: string): Promise<void> {
  for (const url of urls) {
    for (const body of ['small', 'large'] as const) {
      const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
      const [expected, given] = await Promise.all([
        fetch(`${service}${paths[body]}`),
        fetch(`${url}${paths[body]}`, { headers }),
      ]);
      const same = Buffer.from(await expected.arrayBuffer()).equals(Buffer.from(await given.arrayBuffer()));
      if (given.status !== 200 || !same)
        throw new Error(`${name}: ${path.basename(paths[body])} is not what the service answers (${given.status})`);
    }
    if (token === undefined) continue;
    const { status } = await fetch(`${url}${paths.small}`);
    if (status !== 401) throw new Error(`${name} answers ${status} without a token`);
  }
}
