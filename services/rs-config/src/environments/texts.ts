/** Configuration files as values by key, whichever format they are in. */
import { refusal, RefusedError } from '@regards/core';
import { parseAllDocuments, YAMLParseError } from 'yaml';
import { readProperties } from './domain/properties.ts';
import { flattened } from './domain/tree.ts';
import type { Tree } from './domain/tree.ts';

/** Endings of files, the first with precedence. */
export const endings = ['properties', 'yml', 'yaml'] as const;

/** Values of a file by key. Throws RefusedError naming the file, and nothing that stands in it. */
export function readText(file: string, text: string): Record<string, string> {
  try {
    return file.endsWith('.properties') ? readProperties(text) : readYaml(text);
  } catch (failure) {
    const reason = failure instanceof YAMLParseError ? reasonOf(failure) : 'it is no text of its format';
    throw new RefusedError(refusal('entity-invalid', `${file.split('/').at(-1)} cannot be read: ${reason}`));
  }
}

/** The parser's own message quotes the lines, which may hold passwords. */
const reasonOf = ({ code, linePos }: YAMLParseError): string =>
  `${code.toLowerCase().replaceAll('_', ' ')}${linePos ? ` in line ${linePos[0].line}` : ''}`;

/** Every scalar as the text it was written as; of several documents later ones count more. */
function readYaml(text: string): Record<string, string> {
  const documents = [parseAllDocuments(text, { schema: 'failsafe', prettyErrors: true })].flat();
  return Object.fromEntries(
    documents.flatMap((document) => {
      const [fault] = document.errors ?? [];
      if (fault) throw fault;
      return Object.entries(flattened(treeOf(document.toJS())));
    }),
  );
}

const treeOf = (value: unknown): Tree => {
  if (Array.isArray(value)) return value.map(treeOf);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, treeOf(one)]));
  }
  return typeof value === 'string' ? value : '';
};
