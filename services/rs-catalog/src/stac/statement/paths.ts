/** Conditions on properties as SQL/JSON paths: a row's properties are read once, whatever the number of conditions. */
import type { Condition, Scalar } from '../domain/condition.ts';
import type { ArrayRelation, Comparison, Filter, Operand } from '../domain/filter.ts';

const signs: Readonly<Record<Comparison, string>> = {
  '=': '==',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** A predicate over paths; `undefined` where it cannot be said as one. */
type Path = string | undefined;

/** The property's value; a name with points may also lead into an object. */
export function placesOf(property: string): string[] {
  const whole = `$.${quoted(property)}`;
  return property.includes('.') ? [whole, `$.${property.split('.').map(quoted).join('.')}`] : [whole];
}

const quoted = (value: Scalar): string => JSON.stringify(value);

/** Holds for one of the property's places; an array holds where one of its members does. */
const somewhere = (property: string, holds: (place: string) => string): string =>
  joined(placesOf(property).map(holds), '||');

const joined = (parts: readonly string[], sign: '&&' | '||'): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${sign} `)})`;

export const allOf = (paths: readonly string[]): string => joined(paths, '&&');
export const anyOf = (paths: readonly string[]): string => joined(paths, '||');

const exists = (property: string): string => somewhere(property, (place) => `exists(${place})`);

/** What is absent is neither equal nor unequal: CQL2 and SQL say so alike. */
const unless = (property: string, path: string): string => `(${exists(property)} && !(${path}))`;

/** A predicate of CQL2 over properties alone; `negated` where it stands below a NOT. */
export function filterPath(filter: Filter, negated: boolean): Path {
  if (filter.op === 'compare') return comparisonPath(filter.sign, filter.left, filter.right, negated);
  if (filter.op === 'in') return membershipPath(filter.of, filter.any, negated);
  if (filter.op === 'array') {
    return maybeNot(filter.name, arrayPath(filter.relation, filter.name, filter.values), negated);
  }
  if (filter.op === 'like') {
    const { of, pattern } = filter;
    const name = propertyOf(of);
    return name === undefined ? undefined : maybeNot(name, likePath(name, pattern, of.kind === 'casei'), negated);
  }
  if (filter.op !== 'isNull' || special.has(filter.name)) return undefined;
  return negated ? exists(filter.name) : `!(${exists(filter.name)})`;
}

/** What the product table has columns for, or the rules decide. */
export const special: ReadonlySet<string> = new Set(['id', 'collection', 'geometry', 'datetime']);

const maybeNot = (name: string, path: string, negated: boolean): string => (negated ? unless(name, path) : path);

/** The plain property that an operand is, with or without regard to case. */
function propertyOf(operand: Operand): string | undefined {
  if (operand.kind === 'casei') return propertyOf(operand.of);
  return operand.kind === 'property' && !special.has(operand.name) ? operand.name : undefined;
}

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function comparisonPath(sign: Comparison, left: Operand, right: Operand, negated: boolean): Path {
  const name = propertyOf(left);
  if (name === undefined) {
    return propertyOf(right) === undefined ? undefined : comparisonPath(mirrored[sign], right, left, negated);
  }
  const other = propertyOf(right);
  if (left.kind === 'casei' || right.kind === 'casei') return foldedPath(sign, left, right, negated);
  if (right.kind === 'value') {
    const path = somewhere(name, (place) => `${place} ${signs[sign]} ${quoted(right.value)}`);
    return maybeNot(name, path, negated);
  }
  if (other === undefined) return undefined;
  const path = somewhere(name, (place) => somewhere(other, (there) => `${place} ${signs[sign]} ${there}`));
  return negated ? `(${exists(name)} && ${unless(other, path)})` : path;
}

/** Equality without regard to case; an order of such texts nobody has asked for. */
function foldedPath(sign: Comparison, left: Operand, right: Operand, negated: boolean): Path {
  const name = propertyOf(left);
  const text = right.kind === 'casei' ? right.of : right;
  if (name === undefined || text.kind !== 'value' || (sign !== '=' && sign !== '<>')) return undefined;
  const path = regexPath(name, `^${regexOf(String(text.value))}$`, true);
  return maybeNot(name, path, negated !== (sign === '<>'));
}

function membershipPath(of: Operand, any: readonly Operand[], negated: boolean): Path {
  const paths = any.map((one) => comparisonPath('=', of, one, false));
  const name = propertyOf(of);
  if (name === undefined || paths.some((path) => path === undefined)) return undefined;
  const whole = paths.length === 0 ? `(1 == 0)` : anyOf(paths.filter((path) => path !== undefined));
  return maybeNot(name, whole, negated);
}

/** `%` any text, `_` any character, a backslash before what is meant as it is (OGC 21-065r2 §7.3). */
function likePath(name: string, pattern: string, folds: boolean): string {
  const [, prefix] = /^([^%_\\]+)%$/.exec(pattern) ?? [];
  if (prefix !== undefined && !folds) return somewhere(name, (place) => `${place} starts with ${quoted(prefix)}`);
  const parts = pattern.match(/\\.|[\s\S]/gu) ?? [];
  const regex = parts.map((part) => {
    if (part === '%') return '.*';
    return part === '_' ? '.' : regexOf(part.startsWith('\\') && part.length > 1 ? part.slice(1) : part);
  });
  return regexPath(name, `^${regex.join('')}$`, folds);
}

const regexPath = (name: string, regex: string, folds: boolean): string =>
  somewhere(name, (place) => `${place} like_regex ${quoted(regex)} flag "${folds ? 'is' : 's'}"`);

const regexOf = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Values are compared as sets, which is what a path can say. */
function arrayPath(relation: ArrayRelation, name: string, values: readonly Scalar[]): string {
  const has = (value: Scalar): string => somewhere(name, (place) => `${place}[*] == ${quoted(value)}`);
  const hasOther = somewhere(name, (place) => {
    const unlike = values.map((value) => `@ != ${quoted(value)}`);
    return `exists(${place}[*] ? (${unlike.length === 0 ? '1 == 1' : unlike.join(' && ')}))`;
  });
  const hasAll = values.length === 0 ? exists(name) : allOf(values.map(has));
  if (relation === 'a_overlaps') return values.length === 0 ? '(1 == 0)' : anyOf(values.map(has));
  if (relation === 'a_contains') return hasAll;
  const within = `(${exists(name)} && !(${hasOther}))`;
  return relation === 'a_containedBy' ? within : `(${hasAll} && ${within})`;
}

/** A condition of the `query` extension, with REGARDS's operators; `undefined` for what has a column. */
export function conditionPath({ property, operator, value }: Condition): Path {
  if (special.has(property)) return undefined;
  const compared = (sign: Comparison): string =>
    somewhere(property, (place) => `${place} ${signs[sign]} ${quoted(value as Scalar)}`);
  const values = (Array.isArray(value) ? value : [value]) as readonly Scalar[];
  const equals = (one: Scalar): string => somewhere(property, (place) => `${place} == ${quoted(one)}`);
  switch (operator) {
    case 'lt':
      return compared('<');
    case 'lte':
      return compared('<=');
    case 'gt':
      return compared('>');
    case 'gte':
      return compared('>=');
    case 'eq':
      return compared('=');
    case 'neq':
      return unless(property, compared('='));
    case 'in':
      return values.length === 0 ? '(1 == 0)' : anyOf(values.map(equals));
    case 'containsAll':
      return values.length === 0 ? exists(property) : allOf(values.map(equals));
    case 'contains':
      return anyOf([compared('='), regexPath(property, regexOf(String(value)), true)]);
    case 'startsWith':
      return regexPath(property, `^${regexOf(String(value))}`, true);
    case 'endsWith':
      return regexPath(property, `${regexOf(String(value))}$`, true);
    default:
      return undefined;
  }
}
