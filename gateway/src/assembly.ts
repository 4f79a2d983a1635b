/** The gateway put together from what it is given: nothing here reads the environment or opens a port. */
import { lookup as dnsLookup } from 'node:dns';
import type { Server } from 'node:http';
import type { Server as TlsServer } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { AnswerChecks, Clock, Log, RequestChecks, Routes } from '@regards/core';
import { rsGatewaySettings } from '@regards/generated/rs-gateway/settings';
import type { Metrics } from '@regards/telemetry';
import { AnswerRules } from './answer-rule.ts';
import { Balancer } from './balancing.ts';
import type { InstanceSource } from './balancing.ts';
import type { Certificate } from './certificate.ts';
import { createGateway } from './gateway.ts';
import type { GatewayRules } from './gateway.ts';
import type { TokenCheck } from './identity.ts';
import { gatewayPages } from './pages.ts';
import type { Portal } from './portal.ts';
import { RateLimiter } from './rate-limiter.ts';
import { RetryBudget } from './retry-budget.ts';
import { RouteRules } from './rules.ts';
import { gatewayServer } from './server.ts';
import { rulesOf } from './settings.ts';
import { Upstreams } from './upstreams.ts';
import { Watch } from './watch.ts';

export interface AssemblyParts {
  readonly instances: InstanceSource;
  readonly tokens: TokenCheck;
  readonly contracts: Readonly<Record<string, Routes>>;
  /** What requests are held to, of the same services; nothing without. */
  readonly requests?: Readonly<Record<string, RequestChecks>>;
  /** The same of answers, where the rules ask for it. */
  readonly answers?: (service: string) => AnswerChecks | undefined;
  /** Those of a gateway without settings where missing. */
  readonly rules?: () => GatewayRules;
  readonly metrics: Metrics;
  /** Where names of instances lead; as the machine resolves them where missing. */
  readonly lookup?: LookupFunction;
  /** How many gateways share the limits, this one included; one where missing. */
  readonly gateways?: () => number;
  /** The outside speaks TLS with it. */
  readonly certificate?: Certificate;
  /** The documentation to serve, none without. */
  readonly portal?: Portal;
  readonly ready: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

const usualRules = rulesOf(rsGatewaySettings.read({}));

export interface Assembly {
  readonly server: Server | TlsServer;
  /** Forgets instances that are not listed any more. */
  keepOnly(urls: ReadonlySet<string>): void;
  /** Ends the connections to instances. */
  close(): Promise<void>;
}

export function assemble(parts: AssemblyParts): Assembly {
  const { instances, tokens, contracts, rules = () => usualRules, metrics, ready, clock, log, certificate } = parts;
  const { gateways = () => 1, portal = new Map(), requests, answers = () => undefined, lookup = dnsLookup } = parts;
  const upstreams = new Upstreams(lookup);
  const watch = new Watch();
  const opened = metrics.counter('gateway_breaker_changes_total', 'Changes of the breaker of an instance.', ['state']);
  const balancer = new Balancer(instances, clock, (instance, state) => {
    opened.inc({ state });
    log.warn({ instance, state }, 'the breaker of an instance has changed');
  });
  const gateway = createGateway({
    balancer,
    upstreams,
    watch,
    budget: new RetryBudget(),
    contracts: new RouteRules(contracts, requests),
    answers: new AnswerRules(answers, metrics, log),
    tokens,
    rules,
    limiter: new RateLimiter(clock),
    gateways,
    log,
    observe: (seen) => metrics.answered(seen),
  });
  const pages = gatewayPages({ ready, metrics: () => metrics.text(), portal });
  return {
    server: gatewayServer(gateway, pages, certificate),
    keepOnly(urls) {
      upstreams.keepOnly(urls);
      balancer.keepOnly(urls);
    },
    async close() {
      watch.close();
      await upstreams.close();
    },
  };
}
