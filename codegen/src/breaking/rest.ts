/** What of a changed OpenAPI document breaks those who call by the old one. */
import { isObject, listOf, objectOf, objectsIn, objectsOf, pointed, textOf } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { operationsOf, resolved } from '../openapi/document.ts';
import type { Operation } from '../openapi/document.ts';
import { beyond } from './subset.ts';

/** Roles in the order in which each may do what those before it may. */
const roles = ['NONE', 'PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN', 'INSTANCE_ADMIN'];

/** Sentences, each naming the operation; none when an old client keeps working. */
export function restBreaks(before: JsonObject, after: JsonObject): string[] {
  const there = new Map(operationsOf(after).map((one) => [keyOf(one), one]));
  const [oldBase, newBase] = [before, after].map(({ servers }) => JSON.stringify(servers ?? null));
  return [
    ...(oldBase === newBase ? [] : ['servers: the address of the service is another']),
    ...operationsOf(before).flatMap((old) => {
      const now = there.get(keyOf(old));
      const place = `${old.method.toUpperCase()} ${old.path}`;
      return now
        ? operationBreaks(before, after, old, now).map((fault) => `${place}: ${fault}`)
        : [`${place}: is gone`];
    }),
  ];
}

const keyOf = ({ method, path }: Operation): string => `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;

function operationBreaks(before: JsonObject, after: JsonObject, old: Operation, now: Operation): string[] {
  const sent = (from: Json | undefined, to: Json | undefined, place: string): string[] =>
    beyond(inside(before, from), inside(after, to), 'from', place);
  const given = (from: Json | undefined, to: Json | undefined, place: string): string[] =>
    beyond(inside(after, to), inside(before, from), 'to', place);
  return [
    ...identityBreaks(old.operation, now.operation),
    ...parameterBreaks(old, now, sent),
    ...requestBreaks(
      resolved(before, old.operation['requestBody']),
      resolved(after, now.operation['requestBody']),
      sent,
    ).concat(defaultBreaks(before, after, old.operation['requestBody'], now.operation['requestBody'])),
    ...responseBreaks(before, after, old.operation, now.operation, given),
  ];
}

const inside = (document: JsonObject, schema: Json | undefined) => ({
  schema,
  resolve: (reference: string) => (reference.startsWith('#/') ? pointed(document, reference.slice(1)) : undefined),
});

function identityBreaks(old: JsonObject, now: JsonObject): string[] {
  const [role, asked] = [old, now].map((one) => roles.indexOf(textOf(objectOf(one['x-regards-access'])['role'])));
  const retry = (one: JsonObject): string => textOf(objectOf(one['x-regards-call'])['retry']);
  return [
    ...(old['operationId'] === now['operationId'] ? [] : ['operationId is another: generated clients call it by it']),
    ...((asked ?? 0) > (role ?? 0) ? [`asks for the role ${roles[asked ?? 0]}`] : []),
    ...(retry(old) === 'safe' && retry(now) === 'never' ? ['may not be tried again any more'] : []),
  ];
}

type Compare = (from: Json | undefined, to: Json | undefined, place: string) => string[];

function parameterBreaks(old: Operation, now: Operation, sent: Compare): string[] {
  const isOf = (one: JsonObject) => (other: JsonObject) =>
    one['in'] === other['in'] &&
    (one['in'] === 'path'
      ? placeOf(old, one) === placeOf(now, other)
      : textOf(one['name']).toLowerCase() === textOf(other['name']).toLowerCase());
  const added = now.parameters.filter(
    (one) => one['required'] === true && one['in'] !== 'path' && !old.parameters.some((known) => isOf(known)(one)),
  );
  return [
    ...added.map(({ name }) => `parameter ${textOf(name)} is required`),
    ...old.parameters.flatMap((one) => {
      const name = textOf(one['name']);
      const other = now.parameters.find(isOf(one));
      if (!other) return [`parameter ${name} is gone`];
      const styled = ['style', 'explode', 'content'].filter(
        (rule) => JSON.stringify(one[rule]) !== JSON.stringify(other[rule]),
      );
      return [
        ...(other['required'] === true && one['required'] !== true ? [`parameter ${name} is required`] : []),
        ...(one['in'] === 'path' && name !== other['name']
          ? [`parameter ${name} is called ${textOf(other['name'])}`]
          : []),
        ...styled.map((rule) => `parameter ${name}: ${rule} is another`),
        ...(JSON.stringify(objectOf(one['schema'])['default']) === JSON.stringify(objectOf(other['schema'])['default'])
          ? []
          : [`parameter ${name}: its default is another`]),
        ...sent(one['schema'], other['schema'], `parameter ${name}`),
      ];
    }),
  ];
}

/** Which placeholder of the path a parameter fills: its name may change, its place not. */
const placeOf = ({ path }: Operation, { name }: JsonObject): number =>
  [...path.matchAll(/\{([^}]*)\}/g)].findIndex(([, placeholder]) => placeholder === name);

function requestBreaks(old: JsonObject, now: JsonObject, sent: Compare): string[] {
  const [types, known] = [objectOf(now['content']), objectsOf(old['content'])];
  if (known.length > 0 && Object.keys(types).length === 0) return ['takes no body any more'];
  return [
    ...(now['required'] === true && old['required'] !== true ? ['the body is required'] : []),
    ...known.flatMap(([type, { schema }]) =>
      type in types ? sent(schema, objectOf(types[type])['schema'], 'body') : [`takes no ${type} any more`],
    ),
  ];
}

/** A default that is another makes the same request mean another thing. */
function defaultBreaks(before: JsonObject, after: JsonObject, old: Json | undefined, now: Json | undefined): string[] {
  const known = new Map(defaultsOf(before, old));
  return defaultsOf(after, now).flatMap(([place, value]) => {
    const was = known.get(place);
    return was !== undefined && was !== value ? [`body${place}: its default is another`] : [];
  });
}

function defaultsOf(document: JsonObject, value: Json | undefined, place = '', depth = 0): [string, string][] {
  const schema = resolved(document, value);
  if (depth > 12) return [];
  const content = objectsOf(schema['content']).flatMap(([, one]) =>
    defaultsOf(document, one['schema'], place, depth + 1),
  );
  const own: [string, string][] = 'default' in schema ? [[place, JSON.stringify(schema['default'])]] : [];
  const members = objectsOf(schema['properties']).flatMap(([name, one]) =>
    defaultsOf(document, one, `${place}.${name}`, depth + 1),
  );
  const items = isObject(schema['items']) ? defaultsOf(document, schema['items'], `${place}[]`, depth + 1) : [];
  return [...content, ...own, ...members, ...items];
}

function responseBreaks(
  before: JsonObject,
  after: JsonObject,
  old: JsonObject,
  now: JsonObject,
  given: Compare,
): string[] {
  const [known, told] = [objectOf(old['responses']), objectOf(now['responses'])];
  const isGood = (status: string): boolean => /^[123]/.test(status);
  return [
    ...Object.keys(told)
      .filter((status) => isGood(status) && !(status in known))
      .map((status) => `answers ${status} too, which no old client knows`),
    ...objectsOf(known).flatMap(([status, response]) => {
      if (!(status in told)) return isGood(status) ? [`answers ${status} no more`] : [];
      const [was, is] = [resolved(before, response), resolved(after, told[status])];
      return [
        ...headerBreaks(was, is, status, given),
        ...linkBreaks(before, after, was, is, status),
        ...contentBreaks(was, is, status, given),
      ];
    }),
  ];
}

function contentBreaks(was: JsonObject, is: JsonObject, status: string, given: Compare): string[] {
  const [known, told] = [objectOf(was['content']), objectOf(is['content'])];
  const added = Object.keys(known).length === 0 ? [] : Object.keys(told).filter((type) => !(type in known));
  return [
    ...added
      .filter(() => Object.keys(known).some((type) => !(type in told)))
      .map((type) => `answers ${status} as ${type}`),
    ...objectsOf(known).flatMap(([type, { schema }]) =>
      type in told
        ? given(schema, objectOf(told[type])['schema'], `answer ${status}`)
        : [`answers ${status} as ${type} no more`],
    ),
  ];
}

const headerBreaks = (was: JsonObject, is: JsonObject, status: string, given: Compare): string[] =>
  objectsOf(was['headers']).flatMap(([name, header]) => {
    const other = objectOf(is['headers'])[name];
    if (other === undefined) return [`answer ${status}: header ${name} is gone`];
    const isOptional = header['required'] === true && objectOf(other)['required'] !== true;
    return [
      ...(isOptional ? [`answer ${status}: header ${name} may be missing`] : []),
      ...given(header['schema'], objectOf(other)['schema'], `answer ${status}: header ${name}`),
    ];
  });

/** Links are contract: clients follow them by their `rel`. */
function linkBreaks(before: JsonObject, after: JsonObject, was: JsonObject, is: JsonObject, status: string): string[] {
  const left = new Set(relsIn(after, is));
  return relsIn(before, was)
    .filter((rel) => !left.has(rel))
    .map((rel) => `answer ${status}: the link ${rel} is gone`);
}

function relsIn(document: JsonObject, response: JsonObject, seen = new Set<string>()): string[] {
  return [...objectsIn(response)].flatMap(([one]) => {
    const reference = textOf(one['$ref']);
    const rels = listOf(one['x-regards-links']).map((link) => textOf(objectOf(link)['rel']));
    if (reference === '' || seen.has(reference)) return rels;
    seen.add(reference);
    return [...rels, ...relsIn(document, resolved(document, one), seen)];
  });
}
