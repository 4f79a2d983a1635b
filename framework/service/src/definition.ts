/** A service as a value: its contract, and how it is built from its parts. */
import type { BoundSubscription, Contract, SettingsContract, Transport } from '@regards/core';
import type { JobPublications } from '@regards/jobs';
import { liveSettings } from '@regards/settings';
import type { CommonSettings } from './common-settings.ts';
import type { KeptContract } from './framework-operations.ts';
import type { JobSubscription } from './jobs.ts';
import type { Extras, Parts, Running } from './parts.ts';

/** A generated factory of a client, and the contract that it was made from. */
export interface ClientFactory {
  (transport: Transport): unknown;
  readonly provider?: { readonly service: string; readonly version: string };
}

/** Those of the clients a service uses, by the name it gives them. */
export type ClientFactories = Readonly<Record<string, ClientFactory>>;

export type ClientsOf<Factories extends ClientFactories> = {
  readonly [Name in keyof Factories]: ReturnType<Factories[Name]>;
};

export interface ServiceDefinition<
  Server,
  Subscriptions,
  Settings extends CommonSettings,
  Factories extends ClientFactories,
> {
  readonly contract: Contract<Server, Subscriptions, Settings> & KeptContract<Server>;
  /** `multitenant` works for every project, `instance` for the one virtual tenant `instance`. */
  readonly tenancy: 'multitenant' | 'instance';
  /** Folder of 0001-name.sql …, run in each tenant's schema; a service without it has no database. */
  readonly migrations?: URL;
  readonly clients?: Factories;
  /** What the contract calls the events of jobs, for a service that has any. */
  readonly jobs?: JobPublications;
  /** `rs-config` unless the service must do without it: then the environment alone. */
  readonly settingsFrom?: 'rs-config' | 'environment';
  /** Whether instances announce themselves in rs-registry: true unless said otherwise. */
  readonly registers?: boolean;
  /** Whether it finds others in rs-registry, though it does not wait for that: as `registers` unless said otherwise. */
  readonly finds?: boolean;
  /** Builds the service; the outside world is connected, nothing is served or consumed yet. */
  start(
    parts: Parts<Settings, ClientsOf<Factories>>,
  ): Running<NoInfer<Server>, NoInfer<Subscriptions>> | Promise<Running<NoInfer<Server>, NoInfer<Subscriptions>>>;
}

/** A service whose types are settled: what run(), runAll() and startService() take. */
export interface Service {
  readonly name: string;
  readonly version: string;
  readonly tenancy: 'multitenant' | 'instance';
  readonly migrations: URL | undefined;
  readonly jobs: JobPublications | undefined;
  readonly settingsFrom: 'rs-config' | 'environment';
  readonly registers: boolean;
  readonly finds: boolean;
  /** Versions of the contracts that its clients were made from, by service. */
  readonly needs: Readonly<Record<string, string>>;
  readonly contract: ErasedContract;
  /** Reads the settings, and gives what can be started with them. */
  readonly settings: SettingsContract<ConfiguredService>;
}

/** The part of a contract that does not depend on the types of its handlers. */
export type ErasedContract = Pick<
  Contract<unknown, unknown, unknown>,
  'name' | 'version' | 'routes' | 'document' | 'publications' | 'subscriptions'
>;

export interface ConfiguredService {
  readonly settings: CommonSettings;
  /** Takes over what is live of settings that were read later; gives the keys of what counts at the next start. */
  readonly take: (next: ConfiguredService) => readonly string[];
  start(
    parts: Omit<Parts<unknown, unknown>, 'settings' | 'clients'>,
    jobSubscription: JobSubscription,
  ): Promise<StartedService>;
}

export interface StartedService extends Extras {
  readonly rest: object;
  readonly bound: readonly BoundSubscription[];
}

/** Settles the types of a service; does nothing else. */
export function defineService<
  Server extends object,
  Subscriptions,
  Settings extends CommonSettings,
  Factories extends ClientFactories = Record<never, never>,
>(definition: ServiceDefinition<Server, Subscriptions, Settings, Factories>): Service {
  const { contract } = definition;
  return {
    name: contract.name,
    version: contract.version,
    tenancy: definition.tenancy,
    migrations: definition.migrations,
    jobs: definition.jobs,
    settingsFrom: definition.settingsFrom ?? 'rs-config',
    registers: definition.registers ?? true,
    finds: definition.finds ?? definition.registers ?? true,
    needs: needsOf(definition.clients ?? {}),
    contract,
    settings: {
      keys: contract.settings.keys,
      rules: contract.settings.rules,
      read(values) {
        const { settings, take } = liveSettings(contract.settings.read(values), contract.settings.rules);
        return {
          settings,
          // whoever reads them is this very contract
          take: (next) => take(next.settings as Settings),
          async start(parts, jobSubscription) {
            const clients = clientsOf(definition.clients, parts.transport);
            const running = await definition.start({ ...parts, settings, clients });
            // Omit and its opposite are no identity to the compiler
            const handlers = { ...running.subscriptions, ...jobSubscription } as Subscriptions;
            return { ...running, bound: contract.bind(handlers) };
          },
        };
      },
    },
  };
}

const needsOf = (factories: ClientFactories): Service['needs'] =>
  Object.fromEntries(
    Object.values(factories).flatMap(({ provider }) => (provider ? [[provider.service, provider.version]] : [])),
  );

const clientsOf = <Factories extends ClientFactories>(
  factories: Factories | undefined,
  transport: Transport,
): ClientsOf<Factories> =>
  // fromEntries forgets which name had which type
  Object.fromEntries(
    Object.entries(factories ?? {}).map(([name, make]) => [name, make(transport)]),
  ) as ClientsOf<Factories>;
