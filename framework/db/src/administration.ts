/** Whole databases: made and removed by whoever may, such as the tests. */
import pg from 'pg';
import { quoted } from './identifiers.ts';

/** @param serverUrl address of any database of the server; its account may create others */
export async function createNamedDatabase(serverUrl: string, name: string): Promise<void> {
  await administer(serverUrl, `create database ${quoted(name)}`);
}

/** Removes the database with everything in it and the accounts of its services, whoever is connected. */
export async function dropNamedDatabase(serverUrl: string, name: string): Promise<void> {
  await administer(serverUrl, `drop database if exists ${quoted(name)} with (force)`);
  const roles = await administer(serverUrl, 'select rolname from pg_roles where starts_with(rolname, $1)', [
    `${name}.`,
  ]);
  if (roles.length > 0)
    await administer(serverUrl, `drop role ${roles.map(({ rolname }) => quoted(rolname)).join(', ')}`);
}

async function administer(
  connectionString: string,
  statement: string,
  values?: readonly string[],
): Promise<readonly { rolname: string }[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<{ rolname: string }>(statement, values && [...values])).rows;
  } finally {
    await client.end();
  }
}
