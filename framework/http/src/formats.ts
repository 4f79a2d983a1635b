/** Formats of texts, as contracts name them. */

const knownFormats = [
  'date',
  'time',
  'date-time',
  'iso-time',
  'iso-date-time',
  'duration',
  'uri',
  'uri-reference',
  'uri-template',
  'url',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'regex',
  'uuid',
  'json-pointer',
  'json-pointer-uri-fragment',
  'relative-json-pointer',
  'byte',
  'int32',
  'int64',
  'float',
  'double',
  'password',
  'binary',
];

const dateTime = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)?$/i;

/** Days that no month has are refused here, since PostgreSQL would refuse them later. */
function isDateTime(text: string): boolean {
  const [, year, month, day] = (dateTime.exec(text) ?? []).map(Number);
  if (!year || !month || !day) return false;
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}

/**
 * A date and time without offset is UTC to REGARDS (platform conventions §3.1); a format that nobody knows judges
 * nothing.
 */
export function formats(
  document: unknown,
): Record<string, true | { type: 'string'; validate: (text: string) => boolean }> {
  const unknown = [...formatsIn(document)].filter((name) => !knownFormats.includes(name));
  return {
    ...Object.fromEntries(unknown.map((name) => [name, true as const])),
    'date-time': { type: 'string', validate: isDateTime },
  };
}

/** Formats named in the document, so that the unknown among them can be taken for mere remarks. */
function formatsIn(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) {
    node.forEach((one) => formatsIn(one, found));
  } else if (typeof node === 'object' && node !== null) {
    if ('format' in node && typeof node.format === 'string') found.add(node.format);
    Object.values(node).forEach((one) => formatsIn(one, found));
  }
  return found;
}
