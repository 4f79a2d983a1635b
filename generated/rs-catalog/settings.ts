// Generated from contracts/rs-catalog/settings.yaml — do not edit.
import { settingsContract } from '@regards/core';

/** Settings of rs-catalog. */
export interface RsCatalogSettings {
  /** Address of the PostgreSQL database, user and password included. */
  readonly 'regards.database.url': string;
  /** Connections of one instance to the database. */
  readonly 'regards.database.pool.max': number;
  /** Runs of a transaction that conflicts with others before it is given up. */
  readonly 'regards.database.attempts': number;
  /** Address of the virtual host of instance events. */
  readonly 'regards.amqp.instance.url': string;
  /** Address of the virtual host of all projects. */
  readonly 'regards.amqp.multitenant.url': string;
  /** Hours for which handled messages are remembered */
  readonly 'regards.amqp.inbox.hours': number;
  /** Who issues the tokens of this platform. */
  readonly 'regards.security.issuer': string;
  /** File with the private key (PEM) that services sign their own tokens with. */
  readonly 'regards.security.service.key': string;
  /** From which level on is logged. */
  readonly 'regards.log.level': 'debug' | 'info' | 'warn' | 'error';
  /** Bytes a request body may have. */
  readonly 'regards.http.body.limit': number;
  /** Whether answers are held to the contract too. */
  readonly 'regards.http.validate.responses': boolean;
  /** Milliseconds that requests and messages under way get at the end. */
  readonly 'regards.drain.ms': number;
  /**
   * Addresses or networks (CIDR) at which no instance may register, and where none is called, whatever a name
   * leads to by then. Without a setting those of links, groups and nobody; add 127.0.0.0/8 and ::1 where instances
   * run on several machines.
   */
  readonly 'regards.registry.refused.networks': readonly string[];
  /** Public address of the gateway for links, where no forwarded header tells it. */
  readonly 'regards.gateway.public.url': string;
  /** Jobs that one instance runs at a time. REGARDS has 10 in its code and 2 where it is deployed. */
  readonly 'regards.jobs.pool.size': number;
  /** Milliseconds between two looks for jobs to run. */
  readonly 'regards.jobs.scan.delay': number;
  /** Days after which a job that succeeded is forgotten. */
  readonly 'regards.jobs.succeeded.retention.days': number;
  /** Days after which a job that failed or was stopped is forgotten. */
  readonly 'regards.jobs.failed.retention.days': number;
  /** Products read at once from the feature manager by a rebuild. */
  readonly 'regards.catalog.rebuild.page.size': number;
  /**
   * What identifies an item where the engine's configuration does not say: the product's URN,
   * providerId@tenant:uuid:Vn, or the provider's own identifier of its last version.
   */
  readonly 'regards.catalog.item.identifier': 'URN' | 'READABLE' | 'PROVIDER';
}

/** Reads and checks the settings of rs-catalog. */
export const rsCatalogSettings = settingsContract<RsCatalogSettings>({
  'regards.database.url': { type: 'string', default: '', secret: true },
  'regards.database.pool.max': { type: 'integer', minimum: 1, maximum: 100, default: 5 },
  'regards.database.attempts': { type: 'integer', minimum: 1, maximum: 50, default: 8 },
  'regards.amqp.instance.url': { type: 'string', default: '', secret: true },
  'regards.amqp.multitenant.url': { type: 'string', default: '', secret: true },
  'regards.amqp.inbox.hours': { type: 'integer', minimum: 1, maximum: 8760, default: 24 },
  'regards.security.issuer': { type: 'string', default: 'regards' },
  'regards.security.service.key': { type: 'string', default: '' },
  'regards.log.level': { type: 'string', values: ['debug', 'info', 'warn', 'error'], default: 'info', live: true },
  'regards.http.body.limit': { type: 'integer', minimum: 1024, default: 104857600 },
  'regards.http.validate.responses': { type: 'boolean', default: false },
  'regards.drain.ms': { type: 'integer', minimum: 0, default: 10000 },
  'regards.registry.refused.networks': {
    type: 'array',
    default: ['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '::/128', 'fe80::/10', 'ff00::/8'],
  },
  'regards.gateway.public.url': { type: 'string', default: '' },
  'regards.jobs.pool.size': { type: 'integer', minimum: 1, maximum: 100, default: 3 },
  'regards.jobs.scan.delay': { type: 'integer', minimum: 50, default: 1000 },
  'regards.jobs.succeeded.retention.days': { type: 'integer', minimum: 1, default: 1 },
  'regards.jobs.failed.retention.days': { type: 'integer', minimum: 1, default: 30 },
  'regards.catalog.rebuild.page.size': { type: 'integer', minimum: 1, maximum: 10000, default: 1000 },
  'regards.catalog.item.identifier': { type: 'string', values: ['URN', 'READABLE', 'PROVIDER'], default: 'URN' },
});
