/**
 * The connections to one virtual host: one to publish, one to consume. A broker that is short of memory stops reading
 * from connections that publish, and acknowledgements on them would wait just when they would give it relief.
 */
import type { Log } from '@regards/core';
import type { BrokerConnection, ConnectionState } from './connection.ts';
import { openPublisher } from './publishing.ts';
import type { WirePublisher } from './publishing.ts';
import { openRoutedPublisher } from './routed.ts';

export interface Host {
  readonly publishing: BrokerConnection;
  readonly publisher: WirePublisher;
  /** Opened when it is first asked for. */
  readonly consuming: () => BrokerConnection;
  /** For what must reach a queue; opened when it is first asked for. */
  readonly routed: () => WirePublisher;
  /** Of both connections the one that is worse off. */
  readonly state: () => ConnectionState;
  stop(): Promise<void>;
}

export interface HostOptions {
  readonly open: (purpose: string) => BrokerConnection;
  readonly log: Log;
  readonly returned: (exchange: string) => void;
}

const fromWorst: readonly ConnectionState[] = ['closed', 'connecting', 'blocked', 'connected'];

export function openHost({ open, log, returned }: HostOptions): Host {
  const publishing = open('publishing');
  const publisher = openPublisher(publishing, {
    log,
    returned: ({ fields: { exchange } }) => {
      log.debug({ exchange }, 'no queue took a message');
      returned(exchange);
    },
  });
  let consuming: BrokerConnection | undefined;
  let routed: WirePublisher | undefined;
  const all = (): BrokerConnection[] => (consuming ? [publishing, consuming] : [publishing]);
  return {
    publishing,
    publisher,
    consuming: () => (consuming ??= open('consuming')),
    routed: () => (routed ??= openRoutedPublisher(publishing, log)),
    state: () => fromWorst.find((state) => all().some((connection) => connection.state() === state)) ?? 'closed',
    stop: async () => void (await Promise.all(all().map((connection) => connection.stop()))),
  };
}
