/** A transport to one address, for the consumer's own client code. */
import { silentLog } from '@regards/core';
import type { Transport } from '@regards/core';
import { createTransport } from '@regards/http';

/** Runs `work` with a transport for which every service is at `url`; calls without a user's token carry a service's. */
export async function calling<T>(url: string, work: (transport: Transport) => Promise<T>): Promise<T> {
  const transport = createTransport({
    find: (_service, tried) => (tried.length > 0 ? undefined : url),
    serviceToken: () => Promise.resolve('token-of-the-service'),
    log: silentLog,
  });
  return work(transport).finally(() => transport.close());
}
