/** Writes the folder that rs-config serves: a file for all services, and one for each that has settings of its own. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { rootLogin } from './accounts.ts';
import { virtualHosts, withVirtualHost } from './broker-setup.ts';
import type { Folders } from './folders.ts';
import { writeWhole } from './files.ts';
import { keepingServices, services } from './plan.ts';
import type { Plan } from './plan.ts';
import { oauthClientId } from './platform-file.ts';
import { secretFile } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import { serviceDatabaseUrl } from './walls.ts';

/** The label services ask for unless told otherwise. */
const label = 'regards-oss-backend';

/** Nobody else registers under the names of the platform's own services. */
const registryCredential = ({ registryCredential: { user, password } }: Plan): string =>
  `${user}:${password}:${services.map(({ name }) => name).join('|')}`;

type Properties = Readonly<Record<string, string>>;

/** The settings by file name, `application` being common to all. */
export const configurationOf = (
  plan: Plan,
  secrets: Secrets,
  folders: Folders,
): Readonly<Record<string, Properties>> => {
  const files = { ...commonly(plan, folders), ...ofServices(plan, secrets, folders) };
  const databases = keepingServices.map((service) => [
    service,
    { ...files[service], 'regards.database.url': serviceDatabaseUrl(plan, secrets, service) },
  ]);
  // fromEntries forgets the names
  return { ...files, ...(Object.fromEntries(databases) as Record<string, Properties>) };
};

const commonly = (plan: Plan, folders: Folders): Readonly<Record<string, Properties>> => ({
  application: {
    // a dozen instances share one small database: connections cost it more than waiting costs them
    'regards.database.pool.max': '3',
    'regards.amqp.instance.url': withVirtualHost(plan.broker.url, virtualHosts.instance),
    'regards.amqp.multitenant.url': withVirtualHost(plan.broker.url, virtualHosts.multitenant),
    'regards.security.service.key': secretFile(folders, 'service-key.pem'),
    'regards.accounts.root.user.login': rootLogin,
  },
});

const ofServices = (plan: Plan, secrets: Secrets, folders: Folders): Readonly<Record<string, Properties>> => ({
  'rs-admin-instance': { 'regards.accounts.root.user.password': secrets.root },
  // names of other services are free here, as on every machine of a developer; docs/operations.md closes them
  'rs-registry': { 'regards.registry.credentials': registryCredential(plan) },
  'rs-admin': { 'regards.accounts.root.user.login': rootLogin },
  'rs-authentication': {
    'regards.authentication.client.user': oauthClientId,
    'regards.authentication.client.secret': secrets['oauth-client'],
    'regards.security.signing.key': secretFile(folders, 'token-key.pem'),
  },
  // a proxy in front of the demo, such as a TLS terminator, runs on this machine
  'rs-gateway': { 'regards.gateway.trusted.proxies': '127.0.0.1' },
  'rs-fem': { 'regards.database.pool.max': '5' },
  // the demo shows the identifiers that its products came with
  'rs-catalog': { 'regards.catalog.item.identifier': 'PROVIDER', 'regards.database.pool.max': '5' },
});

/** Writes every file anew; what people want changed they say by environment variables, which win. */
export async function writeConfiguration(plan: Plan, secrets: Secrets, folders: Folders): Promise<void> {
  const folder = path.join(folders.config, label);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, properties] of Object.entries(configurationOf(plan, secrets, folders))) {
    const lines = Object.entries(properties).map(([key, value]) => `${key}=${value}\n`);
    await writeWhole(path.join(folder, `${name}.properties`), `# written by make up\n${lines.join('')}`);
  }
}
