/** What of a changed OpenAPI document breaks those who call by the old one. */
import { milliseconds, usualTimeout } from '../durations.ts';
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
    ...securityBreaks(before, after, old.operation, now.operation),
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
  const timeout = (one: JsonObject): number => milliseconds(objectOf(one['x-regards-call'])['timeout']) ?? usualTimeout;
  return [
    ...(old['operationId'] === now['operationId'] ? [] : ['operationId is another: generated clients call it by it']),
    ...(asked === -1 && role !== -1 ? ['says no role any more: everybody is refused'] : []),
    ...((asked ?? 0) > (role ?? 0) ? [`asks for the role ${roles[asked ?? 0]}`] : []),
    ...(retry(old) === 'safe' && retry(now) === 'never' ? ['may not be tried again any more'] : []),
    ...(timeout(now) < timeout(old) ? [`is given up after ${timeout(now)} ms, no more after ${timeout(old)} ms`] : []),
  ];
}

/** Whoever showed who they are in one of the old ways still can (OpenAPI 3.1 §4.8.30). */
function securityBreaks(before: JsonObject, after: JsonObject, old: JsonObject, now: JsonObject): string[] {
  const ways = (document: JsonObject, { security }: JsonObject): JsonObject[] => {
    const known = objectOf(objectOf(document['components'])['securitySchemes']);
    const given = listOf(security ?? document['security']).map((way) =>
      Object.fromEntries(Object.keys(objectOf(way)).map((name) => [name, schemeOf(known[name])])),
    );
    return given.length === 0 ? [{}] : given;
  };
  const taken = ways(after, now);
  const isTaken = (way: JsonObject): boolean =>
    taken.some((one) => Object.entries(one).every(([name, scheme]) => way[name] === scheme));
  return ways(before, old).every(isTaken) ? [] : ['asks in another way who calls'];
}

/** Without what is told to people. */
const schemeOf = (scheme: Json | undefined): string => {
  const { description: _, ...rest } = objectOf(scheme);
  return JSON.stringify(rest);
};

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
      const styled = ['style', 'explode'].filter((rule) => JSON.stringify(one[rule]) !== JSON.stringify(other[rule]));
      const contents = objectsOf(one['content']).flatMap(([type, { schema }]) =>
        type in objectOf(other['content'])
          ? sent(schema, objectOf(objectOf(other['content'])[type])['schema'], `parameter ${name}`)
          : [`parameter ${name} is taken as ${type} no more`],
      );
      return [
        ...(other['required'] === true && one['required'] !== true ? [`parameter ${name} is required`] : []),
        ...styled.map((rule) => `parameter ${name}: ${rule} is another`),
        ...(JSON.stringify(objectOf(one['schema'])['default']) === JSON.stringify(objectOf(other['schema'])['default'])
          ? []
          : [`parameter ${name}: its default is another`]),
        ...contents,
        ...(one['content'] === undefined || other['content'] === undefined
          ? sent(one['schema'], other['schema'], `parameter ${name}`)
          : []),
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

/** A default that is another, new or gone makes the same request mean another thing; a new member has none before. */
function defaultBreaks(before: JsonObject, after: JsonObject, old: Json | undefined, now: Json | undefined): string[] {
  const left = new Map(defaultsOf(after, now));
  return defaultsOf(before, old).flatMap(([place, value]) => {
    const is = left.get(place);
    return is !== undefined && is !== value ? [`body${place}: its default is another`] : [];
  });
}

const noDefault = '';

function defaultsOf(document: JsonObject, value: Json | undefined, place = '', depth = 0): [string, string][] {
  const schema = resolved(document, value);
  if (depth > 12) return [];
  const content = objectsOf(schema['content']).flatMap(([, one]) =>
    defaultsOf(document, one['schema'], place, depth + 1),
  );
  const own: [string, string][] = [[place, 'default' in schema ? JSON.stringify(schema['default']) : noDefault]];
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
  const left = linksIn(after, is);
  return linksIn(before, was).flatMap((link) => {
    const rel = textOf(link['rel']);
    const same = left.filter((one) => one['rel'] === rel);
    if (same.length === 0) return [`answer ${status}: the link ${rel} is gone`];
    const leading = same.filter((one) => one['operation'] === link['operation']);
    if (leading.length === 0) return [`answer ${status}: the link ${rel} leads to another operation`];
    return leading.some((one) => isThereAsOften(link, one)) ? [] : [`answer ${status}: the link ${rel} may be missing`];
  });
}

function isThereAsOften(old: JsonObject, now: JsonObject): boolean {
  if (now['when'] === undefined) return true;
  const [was, is] = [objectOf(old['when']), objectOf(now['when'])];
  return was['path'] === is['path'] && listOf(was['in']).every((state) => listOf(is['in']).includes(state));
}

function linksIn(document: JsonObject, response: JsonObject, seen = new Set<string>()): JsonObject[] {
  return [...objectsIn(response)].flatMap(([one]) => {
    const reference = textOf(one['$ref']);
    const links = listOf(one['x-regards-links']).map(objectOf);
    if (reference === '' || seen.has(reference)) return links;
    seen.add(reference);
    return [...links, ...linksIn(document, resolved(document, one), seen)];
  });
}
