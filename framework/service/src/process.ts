/** Runs services until the process is told to end: signals, crashes, exit status. */
import { readBootstrap } from '@regards/settings';
import { createLog } from '@regards/telemetry';
import type { Service } from './definition.ts';
import { startInstance } from './instance.ts';

/** Anything that can share a process with services, such as the gateway. */
export interface Runnable {
  readonly name: string;
  /**
   * Resolves when it is ready; rejects when it cannot start, or `signal` is aborted before.
   * @param shared whether others run in the same process: variables that name no service count for none of them
   */
  start(options: { readonly shared: boolean; readonly signal: AbortSignal }): Promise<Stoppable>;
}

export interface Stoppable {
  /** Ends what is under way within the drain time, and closes everything. */
  stop(): Promise<void>;
}

/** Runs one service until SIGTERM or SIGINT; a second signal ends it at once. The process ends with it. */
export const run = (service: Service | Runnable): Promise<void> => runAll([service]);

/** Runs several in one process; each has its own port, connections, log and metrics. One that crashes ends them all. */
export async function runAll(services: readonly (Service | Runnable)[]): Promise<void> {
  const names = services.map(({ name }) => name);
  const log = createLog({ service: names.length === 1 ? names.join() : 'platform', instance: String(process.pid) });
  const starting = new AbortController();
  const asked = Promise.withResolvers<'stop'>();
  const askToStop = (signal: NodeJS.Signals): void => {
    if (starting.signal.aborted) process.exit(1);
    log.info({ signal }, `${signal}: ending`);
    starting.abort(new Error(`${signal} came before the start was over`));
    asked.resolve('stop');
  };
  process.on('SIGTERM', askToStop).on('SIGINT', askToStop);
  const crash = (failure: unknown): void => {
    log.error({ err: failure }, 'an error that nobody handles: the process ends');
    process.exit(1);
  };
  process.on('uncaughtException', crash).on('unhandledRejection', crash);

  const shared = services.length > 1;
  const starts = services.map((service) => runnable(service).start({ shared, signal: starting.signal }));
  const failed = Promise.all(starts).then(() => asked.promise);
  const outcome = await failed.catch((failure: unknown) => failure);
  const stopped = starting.signal.aborted;
  if (outcome !== 'stop' && !stopped) {
    log.error({ err: outcome }, `cannot start: ${outcome instanceof Error ? outcome.message : String(outcome)}`);
    starting.abort(new Error('another service could not start'));
  }
  const started = await Promise.allSettled(starts);
  await Promise.all(started.map(async (one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)));
  process.exit(outcome === 'stop' || stopped ? 0 : 1);
}

const runnable = (service: Service | Runnable): Runnable =>
  'start' in service
    ? service
    : {
        name: service.name,
        start: ({ shared, signal }) =>
          startInstance(service, { bootstrap: readBootstrap(service.name, { shared }), signal }),
      };
