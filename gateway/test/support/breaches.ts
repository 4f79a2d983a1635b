/** Requests that break one rule of a contract each, and the field that a refusal has to name. */
import { exampleOf, isObject, listOf, objectsOf, resolved, textOf, typesOf, waysOf } from '@regards/reference';
import type { Document, Json, Operation, Parameter, Schema } from '@regards/reference';

export interface Asked {
  /** Path and query. */
  readonly address: string;
  readonly body?: Json;
}

export interface Breach extends Asked {
  readonly rule: string;
  readonly field: string;
  readonly status: 400 | 422;
}

/** By name, undefined for a parameter that is left out. */
type Given = Readonly<Record<string, string | undefined>>;

/** The media type of the operation's body where that is JSON. */
export const jsonType = ({ body }: Operation): string | undefined =>
  body?.content.find(({ mediaType }) => /[/+]json$/.test(mediaType))?.mediaType;

/** A request that keeps the contract. */
export function keptRequest(document: Document, operation: Operation): Asked {
  const body = exampleBody(document, operation);
  return { address: address(operation, examples(document, operation)), ...(body === undefined ? {} : { body }) };
}

export function breaches(document: Document, operation: Operation): Breach[] {
  const kept = examples(document, operation);
  const body = exampleBody(document, operation);
  const withBody = body === undefined ? {} : { body };
  const ofParameters = operation.parameters.flatMap((parameter): Breach[] =>
    wrongParameters(document, parameter).map(([rule, value]) => ({
      ...withBody,
      rule,
      field: parameter.name,
      status: 400,
      address: address(operation, { ...kept, [parameter.name]: value }),
    })),
  );
  const schema = operation.body?.content.find(({ mediaType }) => mediaType === jsonType(operation))?.schema;
  const ofBody = schema === undefined || body === undefined ? [] : [...wrongBodies(document, schema, body, [])];
  const place = address(operation, kept);
  return [...ofParameters, ...ofBody.map((one): Breach => ({ ...one, status: 422, address: place }))];
}

const exampleBody = (document: Document, operation: Operation): Json | undefined => {
  const content = operation.body?.content.find(({ mediaType }) => mediaType === jsonType(operation));
  return content && exampleOf(document, content.schema);
};

const examples = (document: Document, { parameters }: Operation): Given =>
  Object.fromEntries(
    parameters
      .filter(({ required }) => required)
      .map(({ name, schema }) => [name, plain([exampleOf(document, schema, [name])].flat()[0] ?? '')]),
  );

const plain = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

function address({ path, parameters }: Operation, given: Given): string {
  const query = new URLSearchParams();
  let target = path;
  for (const { name, in: place } of parameters) {
    const value = given[name];
    if (value === undefined) continue;
    if (place === 'path') target = target.replace(`{${name}}`, encodeURIComponent(value));
    else if (place === 'query') query.append(name, value);
  }
  return `${target}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

function wrongParameters(
  document: Document,
  { schema, required, in: place }: Parameter,
): [string, string | undefined][] {
  const found = resolved(document, schema);
  const one = typesOf(found).includes('array') ? resolved(document, found['items']) : found;
  const wrong = wrongValues(one).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  // a text is what every parameter is; an empty segment is another path
  const texts = wrong.filter(([rule, value]) => value !== '' && !(rule === 'type' && typeof value === 'number'));
  const missing: [string, undefined][] = required && place === 'query' ? [['required', undefined]] : [];
  return [...texts.map(([rule, value]): [string, string] => [rule, plain(value)]), ...missing];
}

type WrongBody = Pick<Breach, 'rule' | 'field'> & { readonly body: Json };

/** @param way to the value that `schema` is of, within the body */
function* wrongBodies(document: Document, schema: Schema, value: Json, way: readonly string[]): Generator<WrongBody> {
  const found = resolved(document, schema);
  // which of several ways a value was meant to go nobody can say
  if (waysOf(found).length > 0 || found['not'] !== undefined || found['if'] !== undefined) return;
  for (const [rule, body] of wrongValues(found)) yield { rule, field: way.join('.'), body };
  for (const part of listOf(found['allOf'])) if (isObject(part)) yield* wrongBodies(document, part, value, way);
  const [first, ...rest] = listOf(value);
  if (isObject(found['items']) && first !== undefined) {
    for (const one of wrongBodies(document, found['items'], first, [...way, '0']))
      yield { ...one, body: [one.body, ...rest] };
  }
  if (!isObject(value) || Array.isArray(value)) return;
  for (const name of listOf(found['required']).map((one) => textOf(one))) {
    const { [name]: _, ...others } = value;
    yield { rule: 'required', field: [...way, name].join('.'), body: others };
  }
  for (const [name, inner] of objectsOf(found['properties'])) {
    const there = value[name];
    if (there === undefined) continue;
    for (const one of wrongBodies(document, inner, there, [...way, name]))
      yield { ...one, body: { ...value, [name]: one.body } };
  }
}

/** Addresses have a limit of their own. */
const longest = 8192;

const ofAnyType: readonly (readonly [readonly string[], Json])[] = [
  [['string'], 'no such type'],
  [['number', 'integer'], 7],
  [['object'], {}],
];

/** Values that break one rule of the schema itself. */
function wrongValues(schema: Schema): [string, Json][] {
  const { maxLength, minLength, minimum, maximum, format } = schema;
  const types = typesOf(schema);
  const wrong: [string, Json][] = [];
  const [other] = ofAnyType.filter(([names]) => !names.some((name) => types.includes(name)));
  if (types.length > 0 && other) wrong.push(['type', other[1]]);
  if (Array.isArray(schema['enum'])) wrong.push(['enum', 'NO_SUCH_VALUE']);
  if (typeof schema['pattern'] === 'string' && !new RegExp(schema['pattern'], 'u').test('?!'))
    wrong.push(['pattern', '?!']);
  if (typeof maxLength === 'number' && maxLength < longest) wrong.push(['maxLength', 'a'.repeat(maxLength + 1)]);
  if (typeof minLength === 'number' && minLength > 0) wrong.push(['minLength', '']);
  if (typeof minimum === 'number') wrong.push(['minimum', minimum - 1]);
  if (typeof maximum === 'number' && maximum < Number.MAX_SAFE_INTEGER) wrong.push(['maximum', maximum + 1]);
  if (['date-time', 'uuid', 'email'].includes(textOf(format))) wrong.push(['format', 'no such format']);
  return wrong;
}
