/** Names of schemas: one for each service, and one for each tenant of a service. */

/** An identifier as SQL quotes it; PostgreSQL cuts names at 63 bytes, which would let two tenants meet. */
export function quoted(identifier: string): string {
  if (identifier.includes('\0') || Buffer.byteLength(identifier) > 63)
    throw new Error(`${identifier} cannot be a schema's name`);
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** The schema of what belongs to no tenant: outbox and inbox. */
export const serviceSchema = (service: string): string => service;

/** The schema of the library that keeps the queue of jobs: underscores, so that it need not be quoted. */
export const jobsSchema = (service: string): string => `${service.replaceAll('-', '_')}_jobs`;

/** The account that an address names; roles of its tenants begin with its name. */
export function accountOf(url: string): string {
  const { username } = new URL(url);
  if (username === '') throw new Error('the address of the database names no account');
  return decodeURIComponent(username);
}

/** The role that alone has rights on the schema of one tenant. */
export const tenantRole = (account: string, tenant: string): string => `${account}/${tenant}`;

/** Project names are letters, digits, - and _, so the slash keeps the two parts apart. */
export function tenantSchema(service: string, tenant: string): string {
  if (tenant === '') throw new Error('a tenant must have a name');
  return `${service}/${tenant}`;
}
