/** Turns XML into elements: well-formed, without document types, and within bounds of size and depth. */
import { SaxesParser } from 'saxes';
import type { XmlElement } from '../domain/modelFileGrammar.ts';
import { unreadable } from '../domain/modelFileGrammar.ts';

/** A model is six levels deep; more than this is no model, and could exhaust the stack. */
const deepest = 16;

/** A model of a thousand attributes has fewer than ten thousand. */
const mostElements = 100_000;

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Throws RefusedError, `unreadable-request`, with the line of the fault. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ position: true, xmlns: false });
  const open: OpenElement[] = [];
  const roots: OpenElement[] = [];
  let elements = 0;
  parser.on('error', (error) => {
    throw unreadable(`the file is no XML: ${error.message.replace(/^\d+:\d+: /, '')}`, parser.line);
  });
  // Entities are declared there, and nothing that a model needs.
  parser.on('doctype', () => {
    throw unreadable('a document type declaration is not accepted.', parser.line);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= deepest) throw unreadable(`elements lie in each other more than ${deepest} deep.`, parser.line);
    if (++elements > mostElements) throw unreadable(`there are more than ${mostElements} elements.`, parser.line);
    const element: OpenElement = { name, line: parser.line, attributes: { ...attributes }, children: [], text: '' };
    (open.at(-1)?.children ?? roots).push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const take = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(decoded(bytes)).close();
  const [root] = roots;
  if (!root) throw unreadable('the file has no element.');
  return root;
}

/** UTF-8, or UTF-16 where a byte order mark says so (XML 1.0 §4.3.3). */
function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw unreadable('the file is no text in UTF-8.');
  }
}
