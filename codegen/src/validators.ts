/** compiled.js: every schema as a function (Ajv standalone); validators.ts: the same with types and faults in sentences. */
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { header, transformed } from './contracts.ts';
import type { JsonObject, SchemaFile } from './contracts.ts';

const base = 'https://contracts.invalid';

export interface ValidatorFiles {
  readonly 'compiled.js': string;
  readonly 'compiled.d.ts': string;
  readonly 'validators.ts': string;
}

/** @param all schemas of every contract, since schemas refer to one another */
export function validatorFiles(owner: string, schemas: readonly SchemaFile[], all: readonly SchemaFile[]): ValidatorFiles {
  const wanted = schemas.filter(({ schema }) => schema['x-regards-envelope'] === undefined);
  const ajv = new Ajv2020.default({
    allErrors: true, verbose: true, strict: false, discriminator: false, inlineRefs: false,
    code: { source: true, esm: true, lines: true, optimize: true },
  });
  addFormats.default(ajv);
  for (const one of all) ajv.addSchema(withId(one));
  const names = wanted.map(({ name }) => name);
  const code = names.length === 0 ? 'export {};\n'
    : standaloneCode.default(ajv, Object.fromEntries(wanted.map((one) => [one.name, idOf(one)])));
  return {
    'compiled.js': header(`${owner}/schemas`) + imported(code),
    'compiled.d.ts': `${header(`${owner}/schemas`)}import type { CompiledValidator } from '@regards/core';\n\n` +
      (names.length === 0 ? 'export {};\n' : names.map((name) => `export const ${name}: CompiledValidator;\n`).join('')),
    'validators.ts': typed(owner, wanted),
  };
}

function typed(owner: string, schemas: readonly SchemaFile[]): string {
  if (schemas.length === 0) return `${header(`${owner}/schemas`)}export {};\n`;
  const names = schemas.map(({ name }) => name);
  return [
    header(`${owner}/schemas`),
    `import { validator } from '@regards/core';\n`,
    `import type { Validator } from '@regards/core';\n`,
    `import * as compiled from './compiled.js';\n`,
    `import type * as types from './types.ts';\n\n`,
    `/** One validator a schema: the value with its type, or the faults as sentences. */\n`,
    `export const validators = {\n`,
    ...names.map((name) => `  ${name}: validator<types.${name}>(compiled.${name}) satisfies Validator<types.${name}>,\n`),
    `} as const;\n`,
  ].join('');
}

const idOf = ({ owner, name }: SchemaFile): string => `${base}/${owner}/schemas/${name}.yaml`;

/** References are relative to the file, so each schema is known by its place. */
function withId(one: SchemaFile): JsonObject {
  const schema = transformed(one.schema, (object) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => !name.startsWith('x-'))));
  return { $id: idOf(one), ...(schema as JsonObject) };
}

/** Ajv leaves `require` in its ES modules. */
function imported(code: string): string {
  const modules = [...new Set([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name ?? ''))];
  const lines = modules.map((name, at) => {
    const file = /\.[cm]?js$/.test(name) ? name : `${name}.js`;
    return `import module${at} from '${file}';\n`;
  });
  return modules.reduce((text, name, at) => text.replaceAll(`require("${name}")`, `module${at}`), lines.join('') + code)
    .replace('"use strict";', '');
}
