/**
 * One operation of a contract on the wire: who calls, what is asked, the handler's answer. Straight through, in this
 * order.
 */
import { inspectText, sharedTrace, traceHeader, withinTrace } from '@regards/core';
import type { Call, HandlerResult, Route, Routes } from '@regards/core';
import type { Request, Response } from 'express';
import { sendResult } from './answer.ts';
import type { BodyReader, ReadBody } from './body.ts';
import { withinTime } from './deadline.ts';
import { envelopeOf } from './envelope.ts';
import { hasFile, withoutFiles } from './forms.ts';
import type { FormFields } from './forms.ts';
import { identify } from './identity.ts';
import type { Identified, Judges } from './identity.ts';
import { isForm } from './media-type.ts';
import { cameBy } from './origin.ts';
import type { HttpSettings, RequestLog } from './ports.ts';
import { publicUrl } from './public-url.ts';
import type { Validation } from './validation.ts';

/** The parameters and body of one request, by name; the body under `body`. */
export type OperationRequest = Readonly<Record<string, unknown>>;

export type OperationHandler = (call: Call, request: OperationRequest) => Promise<HandlerResult>;

/** What every operation of a service shares. */
export interface Door extends Judges {
  readonly routes: Routes;
  readonly validation: Validation;
  readonly readBody: BodyReader;
  readonly log: RequestLog;
  readonly settings: HttpSettings;
}

/** What serves `route`; it rejects with whatever stands in the way, for errors.ts to translate. */
export function serveOperation(route: Route, handle: OperationHandler, door: Door) {
  const envelopes = new Map(
    Object.entries(route.responses).map(([status, response]) => [Number(status), envelopeOf(response, door.routes)]),
  );
  return async (request: Request, response: Response, correlationId: string): Promise<void> => {
    const identified = await identify(request, route, door);
    const { tenant, login } = identified.identity;
    const served = async (): Promise<void> => {
      const asked = await readRequest(request, response, route, door);
      const address = publicUrl(request, door.settings.publicUrl);
      const result = await withinTime(route, response, (signal) =>
        handle(callOf(request, identified, { correlationId, signal, publicUrl: address, door }), asked),
      );
      const context = { may: identified.may, publicUrl: address, parameters: asked, requestUrl: request.originalUrl };
      await sendResult(request, response, route, result, context, {
        envelopes,
        ...(door.settings.validateResponses
          ? { check: (answer) => door.validation.answer(route, request, response, answer) }
          : {}),
      });
    };
    await withinTrace(sharedTrace([request.headers[traceHeader]]), () =>
      door.log.within ? door.log.within({ correlationId, tenant, username: login }, served) : served(),
    );
  };
}

function callOf(
  request: Request,
  { identity, token }: Identified,
  {
    correlationId,
    signal,
    publicUrl: address,
    door,
  }: { correlationId: string; signal: AbortSignal; publicUrl: string; door: Door },
): Call {
  return {
    tenant: door.settings.tenancy === 'instance' ? 'instance' : identity.tenant,
    correlationId,
    ...(token === undefined ? {} : { token }),
    ...withOrigin(request),
    caller: identity,
    signal,
    publicUrl: address,
    requestUrl: request.originalUrl,
    headers: singleHeaders(request),
    log: door.log,
  };
}

function withOrigin(request: Request): Pick<Call, 'cameBy'> {
  const origin = cameBy(request);
  return origin === undefined ? {} : { cameBy: origin };
}

/** Headers that came several times are joined as RFC 9110 §5.3 says. */
function singleHeaders(request: Request): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

/** Reads and checks everything the request says; parameters by name, the body under `body`. */
async function readRequest(
  request: Request,
  response: Response,
  route: Route,
  { readBody, validation }: Door,
): Promise<OperationRequest> {
  const query = declaredQuery(request, route);
  Object.values(request.params).flat().forEach(inspectText);
  Object.values(query).flat().forEach(inspectText);
  Object.defineProperty(request, 'query', { value: query, writable: true, configurable: true });
  const read = await readBody(request, response, route);
  const form = formOf(read);
  await validation.request(route, request, response, form ? { ...read, value: withoutFiles(form) } : read);
  const asked: Record<string, unknown> = {};
  for (const parameter of route.parameters) {
    const value: unknown = valueOf(request, parameter);
    if (value !== undefined) asked[parameter.name] = value;
  }
  const body: unknown = form ? withFiles(request.body, form) : request.body;
  return body === undefined ? asked : { ...asked, body };
}

const formOf = ({ type, value }: ReadBody): FormFields | undefined =>
  type && isForm(type) && typeof value === 'object' && value !== null ? { ...value } : undefined;

/** Only what the contract declares: REGARDS ignores everything else in a query, and a list without an entry. */
function declaredQuery(request: Request, route: Route): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const { name, in: place, array } of route.parameters) {
    const value = place === 'query' ? request.query[name] : undefined;
    if (Array.isArray(value)) query[name] = value.map(String);
    else if (typeof value === 'string' && (value !== '' || !array)) query[name] = value;
  }
  return query;
}

function valueOf(request: Request, { name, in: place }: Route['parameters'][number]): unknown {
  if (place === 'path') return request.params[name];
  return place === 'query' ? request.query[name] : request.headers[name.toLowerCase()];
}

/** The fields as they were checked, with the files that were left out of the check. */
const withFiles = (checked: unknown, form: FormFields): FormFields => ({
  ...(typeof checked === 'object' ? checked : {}),
  ...Object.fromEntries(Object.entries(form).filter(([, value]) => hasFile(value))),
});
