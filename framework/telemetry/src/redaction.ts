/** Keeps secrets out of logs: by the name of a member, and by the look of a text. */

const secretNames =
  /^(authorization|cookie|set-cookie|(.*[-_.]?)(token|password|passwd|pwd|secret|credentials?|private[-_.]?key|signing[-_.]?key))$/i;

/** What stands in a log where a secret stood. */
export const redacted = '[redacted]';

/** Deeper members than this are not written: a log line is read by people, and a cycle must end somewhere. */
const deepest = 6;

/** A line of more values than this helps nobody, and a wide cycle must end somewhere too. */
const mostValues = 1000;

const shapes: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, redacted], // a JSON Web Token, wherever it is quoted
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${redacted}`],
  [/:\/\/([^\s/:@]*):[^\s/@]+@/g, `://$1:${redacted}@`], // the password of a broker's or database's address
  [/([?&;](?:token|password|secret|access_token|client_secret)=)[^&\s"']*/gi, `$1${redacted}`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, redacted],
];

/** `text` without the tokens, passwords and private keys that can be told by their look. */
export const withoutSecrets = (text: string): string =>
  shapes.reduce((kept, [shape, instead]) => kept.replace(shape, instead), text);

/** The value of a named setting as people may see it: undefined where its name says that it is a secret. */
export const shown = (name: string, value: string): string | undefined =>
  secretNames.test(name) && value !== '' ? undefined : withoutSecrets(value);

/**
 * A copy of `value` fit for a log: secrets replaced, errors as type, message, stack and cause, depth and size bounded.
 */
export const loggable = (value: unknown): unknown => copy(value, 0, { left: mostValues });

/** How many values may still be copied. */
interface Budget {
  left: number;
}

function copy(value: unknown, depth: number, budget: Budget): unknown {
  budget.left -= 1;
  if (typeof value === 'string') return withoutSecrets(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= deepest || budget.left <= 0) return '[more]';
  if (Array.isArray(value)) return value.slice(0, budget.left).map((one) => copy(one, depth + 1, budget));
  return value instanceof Error ? copyError(value, depth, budget) : copyMembers(value, depth, budget);
}

function copyMembers(value: object, depth: number, budget: Budget): Record<string, unknown> {
  const entries = Object.entries(value).slice(0, budget.left);
  return Object.fromEntries(
    entries.map(([name, member]) => [name, secretNames.test(name) ? redacted : copy(member, depth + 1, budget)]),
  );
}

function copyError(error: Error, depth: number, budget: Budget): object {
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(error.stack ? { stack: withoutSecrets(error.stack) } : {}),
    ...copyMembers(error, depth, budget),
    ...(error.cause === undefined ? {} : { cause: copy(error.cause, depth + 1, budget) }),
  };
}
