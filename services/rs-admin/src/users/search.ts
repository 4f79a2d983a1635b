/** Filters on users as SQL conditions; every value is a parameter, whatever is in it. */
import type {
  DatesRangeRestriction, SearchProjectUserParameters, ValuesRestriction,
} from '@regards/generated/rs-admin/types';

export interface Conditions {
  /** Empty, or `where …`. */
  readonly where: string;
  readonly values: readonly unknown[];
}

/** The conditions that a search makes, its parameters counted from $1. */
export function userConditions(search: SearchProjectUserParameters): Conditions {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => `$${values.push(value)}`;

  const contains = (column: string, part: string | null | undefined): string[] =>
    part ? [`strpos(lower(${column}), lower(${parameter(part)})) > 0`] : [];

  /** `held` is an array: one of its elements is enough. */
  const among = (held: string, restriction: ValuesRestriction | null | undefined): string[] => {
    if (!restriction) return [];
    const wanted = `unnest(${parameter(restriction.values)}::text[]) as wanted (value)`;
    const found = `exists (select from ${wanted}, unnest(${held}) as held (value) where ${match(restriction)})`;
    return [restriction.mode === 'EXCLUDE' ? `not ${found}` : found];
  };

  const between = (column: string, range: DatesRangeRestriction | null | undefined): string[] => [
    ...(range?.after ? [`${column} >= ${parameter(new Date(range.after))}`] : []),
    ...(range?.before ? [`${column} <= ${parameter(new Date(range.before))}`] : []),
  ];

  const left = search.quotaWarningCount;
  const all = [
    ...contains('email', search.email),
    ...contains('first_name', search.firstName),
    ...contains('last_name', search.lastName),
    ...among('array[status]', search.status),
    ...among('array[origin]', search.origins),
    ...among('array[role]', search.roles),
    ...among('access_groups', search.accessGroups),
    ...between('created', search.creationDate),
    ...between('last_connection', search.lastConnection),
    ...(left == null ? [] : [`max_quota > -1 and max_quota - current_quota <= ${parameter(left)}::bigint`]),
  ];
  return { where: all.length > 0 ? `where ${all.join(' and ')}` : '', values };
}

/** How what is held compares with what is wanted. */
function match({ matchMode, ignoreCase }: ValuesRestriction): string {
  const [held, value] = ['held.value', 'wanted.value'].map((text) => (ignoreCase ? `lower(${text})` : text));
  return {
    STRICT: `${held} = ${value}`,
    STARTS_WITH: `starts_with(${held}, ${value})`,
    CONTAINS: `strpos(${held}, ${value}) > 0`,
    ENDS_WITH: `right(${held}, length(${value})) = ${value}`,
  }[matchMode ?? 'STRICT'];
}
