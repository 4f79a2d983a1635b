/**
 * `make clients-test`: builds each package as its users do, and lets it log in, search and be refused. Languages may be
 * named; all without.
 */
import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { clients, npmInstall, python, run, runAll } from '../commands.ts';

const platform = path.resolve(import.meta.dirname, '../../../.run/platform.json');

const smoke: Readonly<Record<string, () => void>> = {
  typescript() {
    const folder = path.join(clients, 'typescript');
    npmInstall(folder);
    run(folder, 'npm', 'run', '--silent', 'build');
    const scope = path.join(clients, 'node_modules/@regards');
    mkdirSync(scope, { recursive: true });
    if (!existsSync(path.join(scope, 'client'))) symlinkSync(folder, path.join(scope, 'client'));
    copyFileSync(path.join(import.meta.dirname, 'smoke.mjs'), path.join(clients, 'smoke.mjs'));
    run(clients, process.execPath, 'smoke.mjs', platform);
  },

  python() {
    run(clients, python('venv', path.join(clients, 'python')), path.join(import.meta.dirname, 'smoke.py'), platform);
  },

  java() {
    const folder = path.join(clients, 'java');
    run(folder, 'mvn', '-q', '-DskipTests', '-Dmaven.javadoc.skip', 'package', 'dependency:copy-dependencies');
    const built = ['target/classes', 'target/dependency/*'].map((one) => path.join(folder, one)).join(':');
    run(folder, 'java', '-cp', built, path.join(import.meta.dirname, 'Smoke.java'), platform);
  },
};

const [, , ...named] = process.argv;
const chosen = named.length > 0 ? named : Object.keys(smoke);
const unknown = chosen.filter((language) => !(language in smoke));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: one of ${Object.keys(smoke).join(', ')} is meant`);
  process.exitCode = 2;
} else if (!existsSync(platform)) {
  console.error('no platform is up: run make up first');
  process.exitCode = 1;
} else runAll(...chosen.flatMap((language) => smoke[language] ?? []));
