/** One operation, called with generated requests; every answer is held to the contract. */
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { isObject, resolved, textOf } from '@regards/reference';
import type { Document, Json, Operation, Parameter } from '@regards/reference';
import { invalid, valid } from './arbitrary.ts';
import { schemaJudge } from './judge.ts';

export interface Target {
  /** Address of the service, without a slash at its end. */
  readonly url: string;
  readonly token: string;
  /** How many requests are generated. */
  readonly runs: number;
  readonly seed: number;
}

interface Drawn {
  readonly parameters: readonly (readonly [Parameter, Json])[];
  readonly body?: { readonly mediaType: string; readonly value: Json };
}

/** An answer later than that counts as hung, whatever the contract's limit: nothing here asks for much. */
const patienceMs = 20_000;

/** What the operation did that its contract does not say, a sentence each. */
export async function fuzzOperation(document: Document, operation: Operation, target: Target): Promise<string[]> {
  const judge = schemaJudge(document);
  const requests = fc.sample(requestsOf(document, operation), { numRuns: target.runs, seed: target.seed });
  const faults: string[] = [];
  for (const drawn of requests) {
    const fault = await judged(document, operation, drawn, target, judge);
    if (fault !== undefined) faults.push(fault);
  }
  return faults;
}

/** As many valid as invalid ones. */
function requestsOf(document: Document, { parameters, body }: Operation): Arbitrary<Drawn> {
  const [content] = body?.content ?? [];
  const drawn = (pick: typeof valid): Arbitrary<Drawn> =>
    fc
      .tuple(
        fc.tuple(...parameters.map((one) => parameterOf(document, one, pick))),
        content ? pick(document, content.schema) : fc.constant(undefined),
      )
      .map(([given, value]) => ({
        parameters: given.filter((one) => one !== undefined),
        ...(content && value !== undefined ? { body: { mediaType: content.mediaType, value } } : {}),
      }));
  return fc.oneof(drawn(valid), drawn(invalid));
}

/** One that is not required is absent half of the time. */
function parameterOf(document: Document, parameter: Parameter, pick: typeof valid) {
  const value = pick(document, parameter.schema).map((one) => [parameter, one] as const);
  return parameter.required ? value : fc.option(value, { nil: undefined });
}

async function judged(
  document: Document,
  operation: Operation,
  drawn: Drawn,
  target: Target,
  judge: ReturnType<typeof schemaJudge>,
): Promise<string | undefined> {
  const { address, init } = requestOf(operation, drawn, target);
  const told = `${operation.id} ${init.method ?? ''} ${address.slice(target.url.length, target.url.length + 300)} ${
    typeof init.body === 'string' ? init.body.slice(0, 500) : ''
  }`;
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(address, { ...init, signal: AbortSignal.timeout(patienceMs) });
    text = await answer.text();
  } catch (failure) {
    return `${told}: no answer: ${failure instanceof Error ? failure.message : String(failure)}`;
  }
  const declared = operation.responses.find(({ status }) => status === String(answer.status));
  if (answer.status >= 500) return `${told}: ${answer.status} ${text.slice(0, 300)}`;
  if (!declared) return `${told}: ${answer.status} is not declared: ${text.slice(0, 300)}`;
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const content = declared.content.find(({ mediaType }) => mediaType === type);
  if (!content)
    return declared.content.length === 0 && text === '' ? undefined : `${told}: ${answer.status} is of type ${type}`;
  if (!/json/.test(type) || isBinary(document, content.schema)) return undefined;
  const faults = judge(content.schema, JSON.parse(text) as Json);
  return faults.length === 0 ? undefined : `${told}: ${answer.status} breaks its schema: ${faults.join('; ')}`;
}

const isBinary = (document: Document, schema: Json): boolean =>
  textOf(resolved(document, schema)['format']) === 'binary';

function requestOf(
  { method, path }: Operation,
  { parameters, body }: Drawn,
  { url, token }: Target,
): { address: string; init: RequestInit } {
  const query = new URLSearchParams();
  const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
  let target = path;
  for (const [{ name, in: place }, value] of parameters) {
    const texts = [value].flat().map(plain);
    // an empty segment asks for another path
    if (place === 'path') target = target.replace(`{${name}}`, encodeURIComponent(wellFormed(texts[0] ?? '') || '-'));
    else if (place === 'query') texts.forEach((one) => query.append(name, one));
    else headers[name] = encodeURIComponent(wellFormed(texts[0] ?? ''));
  }
  const content = body && contentOf(body.mediaType, body.value);
  if (body && typeof content === 'string') headers['Content-Type'] = body.mediaType;
  return {
    address: `${url}${target}${query.size > 0 ? `?${query.toString()}` : ''}`,
    init: { method: method.toUpperCase(), headers, ...(content === undefined ? {} : { body: content }) },
  };
}

const plain = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

const wellFormed = (text: string): string => text.toWellFormed();

function contentOf(mediaType: string, value: Json): string | FormData {
  if (mediaType !== 'multipart/form-data') return JSON.stringify(value);
  const form = new FormData();
  for (const [name, one] of Object.entries(isObject(value) ? value : {})) {
    if (name === 'file') form.append(name, new File([plain(one)], 'file.xml', { type: 'application/xml' }));
    else form.append(name, plain(one));
  }
  return form;
}
