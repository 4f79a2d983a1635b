/** Where an import leads: a file of this repository, a module of Node, or a vendor. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Workspaces {
  /** Folder of each workspace by its package's name. */
  readonly [name: string]: string;
}

/** The target of an import in the words of the rules: `services/x/src/y.ts`, `node:fs`, `vendor:express`. */
export function targetOf(specifier: string, importer: string, workspaces: Workspaces, root: string): string {
  if (specifier.startsWith('node:')) return specifier;
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(importer), specifier);
  const [scope = '', name = '', ...rest] = specifier.split('/');
  const packageName = scope.startsWith('@') ? `${scope}/${name}` : scope;
  const within = scope.startsWith('@') ? rest : [name, ...rest].filter((part) => part !== '');
  const folder = workspaces[packageName];
  if (folder === undefined) return `vendor:${packageName}`;
  return fileIn(folder, within.join('/'), root);
}

/** The file that a package gives for a path, as its `exports` say. */
function fileIn(folder: string, subpath: string, root: string): string {
  const { exports = {} } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as {
    exports?: Record<string, unknown>;
  };
  const wanted = subpath === '' ? '.' : `./${subpath}`;
  for (const [pattern, found] of Object.entries(exports)) {
    const target =
      typeof found === 'string' ? found : Object.values(found ?? {}).find((one) => typeof one === 'string');
    if (typeof target !== 'string') continue;
    const [before = '', after = ''] = pattern.split('*');
    if (pattern === wanted) return path.posix.join(folder, target);
    if (!pattern.includes('*') || !wanted.startsWith(before) || !wanted.endsWith(after)) continue;
    const star = wanted.slice(before.length, wanted.length - after.length);
    const file = path.posix.join(folder, target.replaceAll('*', star));
    if (existsSync(path.join(root, file)) || existsSync(path.join(root, file.replace(/\.js$/, '.d.ts')))) return file;
  }
  return path.posix.join(folder, subpath);
}
