/** Sorting by a property: what orders and the index over them have in common, to the letter. */

/** Longer texts are not sorted by: an index could not hold them. */
const longestText = 200;

/** Writes a text as SQL: as a parameter, or as itself. */
export type Written = (text: string) => string;

/**
 * The value of a property as jsonb, null where it is no text, number or boolean; a name with points may also lead into
 * an object. PostgreSQL answers an order by it from an index whose text is the same.
 */
export function sortableValue(property: string, write: Written): string {
  const name = write(property);
  const value = property.includes('.')
    ? `coalesce(properties -> ${name}::text, properties #> string_to_array(${name}::text, '.'))`
    : `(properties -> ${name}::text)`;
  return (
    `(case when jsonb_typeof(${value}) in ('string', 'number', 'boolean')` +
    ` and length(${value} #>> '{}') <= ${longestText} then ${value} end)`
  );
}

/** Holds for every product that has the property: the index leaves the others out. */
export function mayHave(property: string, write: Written): string {
  const names = [property, property.split('.')[0] ?? property].map((name) => `${write(name)}::text`);
  return `properties ?| array[${names.join(', ')}]`;
}

export const literal: Written = (text) => `'${text.replaceAll("'", "''")}'`;
