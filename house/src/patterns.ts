/** Patterns of paths: `*` within a segment, `**` across them, {names} that are filled in. */

/** The values of the pattern's {names}, undefined when the path does not fit it. */
export function match(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const found = expression(pattern).exec(path);
  return found ? { ...found.groups } : undefined;
}

/** Replaces {names} by values. */
export const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (name, key: string) => values[key] ?? name);

const known = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  const made =
    known.get(pattern) ?? new RegExp(`^${pattern.replaceAll(/\*\*|\*|\{(\w+)\}|[.+?^$()|[\]\\]/g, translated)}$`);
  known.set(pattern, made);
  return made;
}

const translated = (part: string, name: string | undefined): string => {
  if (part === '**') return '.*';
  if (part === '*') return '[^/]*';
  return name === undefined ? `\\${part}` : `(?<${name}>[^/]+)`;
};
