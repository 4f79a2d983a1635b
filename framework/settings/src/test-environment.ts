/** Where the tests find their database and broker. */
import { EnvironmentError, readEnvironment } from './bootstrap.ts';

export interface TestEnvironment {
  /** A PostgreSQL account that may create databases. */
  readonly databaseUrl: string;
  /** The broker's address without a virtual host. */
  readonly amqpUrl: string;
  /** Address of the broker's HTTP API, user and password included. */
  readonly managementUrl: string;
  /** How many instances of a service stand in for one, behind one address (REGARDS_TEST_INSTANCES; 1 without). */
  readonly instances: number;
}

/** Throws EnvironmentError with what to do when a variable is missing. */
export function readTestEnvironment(environment = readEnvironment()): TestEnvironment {
  const given = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '') {
      throw new EnvironmentError(
        `${name} is not set: run the tests with \`make test\`, which starts a database and a broker`,
      );
    }
    return value.replace(/\/+$/, '');
  };
  return {
    databaseUrl: given('REGARDS_TEST_DATABASE_URL'),
    amqpUrl: given('REGARDS_TEST_AMQP_URL'),
    managementUrl: given('REGARDS_TEST_MANAGEMENT_URL'),
    instances: Number(environment['REGARDS_TEST_INSTANCES'] ?? 1),
  };
}
