/** The Debian packages the platform needs: RabbitMQ and PostgreSQL with PostGIS. */
import { brokerCommand } from './broker.ts';
import { attempt } from './command.ts';
import type { CommandResult } from './command.ts';
import { installedDatabases } from './database.ts';
import { PlatformFailure } from './failure.ts';
import { limits } from './limits.ts';

export interface Needs {
  readonly broker: boolean;
  readonly database: boolean;
}

/** What is asked of the machine, so that a test can be one. */
export interface Machine {
  readonly isRoot: boolean;
  hasBroker(): boolean;
  /** Versions of the PostgreSQL servers that are installed, newest first. */
  databases(): readonly { readonly version: number; readonly hasPostgis: boolean }[];
  apt(tool: 'apt-get' | 'apt-cache', args: readonly string[]): Promise<CommandResult>;
}

export const thisMachine: Machine = {
  isRoot: process.getuid?.() === 0,
  hasBroker: () => brokerCommand() !== undefined,
  databases: installedDatabases,
  apt: (tool, args) => {
    const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };
    return attempt(tool, args, { environment });
  },
};

/**
 * Installs what is missing, as root and with apt; `tell` says what goes on. Throws PlatformFailure with the command to
 * run where it may not, and with apt's own words where apt fails.
 */
export async function installPackages(
  needs: Needs,
  tell: (text: string) => void,
  machine = thisMachine,
): Promise<void> {
  if (isComplete(needs, machine)) return;
  if (machine.isRoot) {
    tell('fetching the lists of packages (apt-get update)');
    await aptGet(machine, ['update']);
  }
  const missing = await missingPackages(needs, machine);
  if (!machine.isRoot) {
    const command = `sudo apt-get install ${missing.join(' ')}`;
    throw new PlatformFailure(`only root may install packages. Run this, then try again:\n\n    ${command}`);
  }
  tell(`installing ${missing.join(', ')}`);
  await aptGet(machine, ['install', '--yes', '--no-install-recommends', ...missing]);
  if (isComplete(needs, machine)) return;
  throw new PlatformFailure(`apt-get was content, and yet ${missing.join(', ')} are not where Debian has them`);
}

const isComplete = ({ broker, database }: Needs, machine: Machine): boolean =>
  (!broker || machine.hasBroker()) && (!database || machine.databases().some(({ hasPostgis }) => hasPostgis));

async function missingPackages(needs: Needs, machine: Machine): Promise<string[]> {
  const broker = needs.broker && !machine.hasBroker() ? ['rabbitmq-server'] : [];
  if (!needs.database || machine.databases().some(({ hasPostgis }) => hasPostgis)) return broker;
  // PostGIS for the newest server that is installed, or for the one the distribution has
  const version = machine.databases()[0]?.version ?? (await distributionVersion(machine));
  return [...broker, `postgresql-${version}`, `postgresql-${version}-postgis-3`];
}

/** Debian 12's version where the package lists cannot tell: they may not have been fetched yet. */
const usualVersion = 15;

async function distributionVersion(machine: Machine): Promise<number> {
  const { output } = await machine.apt('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-postgis-3$']);
  const versions = [...output.matchAll(/^postgresql-(\d+)-postgis-3 /gm)].map(([, version]) => Number(version));
  return Math.max(...versions, 0) || usualVersion;
}

async function aptGet(machine: Machine, args: readonly string[]): Promise<void> {
  // another apt on a fresh machine holds the lock for a while
  const { code, output } = await machine.apt('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '--quiet', ...args]);
  if (code === 0) return;
  const last = output.trim().split('\n').slice(-limits.logLines).join('\n');
  throw new PlatformFailure(`\`apt-get ${args.join(' ')}\` failed:\n${last}`);
}
