/** The request of an operation: its parameters and its body as the fields of one object. */
import { listOf, objectsOf, objectOf, textOf } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { comment, key } from '../text.ts';
import { resolved } from './document.ts';
import type { Operation } from './document.ts';
import { typeOf, used } from './schema-type.ts';
import type { Names } from './schema-type.ts';

/** A member of the request, as the template prints it. */
export interface Field {
  /** Its comment. */
  readonly doc: string;
  readonly member: string;
  readonly optional: boolean;
  readonly type: string;
}

export function fieldsOf(document: JsonObject, { operation, parameters }: Operation, names: Names): Field[] {
  const fields = parameters.map((parameter) =>
    field(
      textOf(parameter['name']),
      textOf(parameter['description']),
      parameter['required'] === true,
      typeOf(parameter['schema'], names),
    ),
  );
  const body = operation['requestBody'] === undefined ? undefined : resolved(document, operation['requestBody']);
  if (body === undefined) return fields;
  const types = objectsOf(body['content']).map(([mediaType, { schema }]) =>
    bodyType(document, mediaType, schema, names),
  );
  return [
    ...fields,
    field(
      'body',
      textOf(body['description']) || 'The body.',
      body['required'] === true,
      [...new Set(types)].join(' | '),
    ),
  ];
}

const field = (name: string, doc: string, required: boolean, type: string): Field => ({
  doc: comment(doc).trimEnd(),
  member: key(name),
  optional: !required,
  type: required ? type : `${type} | undefined`,
});

function bodyType(document: JsonObject, mediaType: string, schema: Json | undefined, names: Names): string {
  if (mediaType === 'multipart/form-data') return formType(resolved(document, schema), names);
  return isBinary(resolved(document, schema)) ? 'Buffer' : typeOf(schema, names);
}

/** Each part a member: a file with its name and media type, or a text. */
function formType(schema: JsonObject, names: Names): string {
  const required = listOf(schema['required']);
  const parts = objectsOf(schema['properties']).map(([name, part]) => {
    const type = isBinary(part) ? used('UploadedFile', names) : typeOf(part, names);
    return `${key(name)}${required.includes(name) ? '' : '?'}: ${type}`;
  });
  return `{ ${parts.join('; ')} }`;
}

export const isBinary = ({ type, format }: JsonObject): boolean => type === 'string' && format === 'binary';

/** Where the transport puts each parameter, and where the door finds it. */
export const routeParameters = (document: JsonObject, parameters: readonly JsonObject[]): JsonObject[] =>
  parameters.map(({ name, in: place, required, schema, style, explode }) => {
    const isArray = resolved(document, schema)['type'] === 'array';
    const repeated = explode ?? (style === undefined || style === 'form');
    return {
      name: name ?? '',
      in: place ?? '',
      required: required === true,
      ...(isArray ? { array: repeated === false ? 'comma' : 'repeated' } : {}),
    };
  });

export const requestTypes = (document: JsonObject, operation: JsonObject): string[] =>
  Object.keys(objectOf(resolved(document, operation['requestBody'])['content']));
