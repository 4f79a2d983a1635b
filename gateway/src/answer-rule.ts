/** What the contract asks of an answer, and what becomes of one that breaks it: `alert` tells, `strict` refuses too. */
import { parseJson, RefusedError } from '@regards/core';
import type { AnswerCheck, AnswerChecks, CompiledValidator, Log } from '@regards/core';
import type { Counter, Metrics } from '@regards/telemetry';
import { limits } from './limits.ts';
import { sentences } from './request-rule.ts';

export type AnswerMode = 'off' | 'alert' | 'strict';

/** Answers of an operation that breaks its contract are told of in the log this seldom, and counted every time. */
const remindMs = 60_000;

export interface AnswerRule {
  /** Bytes of a body that is judged; a longer one goes out unjudged. */
  readonly mostBytes: number;
  /** What is wrong with the head of an answer, what its body has to be, or undefined where nothing is looked at. */
  ofHead(status: number, contentType: string | undefined): string | CompiledValidator | undefined;
  /** Tells of a breach; true when the answer is to be refused. */
  breached(status: number, fault: string): boolean;
}

export class AnswerRules {
  readonly #checks: (service: string) => AnswerChecks | undefined;
  readonly #counter: Counter;
  readonly #log: Log;
  readonly #toldAt = new Map<string, number>();

  /** @param checks of a service, undefined where it has no contract here */
  constructor(checks: (service: string) => AnswerChecks | undefined, metrics: Metrics, log: Log) {
    this.#checks = checks;
    const labels = ['service', 'operation', 'status'];
    this.#counter = metrics.counter('gateway_contract_breaches_total', 'Answers that break their contract.', labels);
    this.#log = log;
  }

  /** Undefined where the contract is not known here. */
  of(service: string, operation: string, isStrict: boolean): AnswerRule | undefined {
    const check = this.#checks(service)?.[operation];
    return (
      check && {
        mostBytes: isStrict ? limits.strictBodyBytes : limits.keptBodyBytes,
        ofHead: (status, contentType) => ofHead(check, status, contentType),
        breached: (status, fault) => {
          this.#tell({ service, operation, status }, fault);
          return isStrict;
        },
      }
    );
  }

  #tell(seen: { readonly service: string; readonly operation: string; readonly status: number }, fault: string): void {
    this.#counter.inc(seen);
    const name = `${seen.service} ${seen.operation} ${seen.status}`;
    const now = performance.now();
    if (now - (this.#toldAt.get(name) ?? -Infinity) < remindMs) return;
    this.#toldAt.set(name, now);
    this.#log.error({ ...seen, fault }, 'an answer breaks its contract');
  }
}

/** A failure of a service (5xx) that its contract does not name says so itself. */
function ofHead(check: AnswerCheck, status: number, contentType: string | undefined): ReturnType<AnswerRule['ofHead']> {
  const declared = check[status];
  if (!declared) return status >= 500 || status === 304 ? undefined : `the status ${status} is not declared`;
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || Object.keys(declared).length === 0) return undefined;
  const validator = declared[type];
  return validator === undefined ? `the media type ${type.slice(0, 100)} is not declared` : (validator ?? undefined);
}

/** The beginning of an answer, kept back until its body has been judged. */
export class HeldAnswer {
  readonly pieces: Buffer[] = [];
  readonly #validator: CompiledValidator;
  readonly #mostBytes: number;
  #size = 0;

  constructor(validator: CompiledValidator, mostBytes: number) {
    this.#validator = validator;
    this.#mostBytes = mostBytes;
  }

  /** False when it is too long to be kept: it goes out unjudged. */
  add(piece: Buffer): boolean {
    this.pieces.push(piece);
    this.#size += piece.length;
    return this.#size <= this.#mostBytes;
  }

  fault(): string | undefined {
    try {
      if (this.#validator(parseJson(Buffer.concat(this.pieces)))) return undefined;
      return sentences(this.#validator.errors ?? [], '/body').join('; ');
    } catch (failure) {
      return failure instanceof RefusedError ? failure.message : 'it cannot be judged';
    }
  }
}
