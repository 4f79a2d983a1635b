/** The gateway. */
import type { Bench } from '../bench.ts';
import { gateway } from '../gateway/gateway.ts';

export const gatewayBench: Bench = {
  name: 'gateway',
  what: 'requests with a token through rs-gateway to a service that answers 1 KB or 1 MB; processor time, latency, memory',
  beside: 'one nginx worker that checks no token, and Spring Cloud Gateway that remembers tokens',
  run: gateway,
};
