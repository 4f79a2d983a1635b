// Generated from contracts/rs-config/settings.yaml — do not edit.
import { settingsContract } from '@regards/core';

/** Settings of rs-config; it takes them from its environment alone. */
export interface RsConfigSettings {
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
  /** Folder of the label folders. */
  readonly 'regards.config.folder': string;
  /** The label of those who name none. */
  readonly 'regards.config.label': string;
  /**
   * Folder of the Git repository that keeps every version; `.git` in the folder of the label folders without. All
   * instances of rs-config share it and the folder.
   */
  readonly 'regards.config.repository': string;
  /**
   * Who may read which services' settings, passwords among them: `user:password:names` each, the names between
   * `|`, with `*` for any letters. Clients show user and password in the address, as Spring's do.
   */
  readonly 'regards.config.credentials': readonly string[];
  /** Names that no credential reserves and whose settings anybody may read, with `*` for any letters; none without. */
  readonly 'regards.config.open.names': readonly string[];
}

/** Reads and checks the settings of rs-config. */
export const rsConfigSettings = settingsContract<RsConfigSettings>({
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
  'regards.config.folder': { type: 'string', default: 'config' },
  'regards.config.label': { type: 'string', default: 'regards-oss-backend' },
  'regards.config.repository': { type: 'string', default: '' },
  'regards.config.credentials': { type: 'array', default: [], secret: true },
  'regards.config.open.names': { type: 'array', default: [] },
});
