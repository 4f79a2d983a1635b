/** Three brokers that are one, for tests that take some of them away. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnvironment } from '@regards/settings';
import { brokerProgram, brokerUrl, controlBroker, managementUrl } from '../broker.ts';
import type { BrokerPlan } from '../broker.ts';
import { PlatformFailure } from '../failure.ts';
import { logFile } from '../folders.ts';
import type { Folders } from '../folders.ts';
import { limits } from '../limits.ts';
import { choosePorts } from '../ports.ts';
import { runProgram } from '../running.ts';
import type { RunningProgram } from '../running.ts';
import { requiredBroker } from '../server-programs.ts';

export interface TestCluster {
  /** Addresses of the nodes, without a virtual host. */
  readonly urls: readonly string[];
  /** Address of the first node's HTTP API, user and password included. */
  readonly managementUrl: string;
  /** Names of the nodes as they know each other, such as `one@localhost`. */
  readonly nodes: readonly string[];
  /** Kills a node, and resolves when it is back on its data. */
  restart(place: number): Promise<void>;
  /** Runs `rabbitmqctl` against a node. */
  control(place: number, ...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the nodes one after the other: those that come later join the first. */
export async function startTestCluster(folders: Folders): Promise<TestCluster> {
  const all = ['one', 'two', 'three'];
  const wanted = ['names', ...all.flatMap((name) => [`${name}.amqp`, `${name}.management`, `${name}.distribution`])];
  const ports = await choosePorts(new Map(wanted.map((name) => [name, undefined])));
  const port = (name: string): number => ports.get(name) ?? 0;
  const [password, cookie] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  const plans = all.map((name): BrokerPlan => ({
    folder: path.join(folders.data, name),
    user: 'regards',
    password,
    ports: {
      amqp: port(`${name}.amqp`),
      management: port(`${name}.management`),
      distribution: port(`${name}.distribution`),
      names: port('names'),
    },
    node: { name, cookie, all },
  }));
  const running: RunningProgram[] = [];
  const start = async (place: number): Promise<void> => {
    const [plan, name] = [plans[place], all[place]];
    if (!plan || name === undefined) throw new RangeError(`there is no node ${place}`);
    const program = brokerProgram(plan, requiredBroker(), readEnvironment());
    const one = runProgram({ ...program, stopSignal: 'SIGKILL' }, logFile(folders, name));
    running[place] = one;
    for (const end = Date.now() + limits.startWithinMs; one.status().state !== 'running'; await pause(limits.probeMs))
      if (Date.now() > end) throw new PlatformFailure(`node ${name} is not ready in time`);
  };
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((one) => one.stop()));
    await Promise.all([folders.run, folders.outside].map((folder) => rm(folder, { recursive: true, force: true })));
  };
  try {
    for (const place of plans.keys()) await start(place);
  } catch (failure) {
    await stop();
    throw failure;
  }
  const [first] = plans;
  if (!first) throw new RangeError('a cluster has nodes');
  return {
    urls: plans.map(brokerUrl),
    managementUrl: managementUrl(first),
    nodes: all.map((name) => `${name}@localhost`),
    stop,
    async restart(place) {
      await running[place]?.stop();
      await start(place);
    },
    control(place, ...args) {
      const plan = plans[place];
      if (!plan) throw new RangeError(`there is no node ${place}`);
      return controlBroker(plan, requiredBroker(), args, readEnvironment());
    },
  };
}
