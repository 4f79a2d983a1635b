/** Every service is stopped and replaced while callers go on: by the same version, and by a newer one and back. */
import { setTimeout as pause } from 'node:timers/promises';
import { silentLog } from '@regards/core';
import type { Route, Routes } from '@regards/core';
import { createDiscovery } from '@regards/discovery';
import type { RunningInstance, Service } from '@regards/service';
import { request, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { rsAdmin } from 'rs-admin';
import { rsAdminInstance } from 'rs-admin-instance';
import { rsAuthentication } from 'rs-authentication';
import { rsCatalog } from 'rs-catalog';
import { rsDam } from 'rs-dam';
import { rsFem } from 'rs-fem';
import { rsRegistry } from 'rs-registry';
import { openGateway } from '../gateway.ts';
import { openPlatform, project } from '../platform.ts';
import { scenarios } from '../scenario.ts';
import type { Observation, Turn } from '../scenario.ts';

const replaced: readonly Service[] = [rsAdminInstance, rsAuthentication, rsAdmin, rsDam, rsFem, rsCatalog];
const endsWithinS = 30;

/** What can be asked without knowing anything; dead letters are worked on by one caller at a time. */
const askable = (routes: Routes): Route[] =>
  Object.values(routes).filter(
    ({ method, path, parameters }) =>
      method === 'get' &&
      !path.includes('{') &&
      !path.startsWith('/dead-letters') &&
      parameters.every(({ required }) => !required),
  );

interface Load {
  readonly asked: string[];
  readonly answered: string[];
  readonly failures: string[];
  end(): Promise<void>;
}

/** Two callers a service ask for everything in turn; an answer counts when it is that of before. */
async function openLoad(platform: TestPlatform, gateway: string): Promise<Load> {
  const token = await platform.userToken({ tenant: project, role: 'PROJECT_ADMIN', validitySeconds: 3_600 });
  const ask = async (service: Service, { path }: Route): Promise<number> =>
    (await request('GET', `${gateway}/api/v1/${service.name}${path}`, { token }).catch(() => ({ status: 0 }))).status;
  const over = new AbortController();
  const [asked, answered, failures]: [string[], string[], string[]] = [[], [], []];
  const calling = replaced.flatMap((service) => {
    const routes = askable(service.contract.routes);
    const before = new Map<Route, number>();
    return [1, 2].map(async (caller) => {
      for (const route of routes) before.set(route, await ask(service, route));
      for (let number = 0; !over.signal.aborted; number += 1) {
        const route = routes[number % routes.length];
        if (!route) return;
        const name = `${service.name} ${route.operation} ${caller}.${number}`;
        const status = await ask(service, route);
        asked.push(name);
        if (status === before.get(route) && status < 500) answered.push(name);
        else failures.push(`${name}: ${status}, before ${before.get(route)}`);
        await pause(20);
      }
    });
  });
  return {
    asked,
    answered,
    failures,
    async end() {
      over.abort();
      await Promise.all(calling);
    },
  };
}

/** Two instances of each service; then each is replaced once by each of `generations`, under load. */
async function replaceAll(turn: Turn, generations: readonly ((service: Service) => Service)[]): Promise<Observation> {
  const platform = await openPlatform(turn);
  const registry = await platform.start(rsRegistry);
  const registryUrls = [registry.url];
  const options = {
    registryUrls,
    settings: {
      'regards.accounts.root.user.password': 'Of-this-run-al0ne',
      'regards.authentication.client.secret': 'of this run alone',
      'regards.security.signing.key': platform.userKeyFile,
    },
  };
  const running = new Map<Service, RunningInstance[]>();
  for (const service of replaced)
    running.set(service, [await platform.start(service, options), await platform.start(service, options)]);
  const discovery = createDiscovery({ registryUrls, log: silentLog });
  turn.defer(() => discovery.stop());
  const listed = ({ url, service }: RunningInstance): boolean =>
    discovery.instances(service).some((one) => one.url === url);
  await until(() => [...running.values()].flat().every(listed), { withinMs: 30_000 });
  const routes = Object.fromEntries(replaced.map(({ name, contract }) => [name, contract.routes]));
  const load = await openLoad(platform, await openGateway(turn, discovery, routes, 'PROJECT_ADMIN'));
  await pause(1_000);
  const ends: number[] = [];
  for (const generation of generations)
    for (const [service, old] of running) {
      const next: RunningInstance[] = [];
      for (const one of old) {
        const successor = await platform.start(generation(service), options);
        await until(() => listed(successor), { withinMs: 30_000 });
        const startedAt = performance.now();
        await one.stop();
        ends.push((performance.now() - startedAt) / 1000);
        next.push(successor);
      }
      running.set(service, next);
    }
  await pause(1_000);
  await load.end();
  const { asked, answered, failures } = load;
  const slowest = Math.max(...ends);
  return {
    books: { asked, places: { answered }, ends: () => ['answered'] },
    checks: [
      { what: `each ends within ${endsWithinS} s`, held: slowest <= endsWithinS },
      { what: `no failed request, but ${failures.slice(0, 3).join('; ')}`, held: failures.length === 0 },
    ],
    figures: { 'slowest end s': slowest, replaced: ends.length, requests: asked.length },
  };
}

const same = (service: Service): Service => service;
/** Greater by a fix: it may meet callers and messages of the former one. */
const newer = (service: Service): Service => ({
  ...service,
  version: service.version.replace(/\d+$/, (fix) => `${Number(fix) + 1}`),
});

export const upgrades = scenarios(
  {
    id: 'P1',
    sentence: 'every service is stopped and replaced in turn, under load',
    fault: "SIGTERM's own end of each of two instances, after its successor came",
    load: 'twelve callers by the gateway, who ask for all that can be asked without knowing anything',
    bar: `no failed request, each ends within ${endsWithinS} s`,
    repetitions: { test: 0, quick: 1, full: 10 },
    run: (turn) => replaceAll(turn, [same]),
  },
  {
    id: 'P3',
    sentence: 'every service is upgraded to a newer version, and back',
    fault: 'each instance replaced by one that tells a newer version of its contract, then by one of the former',
    load: 'twelve callers by the gateway, who ask for all that can be asked without knowing anything',
    bar: 'no failed request',
    repetitions: { test: 0, quick: 0, full: 2 },
    run: (turn) => replaceAll(turn, [newer, same]),
  },
);
