/** Eureka's XML, of the same values as its JSON: `@name` is an attribute, `$` the text, a list repeats its element. */

/** `<name>…</name>` with everything in `value`. */
export function xml(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((one) => xml(name, one)).join('');
  if (typeof value !== 'object') return `<${name}>${escaped(value)}</${name}>`;
  // Metadata may have any names; those that XML cannot have are left out.
  const members = Object.entries(value).filter(([member]) => member === '$' || /^@?[A-Za-z_][\w.-]*$/.test(member));
  const attributes = members.filter(([member]) => member.startsWith('@'));
  const content = members.filter(([member]) => !member.startsWith('@'));
  return [
    `<${name}`,
    ...attributes.map(([member, one]) => ` ${member.slice(1)}="${escaped(one)}"`),
    '>',
    ...content.map(([member, one]) => (member === '$' ? escaped(one) : xml(member, one))),
    `</${name}>`,
  ].join('');
}

/** As Netflix's own: JSON where it can be had, XML where that alone is read, or nothing is said. */
export function formatFor(accept: string | undefined): 'json' | 'xml' | undefined {
  if (accept !== undefined && /json|\*\/\*|application\/\*/i.test(accept)) return 'json';
  return accept === undefined || /xml/i.test(accept) ? 'xml' : undefined;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escaped = (value: unknown): string => String(value).replaceAll(/[&<>"']/g, (one) => entities[one] ?? one);
