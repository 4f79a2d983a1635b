/** Walls in the database itself: an account for each service, a role for each of its tenants; docs/security.md. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { jobsSchema, serviceSchema } from './identifiers.ts';
import { filesOf } from './migrations.ts';

export interface ServiceAccount {
  readonly service: string;
  readonly password: string;
  /** Its migrations, of which `service/*.sql` installs extensions: that is the administrator's to do. */
  readonly migrations?: URL | undefined;
}

/**
 * Makes or renews the accounts and all that keeps them apart; schemas that are there already are handed to whom they
 * belong. May be called on a database in use, by several at once.
 * @param administratorUrl of an account that owns the database and may create roles
 */
export async function buildWalls(administratorUrl: string, accounts: readonly ServiceAccount[]): Promise<void> {
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('walls', 0))`);
    await client.query(await readFile(new URL('../walls/walls.sql', import.meta.url), 'utf8'));
    for (const { service, password, migrations } of accounts) {
      for (const text of await extensionsOf(migrations)) await client.query(text);
      const schemas = [serviceSchema(service), jobsSchema(service)];
      await client.query('select walls.raise_service($1, $2, $3)', [service, password, schemas]);
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Builds the walls with passwords that are drawn now; gives the address of each service's own account. */
export async function drawAccounts(
  administratorUrl: string,
  services: readonly (string | Omit<ServiceAccount, 'password'>)[],
): Promise<(service: string) => string> {
  const accounts = services.map((one) => ({
    ...(typeof one === 'string' ? { service: one } : one),
    password: randomBytes(16).toString('hex'),
  }));
  await buildWalls(administratorUrl, accounts);
  return (service) => {
    const account = accounts.find((one) => one.service === service);
    if (!account) throw new Error(`no account was drawn for ${service}`);
    return accountUrl(administratorUrl, account);
  };
}

/** The same database as the account of a service. */
export function accountUrl(databaseUrl: string, { service, password }: ServiceAccount): string {
  const url = new URL(databaseUrl);
  url.username = `${decodeURIComponent(url.pathname.slice(1))}.${service}`;
  url.password = password;
  return url.href;
}

async function extensionsOf(migrations: URL | undefined): Promise<string[]> {
  if (!migrations) return [];
  const folder = new URL('service/', migrations);
  const names = await filesOf(folder);
  return Promise.all(names.toSorted().map((name) => readFile(new URL(name, folder), 'utf8')));
}
