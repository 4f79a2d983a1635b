/** Whether a value keeps a schema of a document, in the words of Ajv. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Document, Json, Schema } from '@regards/reference';

/** Gives what is wrong with a value, [] when nothing is; a schema is compiled once. */
export type SchemaJudge = (schema: Schema, value: Json) => string[];

export function schemaJudge(document: Document): SchemaJudge {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).addSchema(document, 'document');
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  return (schema, value) => {
    const text = JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"document#');
    const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as Schema);
    compiled.set(text, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
  };
}
