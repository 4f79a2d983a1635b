export { createNamedDatabase, dropNamedDatabase } from './administration.ts';
export { BrokenMessageError } from '@regards/core';
export * from './conditions.ts';
export * from './database.ts';
export {
  DatabaseUnavailableError,
  isFaultOfValues,
  isUniqueViolation,
  sqlState,
  violatedConstraint,
} from './failures.ts';
export * from './inbox.ts';
export { migrateService, migrateTenant, MigrationError } from './migrations.ts';
export type { PartMigrations } from './migrations.ts';
export type { OutboxEntry } from './outbox.ts';
export * from './paging.ts';
export type { DatabaseOptions } from './pool.ts';
export { recordset } from './recordset.ts';
export { accountUrl, buildWalls, drawAccounts, type ServiceAccount } from './walls.ts';
export { savepoint } from './savepoint.ts';
export { type OutboxRelay, type OutboxRelayOptions, startOutboxRelay } from './relay.ts';
