/** The Debian packages the platform needs: RabbitMQ and PostgreSQL with PostGIS. */
import { brokerCommand } from './broker.ts';
import { attempt } from './command.ts';
import { installedDatabases } from './database.ts';
import { PlatformFailure } from './failure.ts';

export interface Needs {
  readonly broker: boolean;
  readonly database: boolean;
}

/** Names of the packages that are missing; empty when nothing is. */
export async function missingPackages({ broker, database }: Needs): Promise<string[]> {
  return [
    ...(broker && brokerCommand() === undefined ? ['rabbitmq-server'] : []),
    ...(database && !installedDatabases().some(({ hasPostgis }) => hasPostgis) ? await databasePackages() : []),
  ];
}

/** PostGIS for the newest server that is installed, or for the one the distribution has. */
async function databasePackages(): Promise<string[]> {
  const version = installedDatabases()[0]?.version ?? (await distributionVersion());
  return [`postgresql-${version}`, `postgresql-${version}-postgis-3`];
}

/** Debian 12's version where the package lists cannot tell: they may not have been fetched yet. */
const usualVersion = 15;

async function distributionVersion(): Promise<number> {
  const { output } = await attempt('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-postgis-3$']);
  const versions = [...output.matchAll(/^postgresql-(\d+)-postgis-3 /gm)].map(([, version]) => Number(version));
  return Math.max(...versions, 0) || usualVersion;
}

/**
 * Installs what is missing, as root and with apt; `tell` says what goes on. Throws PlatformFailure with the command to
 * run where it may not, and with apt's own words where apt fails.
 */
export async function installPackages(needs: Needs, tell: (text: string) => void): Promise<void> {
  if ((await missingPackages(needs)).length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    tell('fetching the lists of packages (apt-get update)');
    await apt(['update']);
  }
  const missing = await missingPackages(needs); // the lists may have told a better name
  if (!isRoot) {
    throw new PlatformFailure(
      `only root may install packages. Run this, then make up again:\n\n    sudo apt-get install ${missing.join(' ')}`,
    );
  }
  tell(`installing ${missing.join(', ')}`);
  await apt(['install', '--yes', '--no-install-recommends', ...missing]);
  const still = await missingPackages(needs);
  if (still.length > 0)
    throw new PlatformFailure(`apt-get was content, and yet these packages are not there: ${still.join(', ')}`);
}

async function apt(args: readonly string[]): Promise<void> {
  // another apt on a fresh machine holds the lock for a while
  const all = ['-o', 'DPkg::Lock::Timeout=300', '--quiet', ...args];
  const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await attempt('apt-get', all, { environment });
  if (code !== 0)
    throw new PlatformFailure(
      `\`apt-get ${args.join(' ')}\` failed:\n${output.trim().split('\n').slice(-12).join('\n')}`,
    );
}
