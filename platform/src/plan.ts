/** What will run, where, and on which servers: decided by `make up`, read by the supervisor. */
import { readFile } from 'node:fs/promises';
import type { Folders } from './folders.ts';
import { writeWhole } from './files.ts';
import { PlatformFailure } from './failure.ts';

/** In the order in which they are started. Those that keep something in the database have an account there. */
export const services = [
  { name: 'rs-config', folder: 'services/rs-config', port: 9031, instances: 1, keeps: false },
  { name: 'rs-registry', folder: 'services/rs-registry', port: 9032, instances: 1, keeps: true },
  { name: 'rs-admin-instance', folder: 'services/rs-admin-instance', port: undefined, instances: 1, keeps: true },
  { name: 'rs-authentication', folder: 'services/rs-authentication', port: undefined, instances: 1, keeps: false },
  { name: 'rs-admin', folder: 'services/rs-admin', port: undefined, instances: 1, keeps: true },
  { name: 'rs-dam', folder: 'services/rs-dam', port: undefined, instances: 1, keeps: true },
  { name: 'rs-fem', folder: 'services/rs-fem', port: undefined, instances: 2, keeps: true },
  { name: 'rs-catalog', folder: 'services/rs-catalog', port: undefined, instances: 2, keeps: true },
  { name: 'rs-gateway', folder: 'gateway', port: 8080, instances: 1, keeps: false },
] as const;

export type ServiceName = (typeof services)[number]['name'];
/** A service with an account of the database. */
export type KeepingService = Extract<(typeof services)[number], { readonly keeps: true }>['name'];
export type Layout = 'processes' | 'compact';

export interface Instance {
  readonly service: ServiceName;
  readonly id: string;
  readonly port: number;
  /** Whether it speaks TLS; plain HTTP where missing. */
  readonly isSecure?: boolean;
}

export interface Plan {
  readonly layout: Layout;
  readonly instances: readonly Instance[];
  /** As its administrator; `own` is there when the platform runs the server itself. */
  readonly database: { readonly url: string; readonly own?: { readonly folder: string; readonly port: number } };
  readonly broker: {
    readonly url: string;
    readonly managementUrl: string;
    readonly own?: {
      readonly folder: string;
      readonly ports: {
        readonly amqp: number;
        readonly management: number;
        readonly distribution: number;
        readonly names: number;
      };
    };
  };
  /** A token of the platform that has run out, for those who test that such are refused. */
  readonly expiredToken: string;
  /** With which the platform's own services register. */
  readonly registryCredential: { readonly user: string; readonly password: string };
  /** With which settings are read. */
  readonly configCredential: { readonly user: string; readonly password: string };
}

/** Reads `rs-fem=3 gateway=2`. Throws PlatformFailure when a word is not of this form or names no service. */
export function readInstanceCounts(text: string): ReadonlyMap<ServiceName, number> {
  const counts = new Map<ServiceName, number>(services.map(({ name, instances }) => [name, instances]));
  for (const word of text.split(/[\s,]+/).filter((one) => one !== '')) {
    const [, name, count] = /^([a-z-]+)=([1-9]\d?)$/.exec(word) ?? [];
    const known = services.find((service) => service.name === name || service.name === `rs-${name}`);
    if (!known) {
      const names = services.map((service) => service.name).join(', ');
      throw new PlatformFailure(
        `INSTANCES: \`${word}\` is not NAME=COUNT with COUNT from 1 to 99 and NAME one of ${names}`,
      );
    }
    counts.set(known.name, Number(count));
  }
  return counts;
}

/** Names and wished ports of all instances; one each in the compact layout, where a second would share the process. */
export function wishedInstances(
  layout: Layout,
  counts: ReadonlyMap<ServiceName, number>,
): { service: ServiceName; id: string; wish: number | undefined }[] {
  return services.flatMap(({ name, port }) =>
    Array.from({ length: layout === 'compact' ? 1 : (counts.get(name) ?? 1) }, (_, index) => ({
      service: name,
      id: `${name}:${index + 1}`,
      wish: port === undefined ? undefined : port + index * 10,
    })),
  );
}

export const urlOf = ({ port, isSecure = false }: Pick<Instance, 'port' | 'isSecure'>): string =>
  `http${isSecure ? 's' : ''}://127.0.0.1:${port}`;

/** Addresses of all instances of a service. */
export const urlsOf = (plan: Plan, service: ServiceName): string[] =>
  plan.instances.filter((instance) => instance.service === service).map(urlOf);

/** The same with the credential of the platform's own services, as clients of Eureka and Spring have it in an address. */
const knownUrlsOf = (plan: Plan, service: ServiceName, { user, password }: Plan['registryCredential']): string[] =>
  urlsOf(plan, service).map((url) => url.replace('://', `://${user}:${password}@`));

export const registryUrlsOf = (plan: Plan): string[] => knownUrlsOf(plan, 'rs-registry', plan.registryCredential);

export const configUrlsOf = (plan: Plan): string[] => knownUrlsOf(plan, 'rs-config', plan.configCredential);

export const writePlan = (folders: Folders, plan: Plan): Promise<void> =>
  writeWhole(folders.planFile, `${JSON.stringify(plan, undefined, 2)}\n`);

/** The plan that `make up` wrote. */
export async function readPlan(folders: Folders): Promise<Plan> {
  // written by writePlan alone, a moment ago, by the same code
  return JSON.parse(await readFile(folders.planFile, 'utf8')) as Plan;
}

/** The services with an account of the database. */
export const keepingServices = services
  .filter(({ keeps }) => keeps)
  .map(({ name }) => name) as readonly KeepingService[];
