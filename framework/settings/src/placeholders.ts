/** `${…}` in settings: another setting, a variable of the environment, or what stands behind the first colon. */

/** Deeper than any sane configuration; a cycle ends here. */
const deepest = 20;

export interface Resolved {
  readonly values: Readonly<Record<string, string>>;
  /** Placeholders that nothing gives a value; they stand in `values` as they were written. */
  readonly unresolved: readonly { readonly key: string; readonly placeholder: string }[];
}

/** Replaces every placeholder, also those inside of defaults and of what other placeholders led to. */
export function resolvePlaceholders(
  values: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): Resolved {
  const unresolved: { key: string; placeholder: string }[] = [];

  const resolve = (key: string, text: string, depth: number): string => {
    const found = innermost(text);
    if (!found) return text;
    const { start, end, name, standard } = found;
    const value = environment[name] ?? values[name] ?? standard;
    if (value === undefined || depth >= deepest) {
      unresolved.push({ key, placeholder: name });
      return text.slice(0, end) + resolve(key, text.slice(end), depth);
    }
    return resolve(key, text.slice(0, start) + value + text.slice(end), depth + 1);
  };

  return {
    values: Object.fromEntries(Object.entries(values).map(([key, text]) => [key, resolve(key, text, 0)])),
    unresolved,
  };
}

/** The first placeholder that holds no other one. */
function innermost(
  text: string,
): { start: number; end: number; name: string; standard: string | undefined } | undefined {
  const match = /\$\{([^${}:]+)(?::((?:(?!\$\{)[^}])*))?\}/.exec(text);
  if (!match) return undefined;
  const [whole, name = '', standard] = match;
  return { start: match.index, end: match.index + whole.length, name, standard };
}
