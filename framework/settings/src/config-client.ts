/** Speaks to rs-config: settings by Spring Cloud Config's answer, and what an instance runs of them. */
import { addressOf, placeOf } from '@regards/core';
import type { Route } from '@regards/core';
import { routes } from '@regards/generated/rs-config/routes';
import { limits } from './limits.ts';

/** rs-config answered, and refused: waiting longer changes nothing. */
export class SettingsRefusedError extends Error {
  override readonly name = 'SettingsRefusedError';
}

export interface ConfigRequest {
  /** User and password may stand in it, as Spring's clients have them. */
  readonly url: string;
  readonly application: string;
  readonly profile: string;
  readonly label: string;
  readonly signal?: AbortSignal;
}

/** Settings as they are served. */
export interface Served {
  /** The commit that holds them; undefined where a server keeps no versions. */
  readonly version: string | undefined;
  /** The first of the sources has precedence, every value is a text. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * GET {url}/{application}/{profile}/{label}. Throws SettingsRefusedError on a 4xx answer, another error when there is
 * no usable answer (yet).
 */
export async function fetchSettings({ url, application, profile, label, signal }: ConfigRequest): Promise<Served> {
  const route = routes.getLabelledEnvironment;
  const body = await call(url, route, { application, profile, label }, { ms: limits.requestMs, signal });
  const version = isObject(body) && typeof body['version'] === 'string' ? body['version'] : undefined;
  return { version, values: merged(body) };
}

/** What an instance runs, as the contract has it. */
export interface Running {
  readonly version: string;
  /** The newest version that it has heard of. */
  readonly known: string;
  readonly waitingForRestart: readonly string[];
  readonly fromEnvironment: readonly string[];
  readonly refused?: string;
}

export interface FollowRequest {
  readonly url: string;
  readonly service: string;
  readonly instanceId: string;
  readonly running: Running;
  readonly token: string;
  readonly signal: AbortSignal;
}

/** Tells what runs; gives the newest version as soon as there is one other than the known one, or after a while. */
export async function followVersion({
  url,
  service,
  instanceId,
  running,
  token,
  signal,
}: FollowRequest): Promise<string> {
  const body = await call(
    url,
    routes.followSettings,
    { service, instanceId },
    { ms: routes.followSettings.timeoutMs, signal, token, body: running },
  );
  if (isObject(body) && typeof body['version'] === 'string') return body['version'];
  throw new Error(`${placeOf(url).url} tells of no version`);
}

async function call(
  url: string,
  route: Route,
  parameters: Readonly<Record<string, string>>,
  {
    ms,
    signal,
    token,
    body,
  }: {
    readonly ms: number;
    readonly signal?: AbortSignal | undefined;
    readonly token?: string;
    readonly body?: object;
  },
): Promise<unknown> {
  const place = placeOf(url);
  const address = `${place.url}${addressOf(route, parameters)}`;
  const authorization = token === undefined ? place.authorization : `Bearer ${token}`;
  const timeUp = AbortSignal.timeout(ms);
  const answer = await fetch(address, {
    method: route.method.toUpperCase(),
    headers: {
      accept: 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, timeUp]) : timeUp,
  });
  const text = await answer.text();
  if (answer.status >= 400 && answer.status < 500) {
    throw new SettingsRefusedError(`rs-config refuses ${address}: ${reasonOf(text) || answer.statusText}`);
  }
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return JSON.parse(text) as unknown;
}

/** Later sources only fill in what earlier ones leave open. */
function merged(body: unknown): Record<string, string> {
  const sources = isObject(body) && Array.isArray(body['propertySources']) ? body['propertySources'] : undefined;
  if (!sources) throw new Error('what answered is no configuration server: propertySources is missing');
  const values: Record<string, string> = {};
  for (const one of sources.toReversed()) {
    if (!isObject(one) || !isObject(one['source'])) continue;
    for (const [key, value] of Object.entries(one['source'])) values[key] = text(value);
  }
  return values;
}

function reasonOf(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) && Array.isArray(body['messages']) ? body['messages'].join(' ') : '';
  } catch {
    return '';
  }
}

/** Other servers than ours keep numbers and booleans of YAML files as they are. */
const text = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
