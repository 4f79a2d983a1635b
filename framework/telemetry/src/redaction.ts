/** Keeps secrets out of logs: by the name of a member, and by the look of a text. */

const secretNames =
  /^(authorization|cookie|set-cookie|(.*[-_.]?)(token|password|passwd|pwd|secret|credentials?|private[-_.]?key|signing[-_.]?key))$/i;

/** What stands in a log where a secret stood. */
export const redacted = '[redacted]';

/** Deeper members than this are not written: a log line is read by people, and a cycle must end somewhere. */
const deepest = 6;

/** More members of one object or entries of one list than this say nothing more to a reader. */
const widest = 100;

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

/** A copy of `value` fit for a log: secrets replaced, errors as type, message, stack and cause, depth and width bounded. */
export function loggable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutSecrets(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return loggableError(value, depth);
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= deepest) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, widest).map((one) => loggable(one, depth + 1));
  const entries = Object.entries(value).slice(0, widest);
  return Object.fromEntries(entries.map(([name, member]) => [name, secretNames.test(name) ? redacted : loggable(member, depth + 1)]));
}

function loggableError(error: Error, depth: number): object {
  const members = depth >= deepest ? {} : Object.fromEntries(Object.entries(error).filter(([name]) => name !== 'cause'));
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(error.stack ? { stack: withoutSecrets(error.stack) } : {}),
    ...Object.fromEntries(Object.entries(members).map(([name, member]) => [name, secretNames.test(name) ? redacted : loggable(member, depth + 1)])),
    ...(error.cause !== undefined && depth < deepest ? { cause: loggable(error.cause, depth + 1) } : {}),
  };
}
