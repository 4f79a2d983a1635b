/**
 * The document as it is published: every operation also says what it answers when the platform itself fails or refuses,
 * and how a caller shows who it is.
 */
import { isObject, objectOf, objectsOf } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { methods } from './document.ts';

/** Answers that no handler gives: the framework and the gateway do, of any operation. */
const failures: Readonly<Record<string, readonly [name: string, description: string]>> = {
  '414': ['AddressTooLong', 'The address is longer than any may be.'],
  '429': ['TooManyRequests', 'Too many requests; try again later.'],
  '431': ['HeadersTooLarge', 'There are more headers, or longer ones, than there may be.'],
  '500': ['Failed', 'The service failed; the log has the correlation identifier of the answer.'],
  '502': ['NotReached', 'The gateway could not reach the service, or its answer broke off.'],
  '503': ['Unavailable', 'Not available now; try again later.'],
  '504': ['NotInTime', 'The service did not answer in the time of the operation.'],
};

/** Of operations that say nothing else themselves (OpenAPI 3.1 §4.8.27). */
const token: JsonObject = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'A token of rs-authentication.',
};

export function published(document: JsonObject): JsonObject {
  const components = objectOf(document['components']);
  const content: JsonObject = 'Problem' in objectOf(components['schemas']) ? { content: problem } : {};
  const added = Object.values(failures).map(([name, description]): [string, Json] => [
    name,
    { description, ...content },
  ]);
  return {
    ...document,
    paths: mapped(objectOf(document['paths']), (item) =>
      mapped(item, (operation, method) =>
        methods.includes(method) ? withFailures({ ...proofOf(operation), ...operation }) : operation,
      ),
    ),
    security: [{ token: [] }],
    components: {
      ...components,
      responses: { ...Object.fromEntries(added), ...objectOf(components['responses']) },
      securitySchemes: { token, ...objectOf(components['securitySchemes']) },
    },
  };
}

/** Nobody is asked, or whoever has a token may show it; all others need one. */
function proofOf(operation: JsonObject): JsonObject {
  const { role } = objectOf(operation['x-regards-access']);
  if (role === 'NONE') return { security: [] };
  return role === 'PUBLIC' ? { security: [{ token: [] }, {}] } : {};
}

const problem: JsonObject = { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } };

function withFailures(operation: JsonObject): JsonObject {
  const references = Object.entries(failures).map(([status, [name]]): [string, Json] => [
    status,
    { $ref: `#/components/responses/${name}` },
  ]);
  return { ...operation, responses: { ...Object.fromEntries(references), ...objectOf(operation['responses']) } };
}

const mapped = (object: JsonObject, change: (value: JsonObject, name: string) => JsonObject): JsonObject => ({
  ...object,
  ...Object.fromEntries(
    objectsOf(object).map(([name, value]) => [name, isObject(value) ? change(value, name) : value]),
  ),
});
