/** Holds requests, and answers where asked, to the contract, by express-openapi-validator without its routing. */
import { refusal, RefusedError } from '@regards/core';
import type { Route } from '@regards/core';
import type { Express, Request, RequestHandler, Response } from 'express';
import { middleware } from 'express-openapi-validator';
import { forValidation } from './contract-document.ts';
import { defaults } from './defaults.ts';
import { refused } from './faults.ts';
import { formats } from './formats.ts';

export interface Validation {
  /**
   * Checks parameters and body, and turns parameters into the types that the contract gives them.
   * Throws RefusedError: `invalid-parameter`, or `entity-invalid` for a body that breaks its schema.
   */
  request(route: Route, request: Request, response: Response, body: RequestBody): Promise<void>;
  /** Throws an error that says how an answer breaks the contract. */
  answer(
    route: Route,
    request: Request,
    response: Response,
    answer: { status: number; mediaType: string; body: unknown },
  ): Promise<void>;
}

export interface RequestBody {
  /** With an empty text in place of each file, as OpenAPI sees files. */
  readonly value: unknown;
  readonly type?: string;
  readonly bytes: number;
}

/** What the validator found out about a route when it was asked for the first time. */
type RouteFacts = Readonly<Record<string, unknown>>;

interface Validator {
  readonly request: RequestHandler;
  readonly answer?: RequestHandler;
  readonly facts: ReadonlyMap<Route, RouteFacts>;
}

/**
 * Prepares the validation of `routes`; rejects when the document does not have one of them.
 * The validator compiles every path of a document for each request; here it does so once a route, since what it finds
 * never
 * changes. A request is judged up to its first fault; only a small one that is at fault is judged again for all of
 * them.
 */
export async function createValidation(
  app: Express,
  document: string,
  routes: readonly Route[],
  validateAnswers: boolean,
): Promise<Validation> {
  const first = await createValidator(app, document, routes, { allErrors: false, validateAnswers });
  let every: Promise<Validator> | undefined;

  return {
    async request(route, request, response, body) {
      if (body.value === undefined && asksForBody(factsOf(first, route))) {
        throw new RefusedError(refusal('unreadable-request', 'A body is required.'));
      }
      const judge = (validator: Validator): Promise<unknown> => judgeRequest(validator, route, request, response, body);
      const fault = await judge(first);
      if (fault === undefined) return;
      if (body.bytes > defaults.allFaultsUpToBytes) throw refused(fault);
      every ??= createValidator(app, document, routes, { allErrors: true, validateAnswers: false });
      throw refused((await judge(await every)) ?? fault);
    },
    async answer(route, request, response, answer) {
      if (first.answer) await judgeAnswer(first.answer, factsOf(first, route), request, response, answer);
    },
  };
}

async function createValidator(
  app: Express,
  published: string,
  routes: readonly Route[],
  { allErrors, validateAnswers }: { allErrors: boolean; validateAnswers: boolean },
): Promise<Validator> {
  const { document, pathOf } = forValidation(published);
  const steps = middleware({
    apiSpec: document,
    validateApiSpec: false, // contracts are linted when code is generated
    validateRequests: { allErrors, allowUnknownQueryParameters: true, coerceTypes: false },
    validateResponses: validateAnswers ? { allErrors: true } : false,
    validateSecurity: false,
    fileUploader: false,
    formats: formats(document),
  });
  const step = (name: string): RequestHandler | undefined => steps.find((one) => one.name === name);
  const [routing, request, answer] = [
    step('metadataMiddleware'),
    step('requestMiddleware'),
    step('responseMiddleware'),
  ];
  if (!routing || !request || (validateAnswers && !answer))
    throw new Error('express-openapi-validator has other steps than this code knows.');
  const facts = new Map<Route, RouteFacts>();
  for (const route of routes) {
    facts.set(route, await routeFacts(app, routing, route, pathOf.get(route.path) ?? ''));
  }
  return { request, facts, ...(answer ? { answer } : {}) };
}

/** Asks the validator's own router where a request to `route` would go. */
async function routeFacts(app: Express, routing: RequestHandler, route: Route, path: string): Promise<RouteFacts> {
  const probe = Object.create(app.request, {
    app: { value: app },
    method: { value: route.method.toUpperCase() },
    baseUrl: { value: '' },
    path: { value: path },
    originalUrl: { value: path },
    params: { value: {}, writable: true },
  }) as Request;
  const response = Object.create(app.response) as Response;
  await run(routing, probe, response).catch(() => {}); // then it has found nothing, which is told below
  const facts: unknown = Reflect.get(probe, 'openapi');
  if (typeof facts !== 'object' || facts === null || Reflect.get(facts, 'openApiRoute') !== path) {
    throw new Error(`The contract's document has no ${route.method} ${route.path}.`);
  }
  return { ...facts };
}

/** The error of a request that breaks the contract, undefined for one that keeps it. */
async function judgeRequest(
  validator: Validator,
  route: Route,
  request: Request,
  response: Response,
  body: RequestBody,
): Promise<unknown> {
  Object.assign(request, { openapi: { ...factsOf(validator, route), pathParams: request.params }, body: body.value });
  const contentType = request.headers['content-type'];
  // The validator keeps one compiled schema for each media type it is sent: only those of the contract may reach it.
  if (body.type) request.headers['content-type'] = body.type;
  else delete request.headers['content-type'];
  try {
    await run(validator.request, request, response);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    if (contentType !== undefined) request.headers['content-type'] = contentType;
  }
}

async function judgeAnswer(
  hook: RequestHandler,
  facts: RouteFacts,
  request: Request,
  response: Response,
  { status, mediaType, body }: { status: number; mediaType: string; body: unknown },
): Promise<void> {
  Object.assign(request, { openapi: facts });
  await new Promise<void>((resolve, reject) => {
    const probe = Object.create(response, {
      statusCode: { value: status },
      getHeaders: { value: () => ({ 'content-type': mediaType }) },
      // the validator puts its own before this one, which means: nothing found
      json: { value: () => resolve(), writable: true },
    }) as Response;
    let hooked = false;
    void hook(request, probe, (error?: unknown) => {
      if (error !== undefined) {
        reject(error instanceof Error ? error : new Error('The answer breaks the contract.'));
      } else if (!hooked) {
        hooked = true;
        probe.json(body);
      }
    });
  });
}

/** What the validator found is the operation as the document has it, under `schema`. */
function asksForBody({ schema }: RouteFacts): boolean {
  const body: unknown =
    typeof schema === 'object' && schema !== null && 'requestBody' in schema ? schema.requestBody : {};
  return typeof body === 'object' && body !== null && 'required' in body && body.required === true;
}

function factsOf(validator: Validator, route: Route): RouteFacts {
  const facts = validator.facts.get(route);
  if (!facts) throw new Error(`${route.operation} is no route of this service.`);
  return facts;
}

const run = (step: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    const next = (error?: unknown): void => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error('The validator failed.'));
    };
    void step(request, response, next);
  });
