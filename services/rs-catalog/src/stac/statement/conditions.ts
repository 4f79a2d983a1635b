/** The conditions of a search as SQL over the product table. */
import type { Box } from '../domain/box.ts';
import type { Condition, Operator, Scalar } from '../domain/condition.ts';
import type { Interval } from '../domain/interval.ts';
import type { ItemSearch } from '../domain/search.ts';
import type { Visibility } from '../service.ts';
import type { Statement } from '../statement.ts';

/** What the caller may see: catalogued products of the datasets on which one of its groups has full access. */
export function visibleConditions(statement: Statement, { groups, identifier }: Visibility): string[] {
  return [
    'catalogued',
    ...(identifier === 'PROVIDER' ? ['last'] : []),
    ...(groups === 'all' ? [] : [`groups && ${statement.parameter(groups)}::text[]`]),
  ];
}

export function searchConditions(statement: Statement, search: ItemSearch): string[] {
  const { boxes, intersects, interval, ids, collections, conditions } = search;
  return [
    ...(boxes ? [`(${boxes.map((box) => intersecting(envelope(statement, box))).join(' or ')})`] : []),
    ...(intersects ? [intersecting(searchArea(statement, intersects))] : []),
    ...(interval ? [during(statement, interval)] : []),
    ...(ids ? [identified(statement, ids)] : []),
    ...(collections ? [inCollections(statement, collections)] : []),
    ...conditions.map((condition) => propertyCondition(statement, condition)),
  ];
}

/** The time a product covers, or the instant it is dated by where that lies outside of it. */
function during(statement: Statement, { from, to }: Interval): string {
  const until = to === undefined ? undefined : `${statement.parameter(to)}::timestamptz`;
  const since = from === undefined ? undefined : `${statement.parameter(from)}::timestamptz`;
  const within = (first: string, last: string): string =>
    [...(until ? [`${first} <= ${until}`] : []), ...(since ? [`${last} >= ${since}`] : [])].join(' and ');
  return `(${within('starts', 'ends')} or ${within('moment', 'moment')})`;
}

const envelope = (statement: Statement, box: Box): string =>
  `public.st_makeenvelope(${box.map((degrees) => `${statement.parameter(degrees)}::float8`).join(', ')}, 4326)`;

const searchArea = (statement: Statement, geometry: object): string =>
  `public.st_makevalid(public.st_force2d(public.st_setsrid(public.st_geomfromgeojson(` +
  `${statement.parameter(JSON.stringify(geometry))}::text), 4326)))`;

const intersecting = (area: string): string => `public.st_intersects(geometry, ${area})`;

const urnPrefix = 'URN:FEATURE:DATA:';

/** By URN, by `providerId@…` which ends as the URN does, or by the provider's own identifier of its last version. */
export function identified(statement: Statement, ids: readonly string[]): string {
  const urns = ids.flatMap((id) => {
    if (id.startsWith('URN:')) return [id];
    const at = id.lastIndexOf('@');
    return at < 0 ? [] : [`${urnPrefix}${id.slice(at + 1)}`];
  });
  return (
    `(urn = any(${statement.parameter(urns)}::text[])` +
    ` or (last and provider_id = any(${statement.parameter(ids)}::text[])))`
  );
}

const inCollections = (statement: Statement, identifiers: readonly string[]): string => {
  const asked = `${statement.parameter(identifiers)}::text[]`;
  return `datasets && array(select urn from dataset where identifier = any(${asked}) or urn = any(${asked}))`;
};

const comparisons: Readonly<Partial<Record<Operator, string>>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

function propertyCondition(statement: Statement, condition: Condition): string {
  const { property, operator, value } = condition;
  if (property === 'datetime' && typeof value === 'string') return momentCondition(statement, operator, value);
  // Only what is used may become a parameter: PostgreSQL refuses one without a type.
  const at = (): string => propertyValue(statement, property);
  const sign = comparisons[operator];
  if (sign !== undefined) return compared(statement, at(), sign, value as Scalar);
  switch (operator as Exclude<Operator, 'lt' | 'lte' | 'gt' | 'gte'>) {
    case 'eq':
      return equal(statement, property, value as Scalar);
    case 'neq':
      return `(${at()} is not null and not ${equal(statement, property, value as Scalar)})`;
    case 'in': {
      const all = value as readonly Scalar[];
      return all.length === 0 ? 'false' : `(${all.map((one) => equal(statement, property, one)).join(' or ')})`;
    }
    case 'containsAll':
      return `${at()} @> ${statement.parameter(JSON.stringify(value))}::jsonb`;
    case 'contains':
      return `(${equal(statement, property, value as Scalar)} or ${like(statement, at(), `%${escaped(value)}%`)})`;
    case 'startsWith':
      return like(statement, at(), `${escaped(value)}%`);
    case 'endsWith':
      return like(statement, at(), `%${escaped(value)}`);
    default:
      return 'false';
  }
}

/** The value of a property as jsonb; a name with points may also lead into an object. */
export function propertyValue(statement: Statement, property: string): string {
  const whole = `properties->${statement.parameter(property)}::text`;
  if (!property.includes('.')) return `(${whole})`;
  return `coalesce(${whole}, properties #> ${statement.parameter(property.split('.'))}::text[])`;
}

/** Equal to the value, or an array that has it; both forms are answered by the index over all properties. */
function equal(statement: Statement, property: string, value: Scalar): string {
  const contains = (inner: unknown): string =>
    `properties @> ${statement.parameter(JSON.stringify(nested(property, inner)))}::jsonb`;
  return `(${contains(value)} or ${contains([value])})`;
}

/** Only a name with points that is not a property's whole name leads into an object; STAC names use colons. */
const nested = (property: string, value: unknown): object =>
  property.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as object;

function compared(statement: Statement, at: string, sign: string, value: Scalar): string {
  const kind = typeof value;
  return `(jsonb_typeof(${at}) = '${kind}' and ${at} ${sign} ${statement.parameter(JSON.stringify(value))}::jsonb)`;
}

function momentCondition(statement: Statement, operator: Operator, value: string): string {
  const sign = { ...comparisons, eq: '=', neq: '<>' }[operator];
  if (sign === undefined || Number.isNaN(Date.parse(value))) return 'false';
  return `moment ${sign} ${statement.parameter(value)}::timestamptz`;
}

const like = (statement: Statement, at: string, pattern: string): string =>
  `(jsonb_typeof(${at}) = 'string' and ${at} #>> '{}' ilike ${statement.parameter(pattern)})`;

const escaped = (value: unknown): string => String(value).replace(/[\\%_]/g, '\\$&');
