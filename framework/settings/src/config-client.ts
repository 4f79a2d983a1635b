/** Reads Spring Cloud Config's answer: one request, its sources merged. */
import { addressOf } from '@regards/core';
import { routes } from '@regards/generated/rs-config/routes';
import { limits } from './limits.ts';

/** rs-config answered, and refused: waiting longer changes nothing. */
export class SettingsRefusedError extends Error {
  override readonly name = 'SettingsRefusedError';
}

export interface ConfigRequest {
  readonly url: string;
  readonly application: string;
  readonly profile: string;
  readonly label: string;
  readonly signal?: AbortSignal;
}

/**
 * GET {url}/{application}/{profile}/{label}; the first of the sources has precedence, every value is a text.
 * Throws SettingsRefusedError on a 4xx answer, another error when there is no usable answer (yet).
 */
export async function fetchSettings({
  url,
  application,
  profile,
  label,
  signal,
}: ConfigRequest): Promise<Record<string, string>> {
  const address = `${url}${addressOf(routes.getLabelledEnvironment, { application, profile, label })}`;
  const timeUp = AbortSignal.timeout(limits.requestMs);
  const answer = await fetch(address, {
    headers: { accept: 'application/json' },
    signal: signal ? AbortSignal.any([signal, timeUp]) : timeUp,
  });
  const text = await answer.text();
  if (answer.status >= 400 && answer.status < 500) {
    throw new SettingsRefusedError(`rs-config refuses ${address}: ${reasonOf(text) || answer.statusText}`);
  }
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return merged(JSON.parse(text));
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
