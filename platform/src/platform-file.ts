/** `.run/platform.json`: where everything is and how to get in, for scripts and for those who test from outside. */
import { accountsOf, demoTenant } from './accounts.ts';
import { virtualHosts, withVirtualHost } from './broker-setup.ts';
import { configUrlsOf, urlsOf } from './plan.ts';
import type { Plan } from './plan.ts';
import type { ProgramStatus } from './running.ts';
import type { Secrets } from './secrets.ts';

export interface PlatformDescription {
  readonly gateway: string;
  readonly registry: readonly string[];
  /** With which the platform's own names are registered: `http://user:password@host:port/eureka`. */
  readonly registryCredential: Plan['registryCredential'];
  /** With user and password, without which no settings are read. */
  readonly config: readonly string[];
  readonly amqp: { readonly instance: string; readonly multitenant: string; readonly management: string };
  readonly database: string;
  readonly oauthClient: { readonly id: string; readonly secret: string };
  readonly tenants: readonly string[];
  readonly accounts: ReturnType<typeof accountsOf>;
  readonly instances: readonly {
    readonly service: string;
    readonly id: string;
    readonly pid: number;
    readonly url: string;
  }[];
  readonly jwks: string;
  readonly expiredToken: string;
  readonly spareService: string;
}

export const oauthClientId = 'client';

export const describePlatform = (
  plan: Plan,
  secrets: Secrets,
  programs: readonly ProgramStatus[],
): PlatformDescription => ({
  gateway: urlsOf(plan, 'rs-gateway')[0] ?? '',
  registry: urlsOf(plan, 'rs-registry'),
  registryCredential: plan.registryCredential,
  config: configUrlsOf(plan),
  amqp: {
    instance: withVirtualHost(plan.broker.url, virtualHosts.instance),
    multitenant: withVirtualHost(plan.broker.url, virtualHosts.multitenant),
    management: plan.broker.managementUrl,
  },
  database: plan.database.url,
  oauthClient: { id: oauthClientId, secret: secrets['oauth-client'] },
  tenants: [demoTenant],
  accounts: accountsOf(secrets),
  instances: programs.flatMap(({ process: identity, served }) =>
    identity ? served.map((one) => ({ ...one, pid: identity.pid })) : [],
  ),
  jwks: 'rs-authentication/.well-known/jwks.json',
  expiredToken: plan.expiredToken,
  // a service of REGARDS that this platform does not have yet: the gateway routes to whoever registers under its name
  spareService: 'rs-notifier',
});
