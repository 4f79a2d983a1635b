/** compiled.js: every schema as a function (Ajv standalone); validators.ts: the same, typed, faults as sentences. */
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { withReferred } from './contracts.ts';
import type { SchemaFile } from './contracts.ts';
import { transformed } from './json.ts';
import type { Json } from './json.ts';
import { header } from './text.ts';
import { hasFiles } from './types.ts';

/** Schemas are known by where they stand, so that references need no change. */
const idOf = ({ owner, name }: SchemaFile): string => `https://contracts.invalid/${owner}/schemas/${name}.yaml`;

export type ValidatorFiles = Readonly<Record<'compiled.js' | 'compiled.d.ts' | 'validators.ts', string>>;

/**
 * What is written on the way out, envelopes, needs no validator of its own.
 * @param contracts folder of all contracts, since schemas refer to those of others
 * @throws Error naming the schema that is none
 */
export function validatorFiles(owner: string, schemas: readonly SchemaFile[], contracts: string): ValidatorFiles {
  const wanted = schemas.filter(({ schema }) => schema['x-regards-envelope'] === undefined && !hasFiles(schema));
  const names = wanted.map(({ name }) => name);
  const from = header(`${owner}/schemas`);
  if (names.length === 0) {
    return {
      'compiled.js': `${from}export {};\n`,
      'compiled.d.ts': `${from}export {};\n`,
      'validators.ts': `${from}export {};\n`,
    };
  }
  return {
    'compiled.js': from + compiledCode(wanted, withReferred(contracts, wanted)),
    'compiled.d.ts': [
      `${from}import type { CompiledValidator } from '@regards/core';\n\n`,
      ...names.map((name) => `export const ${name}: CompiledValidator;\n`),
    ].join(''),
    'validators.ts': [
      from,
      `import { validator } from '@regards/core';\n`,
      `import * as compiled from './compiled.js';\n`,
      `import type * as types from './types.ts';\n\n`,
      `/** One validator a schema: the value with its type, or the faults as sentences. */\n`,
      `export const validators = {\n`,
      ...names.map((name) => `  ${name}: validator<types.${name}>(compiled.${name}),\n`),
      `} as const;\n`,
    ].join(''),
  };
}

function compiledCode(wanted: readonly SchemaFile[], all: readonly SchemaFile[]): string {
  const ajv = new Ajv2020.default({
    allErrors: true,
    strict: false,
    inlineRefs: false,
    logger: { log: () => {}, warn: refuse, error: refuse },
    code: { source: true, esm: true, lines: true, optimize: true },
  });
  addFormats.default(ajv);
  for (const one of all) ajv.addSchema({ $id: idOf(one), ...onlySchema(one) });
  for (const one of wanted) {
    try {
      ajv.getSchema(idOf(one));
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      throw new Error(`contracts/${one.owner}/schemas/${one.name}.yaml: ${reason}`, { cause: failure });
    }
  }
  return imported(standaloneCode.default(ajv, Object.fromEntries(wanted.map((one) => [one.name, idOf(one)]))));
}

/** What Ajv only warns of, such as a format it does not know, would leave a value unchecked. */
export function refuse(warning: unknown): never {
  throw new Error(String(warning));
}

const onlySchema = ({ schema }: SchemaFile): Record<string, Json> =>
  transformed(schema, (object) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => !name.startsWith('x-'))),
  ) as Record<string, Json>;

/** Ajv leaves `require` in its ES modules. */
export function imported(code: string): string {
  const modules = [...new Set([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name ?? ''))];
  const imports = modules.map(
    (name, at) => `import module${at} from '${/\.[cm]?js$/.test(name) ? name : `${name}.js`}';\n`,
  );
  const body = modules.reduce((text, name, at) => text.replaceAll(`require("${name}")`, `module${at}`), code);
  return imports.join('') + body.replace('"use strict";', '');
}
