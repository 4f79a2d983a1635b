/** How a consumer says what it relies on: calls and messages in the words of the provider's contract. */
import { MatchersV3 } from '@pact-foundation/pact';
import { addressOf } from '@regards/core';
import type { Publication, Route } from '@regards/core';
import { draftOf } from './pacts.ts';

/** A call of the provider and the answer that is relied on; bodies may hold matchers. */
export interface Call {
  readonly state: string;
  readonly what: string;
  readonly route: Route;
  readonly parameters?: Readonly<Record<string, string>>;
  /** The path where the provider's state gives parts of it: `/things/${id}`. */
  readonly pathOfState?: string;
  /** Parameters of the query that may have any value of a kind, as matchers. */
  readonly query?: Readonly<Record<string, MatchersV3.Matcher<string>>>;
  /** Values may be matchers. */
  readonly headers?: Readonly<Record<string, string | MatchersV3.Matcher<string>>>;
  readonly body?: unknown;
  /** A file that is sent as the part of a form. */
  readonly file?: FilePart;
  readonly status: number;
  readonly answer?: unknown;
}

export interface FilePart {
  readonly part: string;
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

/** A message of the provider. */
export interface Told {
  readonly state: string;
  readonly what: string;
  readonly publication: Publication;
  readonly payload: unknown;
  /** Those whose values are relied on; that the others are there is their contract's to say. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Consumer {
  /** Runs the consumer's code against a mock of the provider, which must be called in each of these ways. */
  calls(calls: readonly Call[], work: (url: string) => Promise<void>): Promise<void>;
  /** Runs the consumer's handler with the message as the pact has it. */
  hears(told: Told, work: (payload: unknown) => Promise<void>): Promise<void>;
  /** Keeps the pact: call it after the last test of the edge. */
  keep(): void;
}

export interface Edge {
  readonly folder: string;
  readonly consumer: string;
  readonly provider: string;
  /** Whether the consumer calls through the gateway. */
  readonly throughGateway?: boolean;
}

export function consumerOf({ folder, consumer, provider, throughGateway = false }: Edge): Consumer {
  const draft = draftOf(folder, consumer, provider);
  const { pact } = draft;
  const prefix = throughGateway ? `/api/v1/${provider}` : '';

  const add = (call: Call) => {
    const { pathname, searchParams } = new URL(addressOf(call.route, call.parameters), 'http://mock');
    return pact
      .addInteraction()
      .given(call.state)
      .uponReceiving(call.what)
      .withRequest(call.route.method.toUpperCase(), pathOf(call, prefix + pathname, prefix), (request) => {
        const query = { ...Object.fromEntries(searchParams), ...call.query };
        if (Object.keys(query).length > 0) request.query(query);
        if (call.headers) request.headers(call.headers);
        if (call.file) {
          const type = MatchersV3.regex(/^multipart\/form-data;.*/, formType);
          request.headers({ 'Content-Type': type }).body(formType, Buffer.from(formOf(call.file)));
        }
        if (call.body === undefined) return;
        request.headers({ 'Content-Type': call.route.requestTypes[0] ?? 'application/json' }).jsonBody(call.body);
      })
      .willRespondWith(call.status, (answer) => {
        if (call.answer === undefined) return;
        const { mediaType = 'application/json' } = call.route.responses[call.status] ?? {};
        answer.headers({ 'Content-Type': mediaType }).jsonBody(call.answer);
      });
  };

  return {
    keep: () => draft.keep(),
    async calls(calls, work) {
      // All are served by one mock: that of the last one has those before it too.
      await calls
        .map(add)
        .at(-1)
        ?.executeTest(({ url }) => work(url));
    },
    async hears({ state, what, publication: { exchange, type }, payload, headers = {} }, work) {
      await pact
        .addAsynchronousInteraction()
        .given(state)
        .expectsToReceive(what, (message) => {
          message.withJSONContent(payload).withMetadata({
            contentType: 'application/json',
            exchange: exchange.name,
            'regards.type': type,
            ...headers,
          });
        })
        .executeTest(async ({ contents }) => work(contents.content));
    },
  };
}

const pathOf = ({ pathOfState }: Call, path: string, prefix: string) =>
  pathOfState === undefined ? path : MatchersV3.fromProviderState(prefix + pathOfState, path);

const formType = 'multipart/form-data; boundary=pact';

/** RFC 7578 §4: one part between two boundaries. */
const formOf = ({ part, name, mediaType, content }: FilePart): string =>
  [
    '--pact',
    `Content-Disposition: form-data; name="${part}"; filename="${name}"`,
    `Content-Type: ${mediaType}`,
    '',
    content,
    '--pact--',
    '',
  ].join('\r\n');
