/** A gateway in front of the instances that a registry lists, as callers from outside meet them. */
import type { AddressInfo } from 'node:net';
import { silentLog, systemClock } from '@regards/core';
import type { Routes } from '@regards/core';
import type { Discovery } from '@regards/discovery';
import { createMetrics } from '@regards/telemetry';
import { assemble } from 'rs-gateway';
import { project } from './platform.ts';
import type { Turn } from './scenario.ts';

/** Gives its address. Each token is taken for one of this role; those behind the gateway look at it themselves. */
export async function openGateway(
  turn: Turn,
  discovery: Discovery,
  contracts: Readonly<Record<string, Routes>>,
  role: string,
): Promise<string> {
  const metrics = createMetrics({ service: 'rs-gateway' });
  turn.defer(() => metrics.close());
  const assembly = assemble({
    instances: { addresses: (service) => discovery.instances(service).map(({ url }) => url) },
    tokens: { verify: () => Promise.resolve({ tenant: project, login: 'ada@example.org', role }) },
    contracts,
    metrics,
    ready: () => true,
    clock: systemClock,
    log: silentLog,
  });
  const { server } = assembly;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  turn.defer(async () => {
    server.closeAllConnections();
    server.close();
    await assembly.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
