/** Turns what was asked into a plan: draws ports, finds folders, keeps what was decided before where it still fits. */
import path from 'node:path';
import { mintToken } from '@regards/security';
import { demoTenant, rootLogin } from './accounts.ts';
import { brokerUrl, managementUrl } from './broker.ts';
import { databaseUrl } from './database.ts';
import type { Folders } from './folders.ts';
import { readPlan, wishedInstances } from './plan.ts';
import type { Plan } from './plan.ts';
import { choosePorts } from './ports.ts';
import type { UpRequest } from './request.ts';
import type { Secrets } from './secrets.ts';
import { brokerPlan, databasePlan } from './server-programs.ts';
import { dataFolder, databaseUser } from './system-user.ts';

/** As whom the platform's own services register, and read their settings. */
const registryUser = 'regards';

/** Names of our own servers' ports among those of the instances. */
const serverPorts = ['postgresql', 'amqp', 'management', 'distribution', 'names'] as const;

/** A plan for the request. Addresses stay the same from one start to the next as long as their ports are free. */
export async function decide(request: UpRequest, secrets: Secrets, folders: Folders): Promise<Plan> {
  const former = await readPlan(folders).catch(() => undefined); // there is none at the first start
  const wished = wishedInstances(request.layout, request.counts);
  const ports = await choosePorts(
    new Map([
      ...wished.map(({ id, wish }) => [id, former?.instances.find((one) => one.id === id)?.port ?? wish] as const),
      ...serverPorts.map((name) => [name, formerPort(former, name)] as const),
    ]),
  );
  const port = (name: string): number => ports.get(name) ?? 0;
  return {
    layout: request.layout,
    instances: wished.map(({ service, id }) => ({
      service,
      id,
      port: port(id),
      ...(service === 'rs-gateway' && request.isGatewaySecure ? { isSecure: true } : {}),
    })),
    database:
      request.databaseUrl === undefined
        ? await ownDatabase(port('postgresql'), secrets, folders)
        : { url: request.databaseUrl },
    broker: request.broker ?? ownBroker(port, secrets, folders),
    expiredToken: await expiredToken(secrets),
    registryCredential: { user: registryUser, password: secrets.registry },
    configCredential: { user: registryUser, password: secrets.config },
  };
}

function formerPort(former: Plan | undefined, name: (typeof serverPorts)[number]): number | undefined {
  return name === 'postgresql' ? former?.database.own?.port : former?.broker.own?.ports[name];
}

async function ownDatabase(port: number, secrets: Secrets, folders: Folders): Promise<Plan['database']> {
  const user = await databaseUser();
  const own = { folder: await dataFolder(path.join(folders.data, 'postgresql'), folders.outside, user), port };
  return { url: databaseUrl(databasePlan(own, secrets, user)), own };
}

function ownBroker(port: (name: string) => number, secrets: Secrets, folders: Folders): Plan['broker'] {
  const ports = {
    amqp: port('amqp'),
    management: port('management'),
    distribution: port('distribution'),
    names: port('names'),
  };
  const own = { folder: path.join(folders.data, 'rabbitmq'), ports };
  const plan = brokerPlan(own, secrets);
  return { url: brokerUrl(plan), managementUrl: managementUrl(plan), own };
}

/** Signed as rs-authentication would, and out of time for an hour. */
async function expiredToken(secrets: Secrets): Promise<string> {
  const hour = 3_600;
  const now = Math.floor(Date.now() / 1000);
  return mintToken({
    privateKeyPem: secrets['token-key.pem'],
    issuer: 'regards',
    claims: { tenant: demoTenant, role: 'PROJECT_ADMIN', sub: rootLogin, email: rootLogin },
    issuedAt: now - 2 * hour,
    expiresAt: now - hour,
  });
}
