/** Java's .properties format (java.util.Properties#load), read and written. */

/** Keys and values as texts, in order of their lines; of two with one key the later one counts. */
export function readProperties(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const line of logicalLines(text)) {
    const { key, value } = split(line);
    values[unescaped(key)] = unescaped(value);
  }
  return values;
}

/** One `key=value` a line, in order of the keys. */
export const writeProperties = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([key, value]) =>
        `${escaped(key).replaceAll(/[ =:#!]/g, String.raw`\$&`)}=${escaped(value).replace(/^ /, '\\ ')}\n`,
    )
    .join('');

/** Lines without comments and blanks; one that ends in an odd number of backslashes goes on in the next. */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let begun: string | undefined;
  for (const natural of text.split(/\r\n|\n|\r/)) {
    const line = natural.replace(/^[ \t\f]+/, '');
    if (begun === undefined && (line === '' || line.startsWith('#') || line.startsWith('!'))) continue;
    const [backslashes = ''] = /\\*$/.exec(line) ?? [];
    const goesOn = backslashes.length % 2 === 1;
    const whole: string = (begun ?? '') + (goesOn ? line.slice(0, -1) : line);
    if (goesOn) {
      begun = whole;
      continue;
    }
    begun = undefined;
    lines.push(whole);
  }
  return begun === undefined ? lines : [...lines, begun];
}

/** The key ends at the first `=`, `:` or blank that no backslash protects. */
function split(line: string): { key: string; value: string } {
  const [whole, key = ''] = /^((?:[^\\=: \t\f]|\\.)*)[ \t\f]*[=:]?[ \t\f]*/.exec(line) ?? [''];
  return { key, value: line.slice(whole.length) };
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

const unescaped = (text: string): string =>
  text.replaceAll(/\\(?:u([0-9A-Fa-f]{4})|([\s\S]))/g, (_all, code: string | undefined, one: string | undefined) =>
    code === undefined ? (escapes[one ?? ''] ?? one ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\f', '\\f');
