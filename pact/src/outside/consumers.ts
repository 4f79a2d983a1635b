/** `make consumers`: the tests of programs of other teams (examples/consumers), as those teams run them. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const clients = path.join(root, 'dist/clients');
const examples = path.join(root, 'examples/consumers');
/** Packages may have to be fetched first. */
const patienceMs = 600_000;

function run(folder: string, command: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: 'inherit', timeout: patienceMs });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${folder}: ${error?.message ?? status}`);
}

const install = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];

function sceneViewer(): void {
  const client = path.join(clients, 'typescript');
  run(client, 'npm', ...install);
  const folder = path.join(examples, 'scene-viewer');
  run(folder, 'npm', ...install);
  run(folder, process.execPath, '--test', 'scenes.check.ts');
}

function quicklookMaker(): void {
  const environment = path.join(clients, 'consumer-venv');
  if (!existsSync(environment)) run(clients, 'python3', '-m', 'venv', environment);
  const folder = path.join(examples, 'quicklook-maker');
  const pip = path.join(environment, 'bin/pip');
  run(folder, pip, 'install', '--quiet', '-r', 'requirements.txt', path.join(clients, 'python'));
  run(folder, path.join(environment, 'bin/python'), '-m', 'pytest', '--quiet', '-p', 'no:cacheprovider');
}

for (const test of [sceneViewer, quicklookMaker]) test();
