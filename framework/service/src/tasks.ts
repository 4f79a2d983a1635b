/** Runs tasks for each tenant, with a rest in between, never overlapping; a failure is told and the next run comes. */
import type { Log } from '@regards/core';
import { limits } from './limits.ts';
import type { Task } from './parts.ts';

export interface TaskRunner {
  /** Runs for these tenants from now on, and for no others; a run of another one is told to end. */
  setTenants(tenants: readonly string[]): void;
  wake(task: string, tenant?: string): void;
  /** Tells every run to end, and resolves when they have. */
  stop(): Promise<void>;
}

export interface TaskLog extends Log {
  within<T>(context: { tenant?: string; correlationId?: string }, work: () => T): T;
}

/** Nothing runs before setTenants(). */
export function createTaskRunner(tasks: readonly Task[], log: TaskLog): TaskRunner {
  const turns = new Map<string, Turn[]>();
  const ending = new Set<Promise<void>>();
  let stopped = false;

  const leave = (tenant: string): void => {
    for (const turn of turns.get(tenant) ?? []) {
      const ended = turn.stop().finally(() => ending.delete(ended));
      ending.add(ended);
    }
    turns.delete(tenant);
  };

  return {
    setTenants(tenants) {
      if (stopped) return;
      for (const tenant of turns.keys()) if (!tenants.includes(tenant)) leave(tenant);
      for (const tenant of tenants) {
        if (!turns.has(tenant))
          turns.set(
            tenant,
            tasks.map((task) => new Turn(task, tenant, log)),
          );
      }
    },
    wake(task, tenant) {
      if (!tasks.some(({ name }) => name === task)) throw new Error(`there is no task ${task}`);
      for (const [name, own] of turns) {
        if (tenant === undefined || tenant === name) own.find((turn) => turn.task.name === task)?.wake();
      }
    },
    async stop() {
      stopped = true;
      for (const tenant of turns.keys()) leave(tenant);
      await Promise.all(ending);
    },
  };
}

/**
 * One task for one tenant.
 *
 *   resting ──time is up, wake()──▶ running ──end, failure──▶ resting
 *                                      └─────woken meanwhile──▶ running again
 */
class Turn {
  readonly task: Task;
  readonly #tenant: string;
  readonly #log: TaskLog;
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #wanted = false;

  constructor(task: Task, tenant: string, log: TaskLog) {
    this.task = task;
    this.#tenant = tenant;
    this.#log = log;
    this.#rest(Math.random() * Math.min(task.everyMs, limits.firstRunMs));
  }

  wake(): void {
    this.#wanted = true;
    this.#run();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#ending.abort(new Error(`the task ${this.task.name} ends`));
    await this.#running;
  }

  #rest(restMs: number): void {
    if (!this.#ending.signal.aborted) this.#timer = setTimeout(() => this.#run(), restMs);
  }

  #run(): void {
    if (this.#running || this.#ending.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#wanted = false;
    this.#running = this.#once().finally(() => {
      this.#running = undefined;
      const jitter = 1 + limits.jitter * (2 * Math.random() - 1);
      this.#rest(this.#wanted ? 0 : this.task.everyMs * jitter);
    });
  }

  async #once(): Promise<void> {
    const { signal } = this.#ending;
    try {
      await this.#log.within({ tenant: this.#tenant }, () => this.task.run(this.#tenant, signal));
    } catch (failure) {
      if (!signal.aborted)
        this.#log.error(
          { err: failure, task: this.task.name, tenant: this.#tenant },
          `the task ${this.task.name} failed; it runs again`,
        );
    }
  }
}
