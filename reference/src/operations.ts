/** The REST operations of a service as its contract has them. */
import type { Document, ServiceDocuments } from './documents.ts';
import { listOf, objectOf, objectsOf, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { resolved } from './schema.ts';
import type { Schema } from './schema.ts';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
}

export interface Content {
  readonly mediaType: string;
  readonly schema: Schema;
}

export interface Response {
  readonly status: string;
  readonly description: string;
  readonly headers: readonly { readonly name: string; readonly description: string }[];
  readonly content: readonly Content[];
}

export interface Operation {
  readonly service: string;
  readonly id: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** The role that may call. */
  readonly role: string;
  readonly retry: string;
  readonly timeout: string;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly content: readonly Content[] };
  readonly responses: readonly Response[];
}

export const methods = ['get', 'put', 'post', 'patch', 'delete', 'head'] as const;

/** In the order of the contract, [] for a service without operations. */
export const operationsOf = ({ name, rest }: ServiceDocuments): Operation[] =>
  rest === undefined
    ? []
    : objectsOf(rest['paths']).flatMap(([path, item]) =>
        methods.flatMap((method) =>
          item[method] === undefined ? [] : [operationOf(rest, { service: name, path, method }, item)],
        ),
      );

function operationOf(
  document: Document,
  place: { service: string; path: string; method: string },
  item: JsonObject,
): Operation {
  const operation = objectOf(item[place.method]);
  const call = objectOf(operation['x-regards-call']);
  const body = operation['requestBody'] === undefined ? undefined : resolved(document, operation['requestBody']);
  return {
    ...place,
    id: textOf(operation['operationId']),
    tag: textOf(listOf(operation['tags'])[0]),
    summary: textOf(operation['summary']),
    description: textOf(operation['description']),
    role: textOf(objectOf(operation['x-regards-access'])['role']),
    retry: textOf(call['retry']) || (['get', 'head'].includes(place.method) ? 'safe' : 'never'),
    timeout: textOf(call['timeout']) || '30s',
    parameters: [...listOf(item['parameters']), ...listOf(operation['parameters'])].map((one) =>
      parameterOf(resolved(document, one)),
    ),
    ...(body ? { body: { required: body['required'] === true, content: contentOf(body['content']) } } : {}),
    responses: objectsOf(operation['responses']).map(([status, response]) =>
      responseOf(status, resolved(document, response)),
    ),
  };
}

const parameterOf = (parameter: JsonObject): Parameter => ({
  name: textOf(parameter['name']),
  in: textOf(parameter['in']),
  required: parameter['required'] === true,
  description: textOf(parameter['description']),
  schema: objectOf(parameter['schema']),
});

const responseOf = (status: string, response: JsonObject): Response => ({
  status,
  description: textOf(response['description']),
  headers: objectsOf(response['headers']).map(([name, header]) => ({
    name,
    description: textOf(header['description']),
  })),
  content: contentOf(response['content']),
});

const contentOf = (content: Json | undefined): Content[] =>
  objectsOf(content).map(([mediaType, { schema }]) => ({ mediaType, schema: objectOf(schema) }));
