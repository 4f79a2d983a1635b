/** Commands that build and run packages in other languages, as their users type them. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where `make clients` writes. */
export const clients = path.resolve(import.meta.dirname, '../../dist/clients');

/** Packages may have to be fetched first. */
const patienceMs = 600_000;

/** Runs a command in a folder. @throws Error naming both when it fails */
export function run(folder: string, command: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: 'inherit', timeout: patienceMs });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${folder}: ${error?.message ?? status}`);
}

/** Installs what the package.json of a folder names. */
export const npmInstall = (folder: string): void =>
  run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error');

/** Installs packages into an environment of their own, and gives its Python. @param name of a folder of dist/clients */
export function python(name: string, ...packages: readonly string[]): string {
  const environment = path.join(clients, name);
  if (!existsSync(environment)) run(clients, 'python3', '-m', 'venv', environment);
  run(clients, path.join(environment, 'bin/pip'), 'install', '--quiet', ...packages);
  return path.join(environment, 'bin/python');
}

/** Runs each and goes on when one fails: the process ends with 1 then. */
export function runAll(...tests: readonly (() => void)[]): void {
  for (const test of tests) {
    try {
      test();
    } catch (failure) {
      console.error(failure instanceof Error ? failure.message : failure);
      process.exitCode = 1;
    }
  }
}
