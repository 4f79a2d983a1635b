/** Reads CQL2 text into the shape of CQL2 JSON (OGC 21-065r2, annex B); what it means is looked at there. */
import { fault } from '../fault.ts';
import { arrayRelations, comparisons, spatialRelations, temporalRelations } from '../filter.ts';
import { Cursor } from './cursor.ts';
import { isGeometryWord, readGeometry } from './wkt.ts';

type Json = unknown;

/** Brackets and NOT within one another; the reader of the JSON counts what is left. */
const deepest = 50;

/** Functions by their names in capitals, which is how none of them is told apart. */
const functions: ReadonlyMap<string, string> = new Map(
  [...spatialRelations, ...temporalRelations, ...arrayRelations].map((name) => [name.toUpperCase(), name]),
);

/** @throws RefusedError naming the character at which it cannot be read */
export function jsonOfText(text: string): Json {
  const cursor = new Cursor(text);
  const value = disjunction(cursor, 1);
  if (cursor.peek().kind !== 'end') cursor.refuse('the end, AND or OR');
  return value;
}

function disjunction(cursor: Cursor, depth: number): Json {
  if (depth > deepest) fault('filter', `is nested deeper than ${deepest} levels`);
  return chained(cursor, 'OR', () => chained(cursor, 'AND', () => negation(cursor, depth)));
}

function chained(cursor: Cursor, word: 'AND' | 'OR', next: () => Json): Json {
  const args = [next()];
  while (cursor.takeWord(word)) args.push(next());
  return args.length === 1 ? args[0] : { op: word.toLowerCase(), args };
}

function negation(cursor: Cursor, depth: number): Json {
  if (depth > deepest) fault('filter', `is nested deeper than ${deepest} levels`);
  if (cursor.takeWord('NOT')) return { op: 'not', args: [negation(cursor, depth + 1)] };
  if (cursor.takeSign('(')) {
    const inner = disjunction(cursor, depth + 1);
    cursor.expectSign(')');
    return inner;
  }
  return predicate(cursor);
}

function predicate(cursor: Cursor): Json {
  const { kind, text } = cursor.peek();
  const name = kind === 'word' && cursor.isFollowedBy('(') ? functions.get(text.toUpperCase()) : undefined;
  if (name === undefined) return comparison(cursor, operand(cursor));
  cursor.next();
  cursor.expectSign('(');
  const left = argument(cursor);
  cursor.expectSign(',');
  const right = argument(cursor);
  cursor.expectSign(')');
  return { op: name, args: [left, right] };
}

/** What follows the first operand; nothing does where that is a condition by itself. */
function comparison(cursor: Cursor, left: Json): Json {
  const sign = comparisons.find((one) => cursor.takeSign(one));
  if (sign !== undefined) return { op: sign, args: [left, operand(cursor)] };
  if (cursor.takeWord('IS')) {
    const negated = cursor.takeWord('NOT');
    cursor.expectWord('NULL');
    return maybeNot(negated, { op: 'isNull', args: [left] });
  }
  const negated = cursor.takeWord('NOT');
  if (cursor.takeWord('LIKE')) return maybeNot(negated, { op: 'like', args: [left, operand(cursor)] });
  if (cursor.takeWord('BETWEEN')) {
    const low = operand(cursor);
    cursor.expectWord('AND');
    return maybeNot(negated, { op: 'between', args: [left, low, operand(cursor)] });
  }
  if (cursor.takeWord('IN')) {
    cursor.expectSign('(');
    return maybeNot(negated, { op: 'in', args: [left, list(cursor, operand)] });
  }
  if (negated) cursor.refuse('LIKE, BETWEEN or IN');
  if (typeof left === 'boolean' || (typeof left === 'object' && left !== null && 'property' in left)) return left;
  return cursor.refuse('a comparison');
}

const maybeNot = (negated: boolean, value: Json): Json => (negated ? { op: 'not', args: [value] } : value);

/** An argument of a function: a geometry, an interval or a list as well. */
function argument(cursor: Cursor): Json {
  const { kind, text } = cursor.peek();
  if (cursor.takeSign('(')) return list(cursor, operand);
  if (kind === 'word' && isGeometryWord(text) && !cursor.isFollowedBy(',') && !cursor.isFollowedBy(')'))
    return readGeometry(cursor);
  if (kind === 'word' && text.toUpperCase() === 'INTERVAL' && cursor.isFollowedBy('(')) {
    cursor.next();
    cursor.expectSign('(');
    const from = operand(cursor);
    cursor.expectSign(',');
    const to = operand(cursor);
    cursor.expectSign(')');
    return { interval: [from, to] };
  }
  return operand(cursor);
}

function operand(cursor: Cursor): Json {
  const { kind, text } = cursor.next();
  if (kind === 'text') return text;
  if (kind === 'number') return Number(text);
  if (kind === 'quoted') return { property: text };
  if (kind !== 'word') return cursor.refuseLast('a property or a value');
  const word = text.toUpperCase();
  if (word === 'TRUE' || word === 'FALSE') return word === 'TRUE';
  if (!cursor.takeSign('(')) return { property: text };
  // No function takes another one: brackets never nest here.
  if (cursor.peek().kind === 'word' && cursor.isFollowedBy('(')) cursor.refuse(`a property or a value in ${text}()`);
  const inner = operand(cursor);
  cursor.expectSign(')');
  if (word === 'DATE' || word === 'TIMESTAMP') return { [word.toLowerCase()]: inner };
  return word === 'CASEI'
    ? { op: 'casei', args: [inner] }
    : fault('filter', `${text} is no function that is understood`);
}

/** Values with commas between them, up to the closing bracket. */
function list(cursor: Cursor, read: (cursor: Cursor) => Json): Json[] {
  const values: Json[] = [];
  if (cursor.takeSign(')')) return values;
  do values.push(read(cursor));
  while (cursor.takeSign(','));
  cursor.expectSign(')');
  return values;
}
