/** Forms, with and without files, as plain objects: a field that comes several times is a list. */
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inspectName, inspectText, refusal, RefusedError, utf8 } from '@regards/core';
import type { UploadedFile } from '@regards/core';
import busboy from 'busboy';
import type { FileInfo } from 'busboy';
import { defaults } from './defaults.ts';

export type FormFields = Record<string, unknown>;

/** Reads application/x-www-form-urlencoded. */
export function urlEncodedForm(bytes: Buffer): FormFields {
  return fields([...new URLSearchParams(utf8(bytes))]);
}

/** Reads multipart/form-data (RFC 7578); `contentType` is the whole header, with its boundary. */
export async function multipartForm(bytes: Buffer, contentType: string): Promise<FormFields> {
  const parts: Promise<[string, unknown]>[] = [];
  const read = Promise.withResolvers<void>();
  try {
    // Names are UTF-8 as every browser sends them; sizes need no limit of their own, since the body has one.
    const limits = { parts: defaults.formParts + 1, fieldSize: Infinity, fileSize: Infinity };
    const parser = busboy({ headers: { 'content-type': contentType }, defParamCharset: 'utf8', limits });
    parser.on('field', (name, value) => parts.push(Promise.resolve([name, value])));
    parser.on('file', (name, stream, told) => {
      const part = uploaded(stream, told).then((file): [string, unknown] => [name, file]);
      part.catch(read.reject);
      parts.push(part);
    });
    // busboy goes on after a fault and may find more of them
    parser.on('error', read.reject);
    parser.once('close', read.resolve);
    parser.end(bytes);
    await read.promise;
  } catch (error) {
    throw new RefusedError(
      refusal('unreadable-request', 'The body is no multipart/form-data of the boundary it names.'),
      { cause: error },
    );
  }
  return fields(await Promise.all(parts));
}

async function uploaded(stream: Readable, { filename, mimeType }: FileInfo): Promise<UploadedFile> {
  return { name: filename ?? '', mediaType: mimeType, content: await buffer(stream) };
}

export const isUploadedFile = (value: unknown): value is UploadedFile =>
  typeof value === 'object' &&
  value !== null &&
  'content' in value &&
  Buffer.isBuffer(value.content) &&
  'mediaType' in value &&
  'name' in value;

/** Whether a field is a file or a list with one. */
export const hasFile = (value: unknown): boolean => [value].flat().some(isUploadedFile);

/** A form as OpenAPI describes it, where a file is a text (of format binary). */
export const withoutFiles = (form: FormFields): FormFields =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => {
      if (!hasFile(value)) return [name, value];
      return [name, Array.isArray(value) ? value.map(() => '') : ''];
    }),
  );

/** @param entries busboy leaves the name undefined where a part has none, whatever its types say */
function fields(entries: readonly (readonly [string | undefined, unknown])[]): FormFields {
  if (entries.length > defaults.formParts) {
    throw new RefusedError(refusal('too-large', `A form has at most ${defaults.formParts} fields.`));
  }
  const form: FormFields = {};
  for (const [name, value] of entries) {
    if (name === undefined) throw new RefusedError(refusal('unreadable-request', 'A part of the form has no name.'));
    inspectName(name);
    if (typeof value === 'string') inspectText(value);
    if (isUploadedFile(value)) inspectText(value.name);
    const before = Object.hasOwn(form, name) ? form[name] : undefined; // a field may be called `constructor`
    form[name] = before === undefined ? value : [before, value].flat();
  }
  return form;
}
