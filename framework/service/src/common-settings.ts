/** The settings every service takes, as contracts/common/settings.yaml declares them; an empty text is none. */
export interface CommonSettings {
  readonly 'regards.database.url': string;
  readonly 'regards.database.pool.max': number;
  /** Runs of a transaction that conflicts with others. */
  readonly 'regards.database.attempts': number;
  readonly 'regards.amqp.instance.url': string;
  readonly 'regards.amqp.multitenant.url': string;
  /** Hours for which handled messages are remembered. */
  readonly 'regards.amqp.inbox.hours': number;
  readonly 'regards.security.issuer': string;
  /** Path of the PEM file with the private key that services sign their own calls with. */
  readonly 'regards.security.service.key': string;
  readonly 'regards.log.level': 'debug' | 'info' | 'warn' | 'error';
  /** Bytes a request body may have. */
  readonly 'regards.http.body.limit': number;
  readonly 'regards.http.validate.responses': boolean;
  /** Milliseconds that requests and messages under way get at the end. */
  readonly 'regards.drain.ms': number;
  /** Addresses or networks (CIDR) at which no instance is called. */
  readonly 'regards.registry.refused.networks': readonly string[];
  readonly 'regards.gateway.public.url': string;
  /** Jobs that one instance runs at a time. */
  readonly 'regards.jobs.pool.size': number;
  /** Milliseconds between two looks for jobs to run. */
  readonly 'regards.jobs.scan.delay': number;
  readonly 'regards.jobs.succeeded.retention.days': number;
  readonly 'regards.jobs.failed.retention.days': number;
}
