/** Properties and headers of a message as REGARDS writes them (platform conventions §9.2). */
import type { Options } from 'amqplib';

export interface Described {
  readonly id: string;
  readonly tenant: string;
  readonly type: string;
  readonly converter: 'GSON' | 'JACKSON';
  readonly headers?: unknown;
  readonly priority?: number;
  readonly correlationId?: string;
}

/** Both conventions read the event's name: the converter says which header counts. */
export function propertiesOf({ id, tenant, type, converter, headers, priority = 1, correlationId }: Described): Options.Publish {
  return {
    contentType: 'application/json',
    contentEncoding: 'UTF-8',
    persistent: true,
    priority,
    timestamp: Math.floor(Date.now() / 1000),
    appId: 'REGARDS',
    messageId: id,
    mandatory: true,
    ...(correlationId === undefined ? {} : { correlationId }),
    headers: {
      ...(typeof headers === 'object' ? headers : {}),
      'regards.tenant': tenant,
      'regards.converter': converter,
      'regards.type': type,
      __TypeId__: type,
    },
  };
}
