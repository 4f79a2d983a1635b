/** REGARDS's own model files, where they lie beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

export interface ReferenceModel {
  readonly path: string;
  readonly xml: Buffer;
}

/** Every file with a <model>, none when the folder is not there; says so, as nothing is tested by it then. */
export function referenceModels(): readonly ReferenceModel[] {
  const found = ['regards-vectors', 'cnes']
    .map((name) => `${folder}${name}/`)
    .filter((path) => existsSync(path))
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.xml'))
        .map((path) => ({ path, xml: readFileSync(root + path) }))
        .filter(({ xml }) => /<model[ >]/.test(xml.toString('utf8'))),
    );
  if (found.length === 0) console.info(`no reference models: ${folder} is not there`);
  return found.toSorted((one, other) => one.path.localeCompare(other.path));
}
