/** Which members of an item are given (STAC API fields extension). */

export interface Fields {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Members an item has where only some properties are left out, or only additions are asked. */
const always = ['type', 'stac_version', 'id', 'collection'];
const byDefault = [...always, 'geometry', 'bbox', 'links', 'assets', 'properties', 'stac_extensions'];

/** `id,properties.datetime,-assets` */
export function fieldsOfText(text: string): Fields {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return {
    include: parts.filter((part) => !part.startsWith('-')).map((part) => part.replace(/^\+/, '')),
    exclude: parts.filter((part) => part.startsWith('-')).map((part) => part.slice(1)),
  };
}

/** The item with the members asked for, and those without which it would be none. */
export function chosen(item: Readonly<Record<string, unknown>>, { include, exclude }: Fields): Record<string, unknown> {
  const kept = include.length > 0 ? [...always, ...include] : byDefault;
  const given: Record<string, unknown> = {};
  for (const path of kept) copy(item, given, path.split('.'));
  for (const path of exclude.filter((one) => !include.includes(one) && !['id', 'type'].includes(one))) {
    remove(given, path.split('.'));
  }
  return given;
}

/** Copies one path; a property's own name may have points, so the rest of the path is tried as a whole first. */
function copy(from: Readonly<Record<string, unknown>>, to: Record<string, unknown>, [head, ...rest]: string[]): void {
  if (head === undefined || !Object.hasOwn(from, head)) return;
  const value = from[head];
  if (rest.length === 0) {
    to[head] = isObject(value) ? { ...value } : value;
    return;
  }
  if (!isObject(value)) return;
  const inner = isObject(to[head]) ? to[head] : {};
  to[head] = inner;
  const whole = rest.join('.');
  if (Object.hasOwn(value, whole)) inner[whole] = value[whole];
  else copy(value, inner, rest);
}

function remove(from: Record<string, unknown>, [head, ...rest]: string[]): void {
  if (head === undefined) return;
  const whole = [head, ...rest].join('.');
  if (rest.length === 0 || Object.hasOwn(from, whole)) {
    delete from[whole];
    return;
  }
  const value = from[head];
  if (isObject(value)) {
    const inner = { ...value };
    from[head] = inner;
    remove(inner, rest);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
