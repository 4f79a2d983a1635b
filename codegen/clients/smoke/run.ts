/** `make clients-test`: builds each package as its users do, and lets it log in, search and be refused. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const clients = path.join(root, 'dist/clients');
const platform = path.join(root, '.run/platform.json');

function run(folder: string, command: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: 'inherit', timeout: 600_000 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${folder}: ${error?.message ?? status}`);
}

function typescript(): void {
  const folder = path.join(clients, 'typescript');
  run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error');
  run(folder, 'npm', 'run', '--silent', 'build');
  const scope = path.join(clients, 'node_modules/@regards');
  mkdirSync(scope, { recursive: true });
  if (!existsSync(path.join(scope, 'client'))) symlinkSync(folder, path.join(scope, 'client'));
  copyFileSync(path.join(import.meta.dirname, 'smoke.mjs'), path.join(clients, 'smoke.mjs'));
  run(clients, process.execPath, 'smoke.mjs', platform);
}

function python(): void {
  const environment = path.join(clients, 'venv');
  if (!existsSync(environment)) run(clients, 'python3', '-m', 'venv', environment);
  run(clients, path.join(environment, 'bin/pip'), 'install', '--quiet', path.join(clients, 'python'));
  run(clients, path.join(environment, 'bin/python'), path.join(import.meta.dirname, 'smoke.py'), platform);
}

function java(): void {
  const folder = path.join(clients, 'java');
  run(folder, 'mvn', '-q', '-DskipTests', '-Dmaven.javadoc.skip', 'package', 'dependency:copy-dependencies');
  const built = ['target/classes', 'target/dependency/*'].map((one) => path.join(folder, one)).join(':');
  run(folder, 'java', '-cp', built, path.join(import.meta.dirname, 'Smoke.java'), platform);
}

if (!existsSync(platform)) {
  console.error('no platform is up: run make up first');
  process.exitCode = 1;
} else
  for (const test of [typescript, python, java]) {
    try {
      test();
    } catch (failure) {
      console.error(failure instanceof Error ? failure.message : failure);
      process.exitCode = 1;
    }
  }
