/** What was asked of `make up`, by variables of the environment. */
import type { Environment } from '@regards/settings';
import { PlatformFailure } from './failure.ts';
import { readInstanceCounts } from './plan.ts';
import type { Layout, ServiceName } from './plan.ts';

export interface UpRequest {
  readonly layout: Layout;
  readonly counts: ReadonlyMap<ServiceName, number>;
  /** Servers that someone else runs. */
  readonly databaseUrl: string | undefined;
  readonly broker: { readonly url: string; readonly managementUrl: string } | undefined;
  /** Whether the demo project and its products are wanted. */
  readonly demo: boolean;
  /** Whether the gateway is given a certificate. */
  readonly isGatewaySecure: boolean;
}

/** Throws PlatformFailure with the variable that makes no sense. */
export function readRequest(environment: Environment): UpRequest {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const layout = given('LAYOUT') ?? 'processes';
  if (layout !== 'processes' && layout !== 'compact')
    throw new PlatformFailure(`LAYOUT: \`${layout}\` is neither processes nor compact`);
  return {
    layout,
    counts: readInstanceCounts(given('INSTANCES') ?? ''),
    databaseUrl: address('REGARDS_DATABASE_URL', given('REGARDS_DATABASE_URL'), ['postgres:', 'postgresql:']),
    broker: readBroker(given),
    demo: given('DEMO') !== 'no',
    isGatewaySecure: given('REGARDS_GATEWAY_TLS_CERTIFICATE') !== undefined,
  };
}

function readBroker(given: (name: string) => string | undefined): UpRequest['broker'] {
  const url = address('REGARDS_AMQP_URL', given('REGARDS_AMQP_URL'), ['amqp:', 'amqps:']);
  const managementUrl = address('REGARDS_AMQP_MANAGEMENT_URL', given('REGARDS_AMQP_MANAGEMENT_URL'), [
    'http:',
    'https:',
  ]);
  if (url === undefined && managementUrl === undefined) return undefined;
  if (url !== undefined && managementUrl !== undefined) return { url, managementUrl };
  throw new PlatformFailure(
    'REGARDS_AMQP_URL and REGARDS_AMQP_MANAGEMENT_URL belong together: name both, or neither for a broker of our own',
  );
}

function address(name: string, text: string | undefined, protocols: readonly string[]): string | undefined {
  if (text === undefined) return undefined;
  const protocol = URL.canParse(text) ? new URL(text).protocol : undefined;
  if (protocol !== undefined && protocols.includes(protocol)) return text.replace(/\/+$/, '');
  throw new PlatformFailure(`${name} is no address that begins with ${protocols.join('// or ')}//`);
}
