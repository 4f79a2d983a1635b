/** Words and signs of CQL2 text (OGC 21-065r2, annex B). */
import { fault } from '../fault.ts';

export interface Token {
  readonly kind: 'word' | 'quoted' | 'text' | 'number' | 'sign' | 'end';
  /** Unquoted. */
  readonly text: string;
  /** Where it begins, from 1. */
  readonly at: number;
}

/** Longer filters are none that people or clients write. */
const longest = 65_536;

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['text', /'((?:''|\\'|[^'])*)'/y],
  ['quoted', /"((?:""|[^"])*)"/y],
  ['number', /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['sign', /<>|<=|>=|[=<>(),]/y],
  ['word', /[\p{L}_:][\p{L}\p{M}\p{N}_:.]*/uy],
];

/** @throws RefusedError naming the place of what is no token */
export function tokensOf(text: string): Token[] {
  if (text.length > longest) fault('filter', `is longer than ${longest} characters`);
  const tokens: Token[] = [];
  for (let at = spaces(text, 0); at < text.length;) {
    const token = tokenAt(text, at);
    tokens.push({ kind: token.kind, text: token.text, at: at + 1 });
    at = spaces(text, at + token.length);
  }
  return [...tokens, { kind: 'end', text: '', at: text.length + 1 }];
}

function tokenAt(text: string, at: number): { kind: Token['kind']; text: string; length: number } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const [whole, inner] = pattern.exec(text) ?? [];
    if (whole === undefined) continue;
    return { kind, text: unquoted(kind, inner ?? whole), length: whole.length };
  }
  return fault('filter', `character ${at + 1}: ${JSON.stringify(text.slice(at, at + 10))} cannot be read`);
}

function unquoted(kind: Token['kind'], text: string): string {
  if (kind === 'text') return text.replace(/''|\\'/g, "'");
  return kind === 'quoted' ? text.replaceAll('""', '"') : text;
}

function spaces(text: string, from: number): number {
  const pattern = /\s*/y;
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}
