/** Starts an instance from values alone, as tests do: no environment is read, no signal is listened to. */
import type { Service } from './definition.ts';
import { startInstance } from './instance.ts';
import type { RunningInstance } from './instance.ts';
import type { Replacements } from './replacements.ts';

export interface ServiceOverrides extends Replacements {
  /** Settings by key; what is not given has its default. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Where it registers and looks for others; nowhere without. */
  readonly registryUrls?: readonly string[];
  /** Takes settings from these instances of rs-config too. */
  readonly configUrls?: readonly string[];
  readonly instanceId?: string;
  readonly port?: number;
  /** Keeps there what outlives a restart. */
  readonly stateFolder?: string;
  readonly signal?: AbortSignal;
}

/** An instance that is ready, with its address and what stops it. */
export function startService(service: Service, overrides: ServiceOverrides = {}): Promise<RunningInstance> {
  const { settings = {}, registryUrls = [], configUrls = [], stateFolder, ...others } = overrides;
  const { instanceId, port = 0, signal, ...replacements } = others;
  const environment = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value)]));
  return startInstance(service, {
    bootstrap: {
      configUrls,
      registryUrls,
      host: '127.0.0.1',
      port,
      instanceId: instanceId ?? `${service.name}:${crypto.randomUUID().slice(0, 8)}`,
      profile: 'production',
      label: 'regards-oss-backend',
      stateFolder,
      environment,
    },
    replacements,
    ...(signal ? { signal } : {}),
  });
}
