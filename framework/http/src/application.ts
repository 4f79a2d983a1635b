/** Mounts a contract on Express: the application, without a port. */
import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { parseQuery, refusal, refusalStatus } from '@regards/core';
import type { Contract, Refusal, Route } from '@regards/core';
import express from 'express';
import type { Express, NextFunction, Request, Response } from 'express';
import { addActuator } from './actuator.ts';
import { sendProblem, setCommonHeaders } from './answer.ts';
import { createBodyReader } from './body.ts';
import { readDocument } from './contract-document.ts';
import { defaults } from './defaults.ts';
import { refusalOf } from './errors.ts';
import type { Judges } from './identity.ts';
import { serveOperation } from './operation.ts';
import type { OperationHandler } from './operation.ts';
import { expressPath, inOrderOfPrecision } from './paths.ts';
import type { Health, HttpMetrics, HttpSettings, RequestLog } from './ports.ts';
import { createValidation } from './validation.ts';

export interface ApplicationOptions<Server extends object> extends Judges {
  readonly contract: Pick<Contract<Server, unknown, unknown>, 'name' | 'version' | 'routes' | 'document'>;
  /** A function for each operation of the contract. */
  readonly server: Server;
  readonly log: RequestLog;
  readonly metrics: HttpMetrics;
  readonly health: Health;
  readonly settings?: HttpSettings;
}

/** The application that serves `contract` by `server`. Rejects when a handler, a path or a link's target is missing. */
export async function createApplication<Server extends object>(
  options: ApplicationOptions<Server>,
): Promise<RequestListener> {
  const { contract, server, log, metrics, settings = {} } = options;
  const document = await readDocument(contract.document);
  const routes = inOrderOfPrecision(Object.values(contract.routes));
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing').set('query parser', parseQuery);
  const validation = await createValidation(app, document, routes, settings.validateResponses ?? false);
  const door = {
    ...options,
    settings,
    routes: contract.routes,
    validation,
    readBody: createBodyReader(settings.bodyLimit ?? defaults.bodyLimit),
  };

  app.use((request, response, next) => {
    admit(request, response, metrics, log);
    next();
  });
  addActuator(app, { ...options, name: contract.name, version: contract.version, document });
  for (const route of routes) {
    const serve = serveOperation(route, handlerOf(server, route), door);
    app[route.method](expressPath(route.path), async (request, response) => {
      response.locals['route'] = route.path;
      await serve(request, response, correlationIdOf(response));
    });
  }
  refuseOtherMethods(app, routes);
  app.use((request, response) => {
    sendProblem(request, response, 404, refusal('route-not-found', `There is no ${request.path.slice(0, 200)} here.`));
  });
  // Express tells an error handler from others by its four parameters.
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    translate(error, request, response, log);
  });
  return app;
}

/** Measured in place of a status when the caller left before there was one, as many servers do. */
const callerLeft = 499;

/** What is done for every request, whatever becomes of it: an id, headers, a measurement. */
function admit(request: Request, response: Response, metrics: HttpMetrics, log: RequestLog): void {
  const started = process.hrtime.bigint();
  const sent = request.headers['correlation-id'];
  const correlationId = typeof sent === 'string' && /^[\w.:@/+-]{1,128}$/.test(sent) ? sent : randomUUID();
  response.locals['correlationId'] = correlationId;
  setCommonHeaders(request, response, correlationId);
  response.once('close', () => {
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const route = routeOf(response) ?? 'UNKNOWN';
    const status = response.headersSent ? response.statusCode : callerLeft;
    metrics.answered({ method: request.method, route, status, seconds });
    log.debug({ correlationId, method: request.method, route, status, seconds }, 'Answered.');
  });
}

const routeOf = (response: Response): string | undefined => response.locals['route'] as string | undefined;

const correlationIdOf = (response: Response): string => String(response.locals['correlationId']);

function handlerOf(server: object, route: Route): OperationHandler {
  const handler: unknown = Reflect.get(server, route.operation);
  if (typeof handler !== 'function') throw new Error(`There is no handler for ${route.operation}.`);
  const bound = handler.bind(server) as OperationHandler;
  return async (call, request) => bound(call, request);
}

/** A path that the contract has, asked for by a method that it has not (RFC 9110 §15.5.6). */
function refuseOtherMethods(app: Express, routes: readonly Route[]): void {
  for (const [path, served] of Map.groupBy(routes, ({ path: template }) => template)) {
    const methods = served.map(({ method }) => method.toUpperCase());
    const allowed = [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ');
    app.all(expressPath(path), (request, response) => {
      response.locals['route'] = path;
      response.setHeader('Allow', allowed);
      if (request.method === 'OPTIONS') response.writeHead(204).end();
      else
        sendProblem(
          request,
          response,
          405,
          refusal('method-not-allowed', `${request.method} is not allowed here; allowed: ${allowed}.`),
        );
    });
  }
}

/** The only place where an error becomes an answer; what is our own fault is logged with everything known of it. */
function translate(error: unknown, request: Request, response: Response, log: RequestLog): void {
  const correlationId = correlationIdOf(response);
  const refused: Refusal = refusalOf(error, correlationId);
  const status = refusalStatus[refused.code];
  const fields = { correlationId, method: request.method, route: routeOf(response), status, err: error };
  if (response.destroyed) {
    log.debug(fields, 'The caller left before the answer.');
    return;
  }
  if (status >= 500) log.error(fields, 'A request failed.');
  else log.debug(fields, 'A request was refused.');
  if (response.headersSent) response.destroy(); // half an answer has been sent: breaking off is the honest end
  else sendProblem(request, response, status, refused);
}
