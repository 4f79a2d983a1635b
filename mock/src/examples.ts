/** Handlers that answer by the contract's examples. */
import { refusal, RefusedError } from '@regards/core';
import type { Call, HandlerResult, RefusalCode, Route, Routes } from '@regards/core';
import { exampleOf, isObject, listOf, objectOf, operationsOf, textOf } from '@regards/reference';
import type { Document, Json, Operation, ServiceDocuments } from '@regards/reference';

type Handler = (call: Call) => Promise<HandlerResult>;

/** A handler for each operation of the service; `Prefer: status=404` asks for that answer instead of the success. */
export function exampleHandlers(service: ServiceDocuments, routes: Routes): Record<string, Handler> {
  const { rest = {} } = service;
  return Object.fromEntries(
    operationsOf(service).map((operation): [string, Handler] => {
      const route = routes[operation.id];
      if (!route) throw new Error(`${operation.id} has no route: run make generate`);
      return [operation.id, (call) => Promise.resolve(answerTo(rest, operation, route, wished(call)))];
    }),
  );
}

/** RFC 7240: a preference, which is passed over when there is no such answer. */
const wished = ({ headers }: Call): string | undefined =>
  /(?:^|[,;\s])(?:status|code)=(\d{3})\b/.exec(headers['prefer'] ?? '')?.[1];

function answerTo(document: Document, operation: Operation, route: Route, wish: string | undefined): HandlerResult {
  const response =
    operation.responses.find(({ status }) => status === wish && isPlayed(route, status)) ??
    operation.responses.find(({ status }) => status.startsWith('2')) ??
    operation.responses[0];
  if (!response) throw new Error(`${operation.id} declares no answer`);
  const status = Number(response.status);
  // failures that no handler gives, as the framework gives them of any operation
  if (status >= 500 && !route.responses[status]) throw new RefusedError(refusal(codeOf(status), response.description));
  const { kind = 'empty' } = route.responses[status] ?? {};
  const [content] = response.content;
  if (kind === 'empty' || !content) return { status };
  if (kind === 'error') return { status, error: refusal(codeOf(status), response.description) };
  const example = exampleOf(document, content.schema);
  return {
    status,
    body: handed(kind, example),
    headers: Object.fromEntries(response.headers.map(({ name }) => [name, '1'])),
  };
}

/** Answers of the gateway are not among those of a service. */
const isPlayed = (route: Route, status: string): boolean =>
  status in route.responses || status === '500' || status === '503';

/** What a handler gives of what stands on the wire: the framework puts the envelope and the links to it again. */
function handed(kind: string, example: Json): unknown {
  if (kind === 'resource') return objectOf(example)['content'];
  if (kind === 'resources') return listOf(example).map((one) => objectOf(one)['content']);
  if (kind === 'page') {
    const content = listOf(objectOf(example)['content']).map((one) => objectOf(one)['content']);
    const { content: _, metadata: __, links: ___, ...more } = objectOf(example);
    return { content, size: 20, number: 0, totalElements: content.length, more };
  }
  return kind === 'stream' && !isObject(example) ? textOf(example) : example;
}

/** Any code of that status: only its messages are on the wire. */
const codes: Readonly<Record<number, RefusalCode>> = {
  400: 'unreadable-request',
  401: 'unauthenticated',
  403: 'access-denied',
  404: 'entity-not-found',
  406: 'not-acceptable',
  409: 'entity-already-exists',
  413: 'too-large',
  415: 'media-type-not-supported',
  422: 'entity-invalid',
  429: 'too-many-requests',
  503: 'unavailable',
};

const codeOf = (status: number): RefusalCode => codes[status] ?? 'unexpected';
