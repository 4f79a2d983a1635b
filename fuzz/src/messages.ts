/** One kind of message, published with generated content past every check, and every one of them accounted for. */
import fc from 'fast-check';
import type { Document, Json, MessageOperation } from '@regards/reference';
import { invalid, valid } from './arbitrary.ts';
import { schemaJudge } from './judge.ts';

/** A message as it goes to the broker. */
export interface Sent {
  readonly id: string;
  /** Headers and body together keep their contract. */
  readonly keeps: boolean;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string;
}

export interface FuzzOptions {
  readonly tenant: string;
  readonly runs: number;
  readonly seed: number;
}

/** Bodies that are no JSON at all, or none that a service reads. */
const unreadable = ['', '{', 'null', '[]', '"text"', '{"metadata":', '\u0000\u0001', '[1,2,3', '{"a":1}{"b":2}'];

/** Generated messages: valid ones, ones that break a schema, and ones that are no JSON. */
export function fuzzMessage(document: Document, message: MessageOperation, options: FuzzOptions): Sent[] {
  const judge = schemaJudge(document);
  const bodies = fc.sample(
    fc.oneof(
      { weight: 4, arbitrary: valid(document, message.payload).map((value) => JSON.stringify(value)) },
      { weight: 4, arbitrary: invalid(document, message.payload).map((value) => JSON.stringify(value)) },
      { weight: 1, arbitrary: fc.constantFrom(...unreadable) },
    ),
    { numRuns: options.runs, seed: options.seed },
  );
  return bodies.map((body, at) => {
    const id = `${message.id}-${options.seed}-${at}`;
    return {
      id,
      headers: {
        'regards.tenant': options.tenant,
        'regards.type': message.type,
        'regards.converter': message.converter,
        'regards.request.id': id,
        'regards.request.owner': 'fuzz@example.org',
        'regards.request.date': '2026-03-14T10:15:00Z',
      },
      body,
      keeps: keepsSchema(body, message, judge),
    };
  });
}

function keepsSchema(body: string, { payload }: MessageOperation, judge: ReturnType<typeof schemaJudge>): boolean {
  try {
    return judge(payload, JSON.parse(body) as Json).length === 0;
  } catch {
    return false;
  }
}
