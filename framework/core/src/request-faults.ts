/** Faults of a request as REGARDS tells them, whoever finds them: the place, the field, and what is wrong with it. */

const places: Readonly<Record<string, string>> = {
  query: 'Query parameter',
  params: 'Path parameter',
  headers: 'Header',
};

/** Longer names are no field of any contract. */
const longestName = 200;

/** `/body/metadata/session` (RFC 6901) is told as `metadata.session`, `/query/limit` as `Query parameter limit`. */
export function requestField(pointer: string): string {
  const [, place = '', ...rest] = pointer.split('/');
  const name = rest
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
    .slice(0, longestName);
  if (place === 'body') return name === '' ? 'The body' : name;
  return `${places[place] ?? place} ${name}`;
}
