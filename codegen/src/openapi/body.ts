/** The request body of an operation: its media types, and the one type that a handler sees. */
import type { Json, JsonObject } from '../contracts.ts';
import { isObject } from '../contracts.ts';
import { typeOf } from './parameterType.ts';
import { key, objectOf, resolved } from './prepare.ts';

export interface Body {
  readonly mediaTypes: readonly string[];
  readonly required: boolean;
  readonly type: string;
  readonly types: readonly string[];
  readonly description: string;
}

export function bodyOf(document: JsonObject, given: Json | undefined, types: Set<string>): Body | undefined {
  if (!isObject(given)) return undefined;
  const body = resolved(document, given);
  const content = Object.entries(objectOf(body['content']));
  const used = new Set<string>();
  const names = { use: (name: string) => (used.add(name), types.add(name), name) };
  const all = content.map(([mediaType, media]) => contentType(document, mediaType, objectOf(media)['schema'], names));
  return {
    mediaTypes: content.map(([mediaType]) => mediaType),
    required: body['required'] === true,
    type: [...new Set(all)].join(' | '),
    types: [...used],
    description: String(body['description'] ?? 'The body.'),
  };
}

function contentType(document: JsonObject, mediaType: string, schema: Json | undefined, names: { use(name: string): string }): string {
  if (mediaType === 'multipart/form-data') return formType(resolved(document, schema), names);
  const { type, format } = resolved(document, schema);
  if (type === 'string' && format === 'binary') return 'Buffer';
  return typeOf(schema, names);
}

/** Each part a member: a file with its name and media type, or a text. */
function formType(schema: JsonObject, names: { use(name: string): string }): string {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const parts = Object.entries(objectOf(schema['properties'])).map(([name, part]) => {
    const { type, format } = objectOf(part);
    const optional = required.includes(name) ? '' : '?';
    return `${key(name)}${optional}: ${type === 'string' && format === 'binary' ? names.use('UploadedFile') : typeOf(part, names)}`;
  });
  return `{ ${parts.join('; ')} }`;
}
