/** What is installed, when, and what is said where it may not be. */
import { describe, expect, test } from '@jest/globals';
import { installPackages } from '../src/packages.ts';
import type { Machine } from '../src/packages.ts';

const all = { broker: true, database: true };
const listed = 'postgresql-13-postgis-3 - old\npostgresql-16-postgis-3 - new\npostgresql-16-postgis-3-scripts - no\n';

/** A machine without anything, on which apt-get works; the calls of apt are kept. */
function bareMachine({ isRoot = true, code = 0, output = '', works = true } = {}) {
  const calls: string[] = [];
  let installed = false;
  const machine: Machine = {
    isRoot,
    hasBroker: () => installed,
    databases: () => (installed ? [{ version: 16, hasPostgis: true }] : []),
    apt: (tool, args) => {
      const words = args.filter((one) => !one.startsWith('-') && !one.startsWith('DPkg'));
      calls.push([tool, ...words].join(' '));
      if (words.includes('install') && code === 0) installed = works;
      return Promise.resolve(tool === 'apt-cache' ? { code: 0, output: listed } : { code, output });
    },
  };
  return { machine, calls };
}

const silent = (): void => undefined;

describe('packages', () => {
  test('that are missing are installed by root, in the version the distribution has', async () => {
    const { machine, calls } = bareMachine();
    const told: string[] = [];
    await installPackages(all, (text) => told.push(text), machine);
    expect(calls).toEqual([
      'apt-get update',
      'apt-cache search ^postgresql-[0-9]+-postgis-3$',
      'apt-get install rabbitmq-server postgresql-16 postgresql-16-postgis-3',
    ]);
    expect(told.at(-1)).toBe('installing rabbitmq-server, postgresql-16, postgresql-16-postgis-3');
  });

  test('that are there are left alone, and apt is not even asked', async () => {
    const { machine, calls } = bareMachine();
    await installPackages(all, silent, machine);
    calls.length = 0;
    await installPackages(all, silent, machine);
    expect(calls).toEqual([]);
  });

  test('that only root may install are named with the command to run', async () => {
    const { machine } = bareMachine({ isRoot: false });
    await expect(installPackages(all, silent, machine)).rejects.toThrow(
      'sudo apt-get install rabbitmq-server postgresql-16 postgresql-16-postgis-3',
    );
  });

  test('of a server that someone else runs are not needed', async () => {
    const { machine } = bareMachine({ isRoot: false });
    await installPackages({ broker: false, database: false }, silent, machine);
    await expect(installPackages({ broker: true, database: false }, silent, machine)).rejects.toThrow(
      /install rabbitmq-server$/,
    );
  });

  test('PostGIS fits the server that is installed already', async () => {
    const { machine } = bareMachine({ isRoot: false });
    const withServer = { ...machine, hasBroker: () => true, databases: () => [{ version: 14, hasPostgis: false }] };
    await expect(installPackages(all, silent, withServer)).rejects.toThrow(
      'install postgresql-14 postgresql-14-postgis-3',
    );
  });

  test('when apt-get fails, its last words are told', async () => {
    const { machine } = bareMachine({ code: 100, output: 'E: Could not get lock' });
    await expect(installPackages(all, silent, machine)).rejects.toThrow('E: Could not get lock');
  });

  test('when apt-get succeeds and nothing is there, that is told too', async () => {
    const { machine } = bareMachine({ works: false });
    await expect(installPackages(all, silent, machine)).rejects.toThrow('apt-get was content');
  });
});
