/** Whole databases: made and removed by whoever may, such as the tests. */
import pg from 'pg';
import { quoted } from './identifiers.ts';

/** @param serverUrl address of any database of the server; its account may create others */
export async function createNamedDatabase(serverUrl: string, name: string): Promise<void> {
  await administer(serverUrl, `create database ${quoted(name)}`);
}

/** Removes the database with everything in it, whoever is connected. */
export async function dropNamedDatabase(serverUrl: string, name: string): Promise<void> {
  await administer(serverUrl, `drop database if exists ${quoted(name)} with (force)`);
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
