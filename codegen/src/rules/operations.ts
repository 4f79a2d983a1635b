/** Rules of REST operations. */
import path from 'node:path';
import { operationFiles, readYaml } from '../contracts.ts';
import type { ServiceContract } from '../contracts.ts';
import { milliseconds } from '../durations.ts';
import { isObject, listOf, objectOf, objectsIn, objectsOf, textOf } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { methods } from '../openapi/document.ts';
import { unless } from './fault.ts';

const roles = ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN', 'INSTANCE_ADMIN', 'NONE'];

export function operationFaults(service: ServiceContract): string[] {
  const firstPlace = new Map<string, string>();
  return operationFiles(service).flatMap((file) =>
    operationsIn(readYaml(file)).flatMap(([operation, shared]) => {
      const id = textOf(operation['operationId']);
      const name = `contracts/${service.name}/${path.relative(service.folder, file)}`;
      const place = `${name} ${id || textOf(operation['summary']) || '?'}`;
      const faults = [
        ...unless(/^[a-z][A-Za-z0-9]*$/.test(id), `${place}: operationId is missing, or not in camelCase`),
        ...unless(!firstPlace.has(id), `${place}: operationId stands in ${firstPlace.get(id)} too`),
        ...namingFaults(place, operation),
        ...accessFaults(place, operation),
        ...[...shared, ...listOf(operation['parameters'])].flatMap((one) => parameterFaults(place, objectOf(one))),
        ...bodyFaults(place, operation),
        ...responseFaults(place, operation),
      ];
      firstPlace.set(id, name);
      return faults;
    }),
  );
}

/** Objects that look like operations, wherever a path file has them, with the parameters of their path. */
const operationsIn = (value: Json): [JsonObject, Json[]][] =>
  [...objectsIn(value)].flatMap(([item]) =>
    objectsOf(item)
      .filter(([name, inner]) => methods.includes(name) && 'responses' in inner)
      .map(([, operation]): [JsonObject, Json[]] => [operation, listOf(item['parameters'])]),
  );

const namingFaults = (place: string, operation: JsonObject): string[] => [
  ...unless(textOf(operation['summary']) !== '', `${place}: summary is missing`),
  ...unless(textOf(operation['description']) !== '', `${place}: description is missing`),
];

function accessFaults(place: string, operation: JsonObject): string[] {
  const role = textOf(objectOf(operation['x-regards-access'])['role']);
  const { retry = 'never', timeout = '30s' } = objectOf(operation['x-regards-call']);
  const statuses = Object.keys(objectOf(operation['responses']));
  const isOpen = role === 'NONE';
  return [
    ...unless(
      roles.includes(role),
      `${place}: x-regards-access is missing; { role: … } with one of ${roles.join(', ')}`,
    ),
    ...unless(isOpen || statuses.includes('401'), `${place}: response 401 is missing; whoever has no token is told so`),
    ...unless(
      isOpen || statuses.includes('403'),
      `${place}: response 403 is missing; whoever lacks the role ${role} is told so`,
    ),
    ...unless(retry === 'safe' || retry === 'never', `${place}: x-regards-call.retry is safe or never`),
    ...unless(milliseconds(timeout) !== undefined, `${place}: x-regards-call.timeout is no time, such as 5s`),
  ];
}

function parameterFaults(place: string, parameter: JsonObject): string[] {
  if (parameter['$ref'] !== undefined) return [];
  const name = textOf(parameter['name']);
  return [
    ...unless(name !== 'body', `${place}: a parameter may not be called body, as the request's body is`),
    ...unless(textOf(parameter['description']) !== '', `${place}: description of parameter ${name} is missing`),
    ...inlineFaults(`${place}: parameter ${name}`, parameter['schema']),
  ];
}

function bodyFaults(place: string, operation: JsonObject): string[] {
  const { requestBody } = operation;
  if (requestBody === undefined) return [];
  const statuses = Object.keys(objectOf(operation['responses']));
  return [
    ...unless(statuses.includes('400'), `${place}: response 400 is missing; a body may not be readable`),
    ...unless(statuses.includes('415'), `${place}: response 415 is missing; a body may be of another media type`),
    ...objectsOf(objectOf(requestBody)['content']).flatMap(([type, { schema }]) =>
      inlineFaults(`${place}: request body ${type}`, schema),
    ),
  ];
}

const responseFaults = (place: string, operation: JsonObject): string[] =>
  objectsOf(operation['responses']).flatMap(([status, response]) => [
    ...unless(/^[1-5]\d\d$/.test(status), `${place}: response ${status}: each status stands for itself`),
    ...objectsOf(response['content']).flatMap(([type, { schema }]) => [
      ...unless(isObject(schema), `${place}: response ${status}: ${type} has no schema`),
      ...inlineFaults(`${place}: response ${status}`, schema),
    ]),
  ]);

/** An object without a name of its own would have no type of its own. */
const inlineFaults = (place: string, schema: Json | undefined): string[] =>
  unless(
    ![...objectsIn(schema)].some(([one]) => 'properties' in one || 'allOf' in one || 'oneOf' in one || 'anyOf' in one),
    `${place}: an object schema stands in a file of schemas/ and is referred to`,
  );
