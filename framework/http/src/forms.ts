/** Forms, with and without files, as plain objects: a field that comes several times is a list. */
import { refusal, RefusedError } from '@regards/core';
import type { UploadedFile } from '@regards/core';
import { defaults } from './defaults.ts';
import { inspectName, inspectText, utf8 } from './json.ts';

export type FormFields = Record<string, unknown>;

/** Reads application/x-www-form-urlencoded. */
export function urlEncodedForm(bytes: Buffer): FormFields {
  return fields([...new URLSearchParams(utf8(bytes))]);
}

/** Reads multipart/form-data (RFC 7578); `contentType` is the whole header, with its boundary. */
export async function multipartForm(bytes: Buffer, contentType: string): Promise<FormFields> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData().catch((error: unknown) => {
    throw new RefusedError(refusal('unreadable-request', 'The body is no multipart/form-data of the boundary it names.'), { cause: error });
  });
  return fields(await Promise.all([...form].map(async ([name, value]): Promise<[string, unknown]> => [name, typeof value === 'string' ? value : await uploaded(value)])));
}

async function uploaded(file: File): Promise<UploadedFile> {
  inspectText(file.name);
  return { name: file.name, mediaType: file.type || 'application/octet-stream', content: Buffer.from(await file.arrayBuffer()) };
}

export const isUploadedFile = (value: unknown): value is UploadedFile =>
  typeof value === 'object' && value !== null && 'content' in value && Buffer.isBuffer(value.content) && 'mediaType' in value && 'name' in value;

/** Whether a field is a file or a list with one. */
export const hasFile = (value: unknown): boolean => [value].flat().some(isUploadedFile);

/** A form as OpenAPI describes it, where a file is a text (of format binary). */
export const withoutFiles = (form: FormFields): FormFields =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => {
    if (!hasFile(value)) return [name, value];
    return [name, Array.isArray(value) ? value.map(() => '') : ''];
  }));

function fields(entries: readonly (readonly [string, unknown])[]): FormFields {
  if (entries.length > defaults.formParts) {
    throw new RefusedError(refusal('too-large', `A form has at most ${defaults.formParts} fields.`));
  }
  const form: FormFields = {};
  for (const [name, value] of entries) {
    inspectName(name);
    if (typeof value === 'string') inspectText(value);
    const before = Object.hasOwn(form, name) ? form[name] : undefined; // a field may be called `constructor`
    form[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return form;
}
