/** Messages on their way out: held to their contract once, then carried as text by the outbox and the broker. */
import type { Outgoing, Publication, Validator, VirtualHost } from './messages.ts';
import { currentTrace, traceHeader, traceparentOf } from './trace.ts';

export interface EncodedMessage {
  /** JSON on one line. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly priority?: number;
  readonly correlationId?: string;
}

/** Messages of one publication and tenant, in order. */
export interface OutgoingBatch {
  /** A UUID; with the message's place it makes the message's id, so that who hears it twice can tell. */
  readonly id: string;
  readonly tenant: string;
  readonly virtualHost: VirtualHost;
  readonly exchange: string;
  readonly routingKey: string;
  readonly type: string;
  readonly converter: 'GSON' | 'JACKSON';
  /** The header of the trace that its messages belong to. */
  readonly traceparent?: string;
  readonly messages: readonly EncodedMessage[];
}

/** A message that its own publisher's contract refuses: a fault of the program, found before anyone receives it. */
export class BrokenMessageError extends Error {
  readonly faults: readonly string[];

  constructor(publication: string, faults: readonly string[]) {
    super(`${publication} breaks its contract: ${faults.join(' ')}`);
    this.name = 'BrokenMessageError';
    this.faults = faults;
  }
}

/** Headers every message of REGARDS carries; the type stands under both converters' names, readers take either. */
export const commonHeaders = ({
  tenant,
  type,
  converter,
  traceparent,
}: Pick<OutgoingBatch, 'tenant' | 'type' | 'converter' | 'traceparent'>): Readonly<Record<string, string>> => ({
  'regards.tenant': tenant,
  'regards.type': type,
  __TypeId__: type,
  'regards.converter': converter,
  ...(traceparent === undefined ? {} : { [traceHeader]: traceparent }),
});

/** Encodes messages that keep their contract, payload and headers; throws BrokenMessageError for one that does not. */
export function outgoingBatch<Payload, Headers>(
  id: string,
  tenant: string,
  publication: Publication<Payload, Headers>,
  messages: readonly Outgoing<Payload, Headers>[],
): OutgoingBatch {
  const { virtualHost, exchange, routingKey, type, converter } = publication;
  const trace = currentTrace();
  const described = {
    id,
    tenant,
    virtualHost,
    exchange: exchange.name,
    routingKey,
    type,
    converter,
    ...(trace ? { traceparent: traceparentOf(trace) } : {}),
  };
  const common = commonHeaders(described);
  return { ...described, messages: messages.map((message) => encoded(publication, message, common)) };
}

function encoded<Payload, Headers>(
  { name, payload, headers }: Publication<Payload, Headers>,
  message: Outgoing<Payload, Headers>,
  common: Readonly<Record<string, string>>,
): EncodedMessage {
  const body = JSON.stringify(message.payload) ?? 'null';
  const own = present(message.headers);
  const faults = [...payloadFaults(payload, message.payload, body), ...headerFaults(headers, { ...common, ...own })];
  if (faults.length > 0) throw new BrokenMessageError(name, faults);
  return {
    body,
    ...(Object.keys(own).length === 0 ? {} : { headers: own }),
    ...(message.priority === undefined ? {} : { priority: message.priority }),
    ...(message.correlationId === undefined ? {} : { correlationId: message.correlationId }),
  };
}

/** What counts is what leaves: a value that breaks its schema, such as a date, may keep it as text. */
function payloadFaults<Payload>(check: Validator<Payload>, value: Payload, body: string): readonly string[] {
  if (value !== undefined && check(value).valid) return [];
  const sent = check(JSON.parse(body));
  return sent.valid ? [] : sent.faults;
}

function headerFaults<Headers>(check: Validator<Headers> | undefined, headers: object): readonly string[] {
  const told = check?.(headers);
  return told === undefined || told.valid ? [] : told.faults;
}

/** A header without a value is no header. */
const present = (headers: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers ?? {}).filter(([, value]) => value !== undefined && value !== null));
