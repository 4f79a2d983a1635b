// Generated from contracts/rs-gateway/settings.yaml — do not edit.
import { settingsContract } from '@regards/core';

/** Settings of the gateway. */
export interface RsGatewaySettings {
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
  /** Origins whose pages may call, regular expressions with commas between them, or `*` for all as in REGARDS. */
  readonly 'regards.cors.requests.authorized.clients.addresses': string;
  /**
   * Proxies in front of the gateway whose X-Forwarded headers are believed: addresses or networks (CIDR) with
   * commas between them.
   */
  readonly 'regards.gateway.trusted.proxies': string;
  /** Bytes a file may have that is sent up, or the body of a request to a service without a contract here. */
  readonly 'regards.gateway.upload.limit': number;
  /** Requests a minute that all users of a project together may make, at all gateways together; 0 for any number. */
  readonly 'regards.gateway.rate.tenant': number;
  /** The same of one user of a project, and of one address without a token. */
  readonly 'regards.gateway.rate.user': number;
  /**
   * Whether parameters, and bodies that are JSON of 64 KiB at most, are held to the contract before a service sees
   * them.
   */
  readonly 'regards.gateway.check.requests': boolean;
  /**
   * What becomes of an answer that is JSON and breaks its contract: `alert` logs and counts it, of 64 KiB at most;
   * `strict` answers 502 in its place, too, of 4 MiB at most.
   */
  readonly 'regards.gateway.check.answers': 'off' | 'alert' | 'strict';
  /** Which part of the answers `alert` looks at, drawn by chance; `strict` looks at all of them. */
  readonly 'regards.gateway.check.share': number;
  /**
   * File with the certificate (PEM) and those that lead to its issuer; with it the gateway speaks TLS alone. Read
   * again when it changes.
   */
  readonly 'regards.gateway.tls.certificate': string;
  /** File with the private key (PEM) of the certificate. */
  readonly 'regards.gateway.tls.key': string;
  /** Folder of the documentation that is served at /docs, from the root of the installation; empty hides it. */
  readonly 'regards.portal.folder': string;
}

/** Reads and checks the settings of rs-gateway. */
export const rsGatewaySettings = settingsContract<RsGatewaySettings>({
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
  'regards.cors.requests.authorized.clients.addresses': { type: 'string', default: '*', live: true },
  'regards.gateway.trusted.proxies': { type: 'string', default: '', live: true },
  'regards.gateway.upload.limit': { type: 'integer', minimum: 1024, default: 107374182400, live: true },
  'regards.gateway.rate.tenant': { type: 'integer', minimum: 0, default: 0, live: true },
  'regards.gateway.rate.user': { type: 'integer', minimum: 0, default: 0, live: true },
  'regards.gateway.check.requests': { type: 'boolean', default: true, live: true },
  'regards.gateway.check.answers': { type: 'string', values: ['off', 'alert', 'strict'], default: 'alert', live: true },
  'regards.gateway.check.share': { type: 'number', minimum: 0, maximum: 1, default: 0.05, live: true },
  'regards.gateway.tls.certificate': { type: 'string', default: '' },
  'regards.gateway.tls.key': { type: 'string', default: '' },
  'regards.portal.folder': { type: 'string', default: 'portal/dist' },
});
