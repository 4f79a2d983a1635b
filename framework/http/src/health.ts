/**
 * Health of an instance: alive as long as it answers, ready while it is started, not closing and all it needs is
 * there.
 */
import { defaults } from './defaults.ts';
import type { Health, HealthComponent, HealthReport } from './ports.ts';

/** Looks after one thing the service needs; what it throws makes the service DOWN, its details are shown. */
export type HealthCheck = () => Promise<Readonly<Record<string, unknown>> | void>;

export interface HealthSwitch extends Health {
  /** Whether this instance wants calls: not before it has started, not any more once it closes. */
  setAccepting(accepting: boolean): void;
}

/** `checks` by the name under which they are shown, such as db or rabbit; they count for readiness only. */
export function createHealth(checks: Readonly<Record<string, HealthCheck>> = {}): HealthSwitch {
  let accepting = false;
  return {
    setAccepting: (now) => {
      accepting = now;
    },
    liveness: async () => ({ status: 'UP' }),
    readiness: async () => {
      const components = Object.fromEntries(
        await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await looked(check)] as const)),
      );
      return { status: overall(accepting, components), components };
    },
  };
}

function overall(accepting: boolean, components: Readonly<Record<string, HealthComponent>>): HealthReport['status'] {
  if (!accepting) return 'OUT_OF_SERVICE';
  return Object.values(components).every(({ status }) => status === 'UP') ? 'UP' : 'DOWN';
}

async function looked(check: HealthCheck): Promise<HealthComponent> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`No answer within ${defaults.healthCheckMs} ms.`)),
    defaults.healthCheckMs,
  );
  try {
    const details = await Promise.race([check(), late.promise]);
    return { status: 'UP', ...(details ? { details } : {}) };
  } catch (error) {
    // Only the kind of error: its message may hold an address with a password.
    return { status: 'DOWN', details: { error: error instanceof Error ? error.name : 'Error' } };
  } finally {
    clearTimeout(timer);
  }
}
