/** A PostgreSQL of our own: its data, port and passwords are private, and it runs under an account that is not root. */
import { globSync } from 'node:fs';
import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { attempt, execute } from './command.ts';
import type { SystemUser } from './command.ts';
import { PlatformFailure } from './failure.ts';
import { readIfThere } from './files.ts';
import { databaseSettings, limits } from './limits.ts';
import type { Program } from './program.ts';

export interface DatabasePlan {
  /** Folder of its data; the account it runs as has to reach it. */
  readonly folder: string;
  readonly port: number;
  /** Password of the superuser, which is named postgres. */
  readonly ownerPassword: string;
  /** The account and database of the platform, made with PostGIS; without it there is only the superuser. */
  readonly account?: { readonly name: string; readonly password: string };
  /** Over the settings of limits.ts. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly user: SystemUser | undefined;
}

export interface DatabaseSoftware {
  readonly version: number;
  readonly bin: string;
  readonly hasPostgis: boolean;
}

/** The PostgreSQL servers installed as Debian does it, newest first. */
export const installedDatabases = (): readonly DatabaseSoftware[] =>
  globSync('/usr/lib/postgresql/*/bin/initdb')
    .map((file) => {
      const version = Number(file.split('/')[4]);
      const extension = `/usr/share/postgresql/${version}/extension/postgis.control`;
      return { version, bin: path.dirname(file), hasPostgis: globSync(extension).length > 0 };
    })
    .toSorted((one, other) => other.version - one.version);

/** The database as a program; ready when it takes connections. */
export function databaseProgram(plan: DatabasePlan, software: DatabaseSoftware): Program {
  const settings = {
    ...databaseSettings,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(plan.port),
    ...plan.settings,
  };
  return {
    name: 'postgresql',
    service: 'postgresql',
    command: path.join(software.bin, 'postgres'),
    args: ['-D', plan.folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    environment: { LANG: 'C.UTF-8', TZ: 'UTC' },
    user: plan.user,
    served: [],
    stopSignal: 'SIGINT', // "fast": transactions under way are rolled back, the data is written
    stopMs: limits.serverStopMs,
    prepare: () => prepareData(plan, software),
    async ready() {
      const { code } = await attempt(path.join(software.bin, 'pg_isready'), [
        '-q',
        '-h',
        '127.0.0.1',
        '-p',
        String(plan.port),
      ]);
      return code === 0;
    },
  };
}

/** Written last: a folder without it was left half made. */
const preparedMark = 'regards-prepared';

/** Makes the cluster at the first start; afterwards it only checks that the software still fits it. */
async function prepareData(plan: DatabasePlan, software: DatabaseSoftware): Promise<void> {
  if ((await readIfThere(path.join(plan.folder, preparedMark))) !== undefined) {
    const version = (await readIfThere(path.join(plan.folder, 'PG_VERSION')))?.trim();
    if (version === String(software.version)) return;
    throw new PlatformFailure(
      `${plan.folder} is of PostgreSQL ${version}, installed is ${software.version}: install postgresql-${version}`,
    );
  }
  await rm(plan.folder, { recursive: true, force: true });
  await mkdir(plan.folder, { recursive: true, mode: 0o700 });
  if (plan.user) await chown(plan.folder, plan.user.uid, plan.user.gid);
  await initialise(plan, software);
  await writeFile(path.join(plan.folder, preparedMark), 'The platform made this cluster.\n');
}

async function initialise(
  { folder, user, account, ownerPassword }: DatabasePlan,
  { bin }: DatabaseSoftware,
): Promise<void> {
  const environment = { LANG: 'C.UTF-8', TZ: 'UTC' };
  const initdb = [
    '-D',
    folder,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  await execute(path.join(bin, 'initdb'), initdb, { user, environment });
  const single = async (database: string, statements: readonly string[]): Promise<void> => {
    const output = await execute(path.join(bin, 'postgres'), ['--single', '-j', '-D', folder, database], {
      user,
      environment,
      input: statements.map((statement) => `${statement};\n\n`).join(''),
    });
    const fault = /(?:ERROR|FATAL):.*/.exec(output)?.[0]; // it goes on after one, and ends with 0
    if (fault !== undefined) throw new PlatformFailure(`the new database refuses: ${fault}`);
  };
  await single('postgres', [
    `alter role postgres password '${ownerPassword}'`,
    ...(account
      ? [
          `create role ${account.name} login createrole password '${account.password}'`,
          `create database ${account.name} owner ${account.name}`,
        ]
      : []),
  ]);
  if (account) await single(account.name, ['create extension postgis']);
  // from here on with passwords only
  const rules = 'host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n';
  await writeFile(path.join(folder, 'pg_hba.conf'), rules);
}

/** Address of a database as one of the cluster's accounts. */
export const databaseUrl = (plan: DatabasePlan): string =>
  plan.account
    ? `postgres://${plan.account.name}:${plan.account.password}@127.0.0.1:${plan.port}/${plan.account.name}`
    : `postgres://postgres:${plan.ownerPassword}@127.0.0.1:${plan.port}/postgres`;
