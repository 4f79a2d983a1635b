/** `npm run house`: holds the whole repository to the rules, prints each violation, ends with 1 when there is any. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFile, findCycles } from './check.ts';
import type { Violation } from './check.ts';
import { match } from './patterns.ts';
import { folders } from './rules.ts';
import { readSource } from './source.ts';
import { targetOf } from './targets.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifests = globSync(
  '{framework/*,services/*,generated,gateway,cli,platform,pact,bench,reference,portal,fuzz,mock}/package.json',
  {
    cwd: root,
  },
);
const workspaces = Object.fromEntries(
  manifests.map((file) => [
    (JSON.parse(readFileSync(path.join(root, file), 'utf8')) as { name: string }).name,
    path.dirname(file),
  ]),
);
const resolve = (specifier: string, importer: string): string => targetOf(specifier, importer, workspaces, root);

const files = globSync(`{${folders.join(',')}}/**/*.ts`, {
  cwd: root,
  exclude: (name) => name.includes('node_modules'),
}).toSorted();
const violations: Violation[] = [];
const modules = new Map<string, Set<string>>();
for (const file of files) {
  const text = readFileSync(path.join(root, file), 'utf8');
  violations.push(...checkFile(file, text, resolve));
  const from = match('services/{service}/src/{module}/**', file);
  if (!from) continue;
  for (const { specifier } of readSource(file, text).imports) {
    const to = match('services/{service}/src/{module}/**', resolve(specifier, file));
    if (!to || to['service'] !== from['service'] || to['module'] === from['module']) continue;
    const name = `${from['service']}/${from['module']}`;
    const known = modules.get(name) ?? new Set();
    modules.set(name, known.add(`${to['service']}/${to['module']}`));
  }
}
for (const { file, line, message } of violations) console.log(`${file}:${line}: ${message}`);
const cycles = findCycles(modules);
for (const cycle of cycles) console.log(`modules need each other in a ring: ${cycle.join(' → ')}`);
const count = violations.length + cycles.length;
console.log(
  count === 0 ? `${files.length} files keep the rules of the house` : `${count} violations of house/src/rules.ts`,
);
process.exitCode = count === 0 ? 0 : 1;
