/** A broker and a database for one run of the tests: thrown away at its end, apart from any platform that runs. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnvironment } from '@regards/settings';
import { brokerProgram, brokerUrl, controlBroker, managementUrl } from '../broker.ts';
import type { BrokerPlan } from '../broker.ts';
import { databaseProgram, databaseUrl } from '../database.ts';
import type { DatabasePlan } from '../database.ts';
import { PlatformFailure } from '../failure.ts';
import { logFile } from '../folders.ts';
import type { Folders } from '../folders.ts';
import { limits, testDatabaseSettings } from '../limits.ts';
import { lastLines } from '../log-reading.ts';
import { choosePorts } from '../ports.ts';
import { identityOf, signalTo } from '../processes.ts';
import type { Program } from '../program.ts';
import { runProgram } from '../running.ts';
import type { RunningProgram } from '../running.ts';
import { requiredBroker, requiredDatabase } from '../server-programs.ts';
import { writeState } from '../state.ts';
import { dataFolder, databaseUser } from '../system-user.ts';

export type ServerName = 'rabbitmq' | 'postgresql';

export interface TestServers {
  /** Variables that tell the tests where their servers are. */
  readonly variables: Readonly<Record<string, string>>;
  /** Sends a signal to a server, such as SIGSTOP. */
  signal(server: ServerName, signal: NodeJS.Signals): void;
  /** Kills a server, and resolves when another one runs on its data and is ready. */
  restart(server: ServerName): Promise<void>;
  /** Runs `rabbitmqctl`. */
  control(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts both servers with all their state below `folders`; `settings` are the database's. Throws PlatformFailure when
 * one does not come up.
 */
export async function startTestServers(
  folders: Folders,
  settings: Readonly<Record<string, string>> = testDatabaseSettings,
): Promise<TestServers> {
  const ports = await choosePorts(
    new Map(['postgresql', 'amqp', 'management', 'distribution', 'names'].map((name) => [name, undefined])),
  );
  const port = (name: string): number => ports.get(name) ?? 0;
  const user = await databaseUser();
  const password = (): string => randomBytes(16).toString('hex');
  const database: DatabasePlan = {
    folder: await dataFolder(path.join(folders.data, 'postgresql'), folders.outside, user),
    port: port('postgresql'),
    ownerPassword: password(),
    settings,
    user,
  };
  const broker: BrokerPlan = {
    folder: path.join(folders.data, 'rabbitmq'),
    user: 'regards',
    password: password(),
    ports: {
      amqp: port('amqp'),
      management: port('management'),
      distribution: port('distribution'),
      names: port('names'),
    },
  };
  const programs = new Map<ServerName, Program>([
    ['rabbitmq', brokerProgram(broker, requiredBroker(), readEnvironment())],
    ['postgresql', databaseProgram(database, requiredDatabase())],
  ]);
  const running = new Map<ServerName, RunningProgram>();
  // nothing of theirs is kept, so they need not write it down: that saves 6 s a run
  const endings: Record<ServerName, NodeJS.Signals> = { rabbitmq: 'SIGKILL', postgresql: 'SIGQUIT' };
  const start = (server: ServerName): void => {
    const program = programs.get(server);
    if (!program) return;
    const one = runProgram({ ...program, stopSignal: endings[server] }, logFile(folders, server), () => {
      writing = writing.then(writeDown).catch(() => undefined); // it serves those who clear up after a killed run
    });
    running.set(server, one);
  };
  let writing = Promise.resolve();
  const writeDown = async (): Promise<void> => {
    const self = identityOf(process.pid);
    const statuses = [...running.values()].map((program) => program.status());
    if (self) await writeState(folders, { supervisor: self, layout: 'tests', programs: statuses });
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...running.values()].map((program) => program.stop()));
    await writing;
    await Promise.all([folders.run, folders.outside].map((folder) => rm(folder, { recursive: true, force: true })));
  };
  const signal = (server: ServerName, name: NodeJS.Signals): void => {
    const identity = running.get(server)?.status().process;
    if (identity) signalTo(identity, name);
  };
  for (const server of programs.keys()) start(server);
  try {
    await awaitAll([...running.values()], folders);
  } catch (failure) {
    await stop();
    throw failure;
  }
  return {
    variables: {
      REGARDS_TEST_DATABASE_URL: databaseUrl(database),
      REGARDS_TEST_AMQP_URL: brokerUrl(broker),
      REGARDS_TEST_MANAGEMENT_URL: managementUrl(broker),
    },
    signal,
    async restart(server) {
      await running.get(server)?.stop();
      start(server);
      await awaitAll([...running.values()], folders);
    },
    control: (...args) => controlBroker(broker, requiredBroker(), args, readEnvironment()),
    stop,
  };
}

async function awaitAll(programs: readonly RunningProgram[], folders: Folders): Promise<void> {
  const deadline = Date.now() + limits.startWithinMs;
  for (;;) {
    const missing = programs.map((program) => program.status()).filter(({ state }) => state !== 'running');
    const [first] = missing;
    if (!first) return;
    const hopeless = missing.find(({ state, crashes }) => state === 'failed' || crashes >= limits.crashesWhileStarting);
    if (hopeless ?? Date.now() > deadline) {
      const { name, detail } = hopeless ?? first;
      const lines = await lastLines(folders, name, limits.logLines);
      throw new PlatformFailure(
        `the tests' ${name} does not start: ${detail ?? 'it is not ready in time'}\n${lines.join('\n')}`,
      );
    }
    await pause(limits.probeMs);
  }
}
