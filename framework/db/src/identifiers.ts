/** Names of schemas: one for each service, and one for each tenant of a service. */

/** An identifier as SQL quotes it; PostgreSQL cuts names at 63 bytes, which would let two tenants meet. */
export function quoted(identifier: string): string {
  if (identifier.includes('\0') || Buffer.byteLength(identifier) > 63)
    throw new Error(`${identifier} cannot be a schema's name`);
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** The schema of what belongs to no tenant: outbox and inbox. */
export const serviceSchema = (service: string): string => service;

/** Project names are letters, digits, - and _, so the slash keeps the two parts apart. */
export function tenantSchema(service: string, tenant: string): string {
  if (tenant === '') throw new Error('a tenant must have a name');
  return `${service}/${tenant}`;
}
