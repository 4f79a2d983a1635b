/** The private broker and database: how they keep to themselves, and what outlives them. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { brokerProgram, brokerUrl, managementUrl } from '../src/broker.ts';
import type { BrokerPlan } from '../src/broker.ts';
import { attempt } from '../src/command.ts';
import { databaseProgram, databaseUrl } from '../src/database.ts';
import type { DatabasePlan } from '../src/database.ts';
import { choosePorts } from '../src/ports.ts';
import type { Program } from '../src/program.ts';
import { runProgram } from '../src/running.ts';
import type { RunningProgram } from '../src/running.ts';
import { requiredBroker, requiredDatabase } from '../src/server-programs.ts';
import { dataFolder, databaseUser } from '../src/system-user.ts';
import { eventually, scratchFolders } from './stand-ins.ts';

let scratch: Awaited<ReturnType<typeof scratchFolders>>;
beforeAll(async () => {
  scratch = await scratchFolders();
});
afterAll(() => scratch.remove());

const ready = async (program: Program): Promise<RunningProgram> => {
  const running = runProgram(program, path.join(scratch.folders.logs, `${program.name}.log`));
  await eventually(() => {
    const { state, detail } = running.status();
    if (state === 'failed') throw new Error(detail);
    return state === 'running' ? true : undefined;
  }, 60_000);
  return running;
};

describe('the private database', () => {
  const software = requiredDatabase();
  let plan: DatabasePlan;
  let running: RunningProgram | undefined;

  const query = async (sql: string, url = databaseUrl(plan)): Promise<string> => {
    const { output } = await attempt('psql', ['-X', '-A', '-t', '-c', sql, url]);
    return output.trim();
  };

  beforeAll(async () => {
    const user = await databaseUser();
    const port = (await choosePorts(new Map([['postgresql', undefined]]))).get('postgresql') ?? 0;
    const folder = await dataFolder(path.join(scratch.folders.data, 'postgresql'), scratch.folders.outside, user);
    plan = {
      folder,
      port,
      ownerPassword: 'owner-secret',
      account: { name: 'regards', password: 'account-secret' },
      user,
    };
    running = await ready(databaseProgram(plan, software));
  }, 90_000);
  afterAll(() => running?.stop());

  test('keeps what it confirms, and holds PostGIS', async () => {
    expect(await query('show fsync')).toBe('on');
    expect(await query('select postgis_version() is not null')).toBe('t');
  });

  test('lets nobody in without the password', async () => {
    expect(await query('select 1', databaseUrl({ ...plan, account: { name: 'regards', password: 'guess' } }))).toMatch(
      /password authentication failed/,
    );
    expect(await query('select 1', `postgres://postgres@127.0.0.1:${plan.port}/regards?password=`)).toMatch(
      /password|fe_sendauth/,
    );
  });

  test("the platform's account owns its database and is no superuser", async () => {
    expect(await query('select current_setting($$is_superuser$$)')).toBe('off');
    expect(await query('create schema "rs-fem/demo"')).toBe('CREATE SCHEMA');
  });

  test('keeps its data from one start to the next', async () => {
    await query('create table kept (value text); insert into kept values ($$here$$)');
    await running?.stop();
    running = await ready(databaseProgram(plan, software));
    expect(await query('select value from kept')).toBe('here');
  }, 60_000);
});

describe('the private broker', () => {
  let plan: BrokerPlan;
  let running: RunningProgram | undefined;

  const api = async (resource: string, password = plan.password): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`http://127.0.0.1:${plan.ports.management}/api/${resource}`, {
      headers: { authorization: `Basic ${btoa(`${plan.user}:${password}`)}` },
    });
    return { status: answer.status, body: await answer.json() };
  };

  beforeAll(async () => {
    const ports = await choosePorts(
      new Map(['amqp', 'management', 'distribution', 'names'].map((name) => [name, undefined])),
    );
    const port = (name: string): number => ports.get(name) ?? 0;
    plan = {
      folder: path.join(scratch.folders.data, 'rabbitmq'),
      user: 'regards',
      password: 'broker-secret',
      ports: {
        amqp: port('amqp'),
        management: port('management'),
        distribution: port('distribution'),
        names: port('names'),
      },
    };
    running = await ready(brokerProgram(plan, requiredBroker(), { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' }));
  }, 90_000);
  afterAll(() => running?.stop());

  test("is told apart by REGARDS's two virtual hosts and no other", async () => {
    expect((await api('vhosts?columns=name')).body).toEqual([
      { name: 'regards.instance.manager' },
      { name: 'regards.multitenant.manager' },
    ]);
  });

  test('knows one user, who is not guest and has a password', async () => {
    expect((await api('users?columns=name')).body).toEqual([{ name: 'regards' }]);
    expect((await api('overview', 'guess')).status).toBe(401);
    expect(brokerUrl(plan)).toBe(`amqp://regards:broker-secret@127.0.0.1:${plan.ports.amqp}`);
    expect(managementUrl(plan)).toBe(`http://regards:broker-secret@127.0.0.1:${plan.ports.management}`);
  });

  test('shows its configuration, which holds the password, to nobody else', () => {
    expect(statSync(path.join(plan.folder, 'rabbitmq.conf')).mode & 0o077).toBe(0);
  });

  test('listens on the loopback interface alone', async () => {
    const { output } = await attempt('sh', ['-c', 'cat /proc/net/tcp /proc/net/tcp6']);
    const hex = [plan.ports.amqp, plan.ports.management, plan.ports.distribution].map((port) =>
      port.toString(16).toUpperCase().padStart(4, '0'),
    );
    const listening = [...output.matchAll(/^\s*\d+: ([0-9A-F]+):([0-9A-F]{4}) \S+ 0A /gm)].filter(
      ([, , port]) => port !== undefined && hex.includes(port),
    );
    expect(listening.length).toBeGreaterThanOrEqual(3);
    expect(listening.map(([, address]) => address)).toEqual(listening.map(() => '0100007F'));
  });

  test('takes its name server with it when it ends', async () => {
    await running?.stop();
    await pause(500);
    const { code } = await attempt('epmd', ['-port', String(plan.ports.names), '-names'], {
      environment: { PATH: '/usr/bin:/bin' },
    });
    expect(code).not.toBe(0);
  }, 40_000);
});
