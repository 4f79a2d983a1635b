/** The broker and the database of a plan as programs, where the platform runs them itself. */
import { brokerCommand, brokerProgram } from './broker.ts';
import type { BrokerPlan } from './broker.ts';
import { databaseProgram, installedDatabases } from './database.ts';
import type { DatabasePlan, DatabaseSoftware } from './database.ts';
import { PlatformFailure } from './failure.ts';
import type { Plan } from './plan.ts';
import type { Program } from './program.ts';
import type { Secrets } from './secrets.ts';
import { databaseUser } from './system-user.ts';

export const brokerPlan = (own: NonNullable<Plan['broker']['own']>, secrets: Secrets): BrokerPlan => ({
  ...own,
  user: 'regards',
  password: secrets.broker,
});

export const databasePlan = (
  own: NonNullable<Plan['database']['own']>,
  secrets: Secrets,
  user: DatabasePlan['user'],
): DatabasePlan => ({
  ...own,
  ownerPassword: secrets['database-owner'],
  account: { name: 'regards', password: secrets.database },
  user,
});

/** The servers of a plan, in the order of their start. */
export async function serverPrograms(
  plan: Plan,
  secrets: Secrets,
  inherited: Readonly<Record<string, string>>,
): Promise<Program[]> {
  const programs: Program[] = [];
  if (plan.broker.own) programs.push(brokerProgram(brokerPlan(plan.broker.own, secrets), requiredBroker(), inherited));
  if (plan.database.own) {
    programs.push(databaseProgram(databasePlan(plan.database.own, secrets, await databaseUser()), requiredDatabase()));
  }
  return programs;
}

/** Throws PlatformFailure when RabbitMQ is not installed. */
export function requiredBroker(): string {
  const command = brokerCommand();
  if (command === undefined) throw new PlatformFailure('RabbitMQ is not installed: run `make install`');
  return command;
}

/** Throws PlatformFailure when no PostgreSQL with PostGIS is installed. */
export function requiredDatabase(): DatabaseSoftware {
  const software = installedDatabases().find(({ hasPostgis }) => hasPostgis);
  if (!software) throw new PlatformFailure('PostgreSQL with PostGIS is not installed: run `make install`');
  return software;
}
