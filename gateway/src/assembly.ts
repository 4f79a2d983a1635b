/** The gateway put together from what it is given: nothing here reads the environment or opens a port. */
import type { Server } from 'node:http';
import type { Clock, Log, Routes } from '@regards/core';
import type { Metrics } from '@regards/telemetry';
import { Balancer } from './balancing.ts';
import type { InstanceSource } from './balancing.ts';
import type { CorsRules } from './cors.ts';
import { Forwarder } from './forwarding.ts';
import { createGateway } from './gateway.ts';
import type { TokenCheck } from './identity.ts';
import { gatewayPages } from './pages.ts';
import { RouteRules } from './rules.ts';
import { gatewayServer } from './server.ts';
import { Upstreams } from './upstreams.ts';

export interface AssemblyParts {
  readonly instances: InstanceSource;
  readonly tokens: TokenCheck;
  readonly contracts: Readonly<Record<string, Routes>>;
  readonly cors: CorsRules;
  readonly metrics: Metrics;
  readonly ready: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Assembly {
  readonly server: Server;
  readonly upstreams: Upstreams;
}

export function assemble({ instances, tokens, contracts, cors, metrics, ready, clock, log }: AssemblyParts): Assembly {
  const upstreams = new Upstreams();
  const balancer = new Balancer(instances, clock);
  const gateway = createGateway({
    balancer,
    forwarder: new Forwarder(balancer, upstreams),
    rules: new RouteRules(contracts),
    tokens,
    cors,
    log,
    observe: (seen) => metrics.answered(seen),
  });
  const pages = gatewayPages({ ready, metrics: () => metrics.text() });
  return { server: gatewayServer(gateway, pages), upstreams };
}
