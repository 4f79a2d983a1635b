// Generated from contracts/rs-registry/schemas — do not edit.
export type { Problem } from '../common/types.ts';

/** A service with its instances. */
export interface Application {
  /** Name of the service in upper case. */
  name: string;
  /**
   * Its instances.
   *
   * @maxItems 10000
   */
  instance: Instance[];
}

/** One service. */
export interface ApplicationAnswer {
  application: Application;
}

/** Services with their instances. */
export interface Applications {
  /** A constant of the protocol. */
  versions__delta: string;
  /** STATE_count_ for each state in order, such as UP_3_. */
  apps__hashcode: string;
  /**
   * The services.
   *
   * @maxItems 1000
   */
  application: Application[];
}

/** Services with their instances. */
export interface ApplicationsAnswer {
  applications: Applications;
}

/** One instance of a service, as it registered; members that are not named here come back as they were sent. */
export interface Instance {
  /** Unique within the service; the host's name when absent. */
  instanceId?: string;
  /** Name of the service; given back in upper case. */
  app: string;
  /** Where the instance is reached. */
  hostName: string;
  /** Its IP address. */
  ipAddr?: string | null;
  /** Virtual addresses, separated by commas. */
  vipAddress?: string | null;
  /** The same for TLS. */
  secureVipAddress?: string | null;
  port?: Port;
  securePort?: Port;
  status?: InstanceStatus;
  overriddenStatus?: InstanceStatus;
  /** Where it runs; Java clients insist on it. */
  dataCenterInfo?: {
    [k: string]: unknown;
  };
  leaseInfo?: LeaseInfo;
  /** Its home page. */
  homePageUrl?: string | null;
  /** A page about its state. */
  statusPageUrl?: string | null;
  /** Where its health is told. */
  healthCheckUrl?: string | null;
  /** Whatever else it tells of itself. */
  metadata?: {
    [k: string]: unknown;
  } | null;
  /** When the registry last changed the entry; a text of epoch milliseconds. */
  lastUpdatedTimestamp?: string | number;
  /** When the instance last changed itself; a text of epoch milliseconds. */
  lastDirtyTimestamp?: string | number;
  /** What happened to it last. */
  actionType?: 'ADDED' | 'MODIFIED' | 'DELETED' | null;
  [k: string]: unknown;
}

/** One instance. */
export interface InstanceAnswer {
  instance: Instance;
}

/** Callers are sent to instances that are UP alone. */
export type InstanceStatus = 'UP' | 'DOWN' | 'STARTING' | 'OUT_OF_SERVICE' | 'UNKNOWN';

/** The lease of an instance; times are epoch milliseconds. */
export interface LeaseInfo {
  /** How often heartbeats come. */
  renewalIntervalInSecs?: number;
  /** How long the lease lasts after a heartbeat. */
  durationInSecs?: number;
  /** When the instance registered. */
  registrationTimestamp?: number;
  /** When its last heartbeat came. */
  lastRenewalTimestamp?: number;
  /** When it was taken out; 0 while it lives. */
  evictionTimestamp?: number;
  /** When it was UP for the first time. */
  serviceUpTimestamp?: number;
}

/** A port, and whether it is open. */
export interface Port {
  /** The number. */
  $: number | string;
  /** Whether it is open: true or false. */
  '@enabled': string | boolean;
}

/** What an instance registers with. */
export interface Registration {
  instance: Instance;
}

/** The same as XML, for clients that ask for it or for nothing at all. */
export type Xml = string;
