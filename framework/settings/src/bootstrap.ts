/** The one reader of the environment: what an instance must know before it can ask anyone else. */

export type Environment = Readonly<Record<string, string>>;

/** The variables of this process that are set. */
export const readEnvironment = (): Environment =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

export interface Bootstrap {
  /** Addresses of the instances of rs-config; without one the environment alone gives the settings. */
  readonly configUrls: readonly string[];
  /** Addresses of the registries, without /eureka; empty where an instance neither registers nor looks. */
  readonly registryUrls: readonly string[];
  /** Where the instance listens, and under which address others reach it. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Name of the instance in the registry, such as rs-fem:1. */
  readonly instanceId: string;
  readonly profile: string;
  readonly label: string;
  /** Folder for what outlives a restart, such as the last good settings; none is kept without it. */
  readonly stateFolder: string | undefined;
  /** All variables, of which each may give a setting (regards.fem.batch.size → REGARDS_FEM_BATCH_SIZE). */
  readonly environment: Environment;
}

/** Thrown when a variable makes no sense; names it. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Reads what an instance of `service` starts from. REGARDS_PORT and REGARDS_HOST may be given for one service alone,
 * as REGARDS_RS_CONFIG_PORT, so that several can share a process and its environment; `shared` says they do: then only
 * that form counts.
 */
export function readBootstrap(service: string, { environment = readEnvironment(), shared = false } = {}): Bootstrap {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const own = (name: string): string | undefined =>
    given(`REGARDS_${variableName(service)}_${name}`) ?? (shared ? undefined : given(`REGARDS_${name}`));
  return {
    configUrls: addresses(given('REGARDS_CONFIG_URL')),
    registryUrls: addresses(given('REGARDS_REGISTRY_URLS')).map((url) => url.replace(/\/eureka$/, '')),
    host: own('HOST') ?? given('REGARDS_HOST') ?? '127.0.0.1',
    port: portOf(own('PORT')),
    instanceId: instanceId(service, own('INSTANCE_ID')),
    profile: given('REGARDS_PROFILE') ?? 'production',
    label: given('REGARDS_LABEL') ?? 'regards-oss-backend',
    stateFolder: given('REGARDS_STATE_FOLDER'),
    environment,
  };
}

/** rs-fem → RS_FEM, regards.fem.batch.size → REGARDS_FEM_BATCH_SIZE. */
export const variableName = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, '_').toUpperCase();

/** Addresses between commas, without slashes at their ends. */
const addresses = (text = ''): string[] =>
  text
    .split(',')
    .map((url) => url.trim().replace(/\/+$/, ''))
    .filter((url) => url !== '');

function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (Number.isSafeInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new EnvironmentError(`REGARDS_PORT is no port: ${text}`);
}

/** Two instances must not have one id, or they overwrite each other in the registry. */
function instanceId(service: string, given: string | undefined): string {
  if (given === undefined) return `${service}:${crypto.randomUUID().slice(0, 8)}`;
  return given.startsWith(`${service}:`) ? given : `${service}:${given}`;
}
