/** JSON Schemas of attributes, compiled by Ajv: REGARDS writes them in draft 07. */
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { SchemaCompiler } from './domain/restriction.ts';

/** A compiler of its own for each schema: two attributes may give the same `$id` to different schemas. */
export const compileSchema: SchemaCompiler = (text) => {
  const ajv = new Ajv({ strict: false, logger: false });
  addFormats.default(ajv);
  const schema: unknown = JSON.parse(text);
  if (typeof schema !== 'boolean' && (typeof schema !== 'object' || schema === null))
    throw new TypeError('A JSON Schema is an object.');
  const keeps = ajv.compile(schema);
  return (value) => {
    if (keeps(value)) return undefined;
    const [fault] = keeps.errors ?? [];
    return `must keep its JSON schema: ${fault?.instancePath || 'the whole'} ${fault?.message ?? 'is not valid'}`;
  };
};
