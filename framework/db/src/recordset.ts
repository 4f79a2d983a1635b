/** Many rows in one statement: they travel as one JSON value and PostgreSQL makes rows of it. */

/**
 * A `from` item that reads parameter `parameter`, such as $1, as rows with the given columns and PostgreSQL types:
 * `insert into product (urn, feature) select urn, feature from ${recordset('$1', { urn: 'text', feature: 'json' })}`.
 * The value is `JSON.stringify(rows)`; members that no column names are passed over, missing ones are null.
 */
export function recordset(parameter: `$${number}`, columns: Readonly<Record<string, string>>, alias = 'r'): string {
  const list = Object.entries(columns).map(([name, type]) => `"${name.replaceAll('"', '""')}" ${type}`);
  return `json_to_recordset(${parameter}::json) as ${alias}(${list.join(', ')})`;
}
