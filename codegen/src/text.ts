/** How names, values and comments are written in TypeScript. */
import { isObject } from './json.ts';
import type { Json } from './json.ts';

/** The longest line of a comment, without its frame. */
const commentWidth = 110;

/** rs-dam → RsDam */
export const pascal = (name: string): string =>
  name
    .split(/[-_.]/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');

/** rs-dam → rsDam */
export const camel = (name: string): string => pascal(name).replace(/^./, (first) => first.toLowerCase());

/** The line every generated file begins with. */
export const header = (from: string): string => `// Generated from contracts/${from} — do not edit.\n`;

/** A text in one line that ends no comment. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('*/', '*\\/').trim();

/** A text in lines of a comment's width. */
export function lines(text: string): string[] {
  const wrapped: string[] = [];
  for (const word of oneLine(text).split(' ')) {
    const line = wrapped.at(-1);
    if (line === undefined || line.length + word.length >= commentWidth) wrapped.push(word);
    else wrapped[wrapped.length - 1] = `${line} ${word}`;
  }
  return wrapped;
}

/** A comment for documentation, in one line where it fits. */
export function comment(...paragraphs: string[]): string {
  const all = paragraphs.filter((paragraph) => paragraph.trim() !== '').flatMap(lines);
  return all.length === 1 ? `/** ${all[0]} */\n` : `/**\n${all.map((line) => ` * ${line}\n`).join('')} */\n`;
}

/** A name of a member, in quotes where it must be. */
export const key = (name: string): string => (/^(?:[A-Za-z_$][\w$]*|\d+)$/.test(name) ? name : quoted(name));

export const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** A value as TypeScript writes it. */
export function literal(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (isObject(value))
    return `{ ${Object.entries(value)
      .map(([name, one]) => `${key(name)}: ${literal(one)}`)
      .join(', ')} }`;
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}
