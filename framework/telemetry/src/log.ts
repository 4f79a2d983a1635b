/** Logs as one JSON object a line, each carrying the request or message it was written for. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { currentTrace } from '@regards/core';
import type { Log } from '@regards/core';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { loggable, withoutSecrets } from './redaction.ts';

/** What a line is about: put beside the fields of every line written within it. */
export interface LogContext {
  readonly correlationId?: string;
  readonly tenant?: string;
  readonly username?: string;
  readonly [field: string]: string | number | boolean | undefined;
}

export interface ServiceLog extends Log {
  /** A log whose every line carries `context` too. */
  child(context: LogContext): ServiceLog;
  /** Runs `work`; every line written by it, however deep and however late, carries `context` too. */
  within<T>(context: LogContext, work: () => T): T;
  /** From which level on is written from now on, by this log and all that came of it; an unknown one counts as info. */
  setLevel(level: string): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface LogOptions {
  readonly service: string;
  readonly instance: string;
  readonly level?: LogLevel | (string & {});
  /** Where lines go; standard output unless said. */
  readonly destination?: DestinationStream;
}

const levels = ['debug', 'info', 'warn', 'error', 'silent'];

/**
 * A log of one instance of a service. Lines have level, time (ISO 8601), service, instance, the context and `msg`.
 * Secrets are replaced, see redaction.ts. An unknown level counts as info.
 */
export function createLog({ service, instance, level = 'info', destination }: LogOptions): ServiceLog {
  const contexts = new AsyncLocalStorage<LogContext>();
  const options = {
    level: knownLevel(level),
    base: { service, instance },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => error }, // errors are copied by redaction.ts
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return wrap(destination ? pino(options, destination) : pino(options), contexts, {});
}

const knownLevel = (level: string): string => (levels.includes(level) ? level : 'info');

function wrap(logger: Logger, contexts: AsyncLocalStorage<LogContext>, own: LogContext): ServiceLog {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (fields: object, sentence?: string): void => {
      if (!logger.isLevelEnabled(level)) return;
      const trace = currentTrace();
      const line = {
        ...(trace ? { traceId: trace.id } : {}),
        ...contexts.getStore(),
        ...own,
        ...(fields instanceof Error ? { err: fields } : fields),
      };
      logger[level](loggable(line), sentence === undefined ? undefined : withoutSecrets(sentence));
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (context) => wrap(logger, contexts, { ...own, ...context }),
    setLevel: (level) => void (logger.level = knownLevel(level)),
    within: (context, work) => contexts.run({ ...contexts.getStore(), ...context }, work),
  };
}
