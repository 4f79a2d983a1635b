/** Instances and registries come, go, hang, and are cut off from each other. */
import { setTimeout as pause } from 'node:timers/promises';
import { silentLog } from '@regards/core';
import { createDiscovery, register } from '@regards/discovery';
import type { Discovery } from '@regards/discovery';
import { createDatabase } from '@regards/db';
import { readTestEnvironment } from '@regards/settings';
import { createProxy } from '@regards/testing/proxy';
import { createTestPlatform, request, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import type { RunningInstance } from '@regards/service';
import { rsRegistry } from 'rs-registry';
import { startChild } from '../processes.ts';
import type { ChildProgram } from '../processes.ts';
import { scenarios } from '../scenario.ts';
import type { Turn } from '../scenario.ts';

const lodgings = new URL('../lodgings.ts', import.meta.url);
const withinS = 10;

interface Registry {
  readonly platform: TestPlatform;
  readonly registries: readonly RunningInstance[];
  readonly urls: readonly string[];
  readonly caller: (urls?: readonly string[]) => Promise<Discovery>;
  /** A process with so many instances of a service, which register and renew. */
  readonly lodge: (service: string, count: number, urls?: readonly string[]) => Promise<ChildProgram>;
}

const addresses = (caller: Discovery, service: string): string[] => caller.instances(service).map(({ id }) => id);
const seconds = (startedAt: number): number => (performance.now() - startedAt) / 1000;

async function openRegistry(turn: Turn, count = 2, settings: Record<string, string> = {}): Promise<Registry> {
  const platform = await createTestPlatform({ environment: readTestEnvironment(turn.servers.variables) });
  turn.defer(() => platform.close());
  const registries: RunningInstance[] = [];
  for (let started = 0; started < count; started += 1) registries.push(await platform.start(rsRegistry, { settings }));
  const urls = registries.map(({ url }) => url);
  return {
    platform,
    registries,
    urls,
    async caller(at = urls) {
      const discovery = createDiscovery({ registryUrls: at, log: silentLog });
      turn.defer(() => discovery.stop());
      await discovery.ready;
      return discovery;
    },
    async lodge(service, instances, at = urls) {
      const child = await startChild(lodgings, { arguments: [service, String(instances), ...at] });
      turn.defer(() => child.kill());
      return child;
    },
  };
}

export const registry = scenarios(
  {
    id: 'R1',
    sentence: 'instances are killed',
    fault: 'SIGKILL of a process with four instances, too few to be taken for a broken network',
    load: 'three callers that follow two registries; ten other instances live on',
    bar: `the last caller stops using them within ${withinS} s, and keeps the others`,
    repetitions: { test: 1, quick: 1, full: 10 },
    async run(turn) {
      const { caller, lodge } = await openRegistry(turn);
      const callers = [await caller(), await caller(), await caller()];
      await lodge('rs-living', 10);
      const mortal = await lodge('rs-mortal', 4);
      await until(
        () =>
          callers.every((one) => addresses(one, 'rs-mortal').length === 4 && addresses(one, 'rs-living').length === 10),
        { withinMs: 20_000 },
      );
      const names = addresses(callers[0] as Discovery, 'rs-living').concat(
        addresses(callers[0] as Discovery, 'rs-mortal'),
      );
      await mortal.kill();
      const startedAt = performance.now();
      await until(() => callers.every((one) => addresses(one, 'rs-mortal').length === 0), { withinMs: 30_000 });
      const gone = seconds(startedAt);
      const listed = callers.map((one) => [...addresses(one, 'rs-living'), ...addresses(one, 'rs-mortal')]);
      return {
        books: {
          asked: names,
          places: Object.fromEntries(listed.map((some, place) => [`caller ${place + 1}`, some])),
          ends: (name) => (name.startsWith('rs-living') ? listed.map((_, place) => `caller ${place + 1}`) : []),
        },
        checks: [turn.within(`out within ${withinS} s`, gone, withinS)],
        figures: { 'out after s': gone },
      };
    },
  },
  {
    id: 'R3',
    sentence: 'an instance takes connections and never answers',
    fault: 'SIGSTOP of its process: the kernel still accepts for it',
    load: 'two callers',
    bar: `out of every list within ${withinS} s`,
    repetitions: { test: 0, quick: 1, full: 20 },
    async run(turn) {
      const { caller, lodge } = await openRegistry(turn);
      const callers = [await caller(), await caller()];
      const hung = await lodge('rs-hung', 3);
      await until(() => callers.every((one) => addresses(one, 'rs-hung').length === 3), { withinMs: 20_000 });
      hung.signal('SIGSTOP');
      const startedAt = performance.now();
      await until(() => callers.every((one) => addresses(one, 'rs-hung').length === 0), { withinMs: 30_000 });
      const gone = seconds(startedAt);
      hung.signal('SIGCONT');
      await until(() => callers.every((one) => addresses(one, 'rs-hung').length === 3), { withinMs: 20_000 });
      return {
        books: {
          asked: addresses(callers[0] as Discovery, 'rs-hung'),
          places: { 'back again': callers[1] ? addresses(callers[1], 'rs-hung') : [] },
          ends: () => ['back again'],
        },
        checks: [turn.within(`out within ${withinS} s`, gone, withinS)],
        figures: { 'out after s': gone },
      };
    },
  },
  {
    id: 'R5',
    sentence: 'the registries are away',
    fault: 'both stopped for 10 minutes (some seconds in small runs)',
    load: 'a caller that asks its list for an instance every 20 ms',
    bar: 'the last list stands: every question has its answer',
    repetitions: { test: 1, quick: 1, full: 5 },
    async run(turn) {
      const { caller, lodge, registries } = await openRegistry(turn);
      const one = await caller();
      await lodge('rs-healthy', 3);
      await until(() => addresses(one, 'rs-healthy').length === 3, { withinMs: 20_000 });
      await Promise.all(registries.map((each) => each.stop()));
      const questions: string[] = [];
      const answered: string[] = [];
      const end = performance.now() + turn.sized({ test: 4_000, quick: 15_000, full: 600_000 });
      while (performance.now() < end) {
        questions.push(`${questions.length}`);
        if (one.pick('rs-healthy')) answered.push(`${questions.length - 1}`);
        await pause(20);
      }
      return { books: { asked: questions, places: { answered }, ends: () => ['answered'] } };
    },
  },
  {
    id: 'R6',
    sentence: 'the registries lose all they know',
    fault: 'their table emptied under them, and both started anew',
    load: 'six instances that renew; a caller that looks every 10 ms',
    bar: `full again within ${withinS} s; no caller sees an empty list`,
    repetitions: { test: 1, quick: 1, full: 5 },
    async run(turn) {
      const { platform, registries } = await openRegistry(turn, 1);
      const first = registries[0];
      if (!first) throw new Error('no registry was started');
      const port = Number(new URL(first.url).port);
      const discovery = createDiscovery({ registryUrls: [first.url], log: silentLog });
      turn.defer(() => discovery.stop());
      const lodging = await startChild(lodgings, { arguments: ['rs-kept', '6', first.url] });
      turn.defer(() => lodging.kill());
      await until(() => addresses(discovery, 'rs-kept').length === 6, { withinMs: 20_000 });
      await first.stop();
      const database = createDatabase({
        url: await platform.databaseUrlOf(rsRegistry),
        service: 'rs-registry',
        poolMax: 1,
        log: silentLog,
      });
      await database.transaction('instance', ({ sql }) => sql.query('truncate lease, renewal'));
      await database.close();
      const startedAt = performance.now();
      await platform.start(rsRegistry, { port });
      const looks: string[] = [];
      const seen: string[] = [];
      let full = Infinity;
      while (seconds(startedAt) < 12) {
        looks.push(`${looks.length}`);
        if (addresses(discovery, 'rs-kept').length > 0) seen.push(`${looks.length - 1}`);
        if (full === Infinity && looks.length % 20 === 0) {
          const { text } = await request('GET', `${first.url}/eureka/apps`);
          if (text.split('"instanceId"').length - 1 >= 6) full = seconds(startedAt);
        }
        await pause(10);
      }
      return {
        books: { asked: looks, places: { 'a list that is not empty': seen }, ends: () => ['a list that is not empty'] },
        checks: [turn.within(`full within ${withinS} s`, full, withinS)],
        figures: { 'full after s': full },
      };
    },
  },
  {
    id: 'R7',
    sentence: 'two registries cannot reach what they share, one after the other, and then can again',
    fault: "the second one's database is cut off for 8 s",
    load: 'instances that come and go meanwhile',
    bar: `both say the same within ${withinS} s of the healing`,
    repetitions: { test: 0, quick: 1, full: 20 },
    async run(turn) {
      const { platform, registries, lodge } = await openRegistry(turn, 1);
      const proxy = await createProxy(await platform.databaseUrlOf(rsRegistry));
      turn.defer(() => proxy.close());
      const apart = await platform.start(rsRegistry, { settings: { 'regards.database.url': proxy.url } });
      const whole = registries[0]?.url ?? '';
      await lodge('rs-early', 2, [whole]);
      const listed = async (url: string): Promise<string[]> => {
        const { text } = await request('GET', `${url}/eureka/apps`);
        return [...text.matchAll(/"instanceId":"([^"]+)"/g)].map(([, id = '']) => id).toSorted();
      };
      const agree = async (count: number): Promise<boolean> => {
        const [one, other] = [await listed(whole), await listed(apart.url)];
        return one.length === count && one.join() === other.join();
      };
      await until(() => agree(2), { withinMs: 20_000 });
      proxy.shut();
      const late = await lodge('rs-late', 2, [whole]);
      const gone = await lodge('rs-gone', 2, [whole]);
      await pause(2_000);
      await gone.kill();
      await pause(6_000);
      proxy.open();
      const startedAt = performance.now();
      await until(() => agree(4), { withinMs: 30_000 });
      const healed = seconds(startedAt);
      const [one, other] = [await listed(whole), await listed(apart.url)];
      late.signal('SIGCONT');
      return {
        books: { asked: one, places: { first: one, second: other }, ends: () => ['first', 'second'] },
        checks: [turn.within(`agreed within ${withinS} s`, healed, withinS)],
        figures: { 'agreed after s': healed },
      };
    },
  },
  {
    id: 'R9',
    sentence: 'a thousand instances come and go',
    fault: '10 a second register and leave without a word',
    load: '1,000 instances; 20 reads of the whole list a second',
    bar: 'no ghosts in the end; reads within 20 ms at p99 in full runs',
    repetitions: { test: 0, quick: 1, full: 1 },
    alone: true,
    async run(turn) {
      const { urls } = await openRegistry(turn);
      const at = `${urls[0]}/eureka/apps`;
      const count = turn.sized({ test: 100, quick: 300, full: 1_000 });
      const body = (id: string, durationInSecs: number) => ({
        instance: {
          instanceId: id,
          app: 'RS-MANY',
          hostName: '127.0.0.1',
          ipAddr: '127.0.0.1',
          vipAddress: 'rs-many',
          status: 'UP',
          port: { $: 1, '@enabled': 'true' },
          leaseInfo: { durationInSecs },
          dataCenterInfo: { '@class': 'com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo', name: 'MyOwn' },
        },
      });
      const lasting = Array.from({ length: count }, (_, place) => `lasting:${place}`);
      for (const id of lasting) await request('POST', `${at}/RS-MANY`, { body: body(id, 7_200) });
      const reads: number[] = [];
      const end = performance.now() + turn.sized({ test: 3_000, quick: 10_000, full: 3_600_000 });
      for (let round = 0; performance.now() < end; round += 1) {
        await request('POST', `${at}/RS-MANY`, { body: body(`passing:${round}`, 2) });
        for (let read = 0; read < 2; read += 1) {
          const startedAt = performance.now();
          await request('GET', `${urls[1]}/eureka/apps`);
          reads.push(performance.now() - startedAt);
        }
        await pause(50);
      }
      await pause(10_000);
      const { text } = await request('GET', `${urls[1]}/eureka/apps`);
      const listed = [...text.matchAll(/"instanceId":"([^"]+)"/g)].map(([, id = '']) => id);
      const p99 = reads.toSorted((one, other) => one - other)[Math.floor(reads.length * 0.99)] ?? 0;
      return {
        books: { asked: lasting, places: { listed }, ends: () => ['listed'] },
        checks: [{ what: 'reads within 20 ms', held: turn.size !== 'full' || p99 <= 20 }],
        figures: { 'read p99 ms': p99, instances: count },
      };
    },
  },
  {
    id: 'R10',
    sentence: 'instances serve other versions of a contract than their caller was built with',
    fault: 'instances of an older, a newer, and a far newer contract come and go beside those that fit',
    load: 'a caller that picks an instance 20,000 times, and one that was built with the newer contract',
    bar: 'none is ever chosen that serves less than what is needed, or another',
    repetitions: { test: 0, quick: 1, full: 10 },
    async run(turn) {
      const { urls } = await openRegistry(turn);
      const versions = ['1.1.0', '1.2.0', '1.4.2', '2.0.0'];
      for (const version of versions)
        for (const place of [1, 2]) {
          const registration = register({
            registryUrls: urls,
            log: silentLog,
            instance: {
              service: 'rs-versioned',
              instanceId: `rs-versioned:${version}:${place}`,
              host: '127.0.0.1',
              port: 1,
              metadata: { 'contract.version': version },
            },
          });
          turn.defer(() => registration.stop());
        }
      const chosen = async (needed: string): Promise<string[]> => {
        const needs = { 'rs-versioned': needed };
        const discovery = createDiscovery({ registryUrls: urls, log: silentLog, needs });
        turn.defer(() => discovery.stop());
        await until(() => discovery.all().length === versions.length * 2, { withinMs: 20_000 });
        const picked = Array.from({ length: 10_000 }, () => discovery.pick('rs-versioned')?.id ?? 'none');
        return [...new Set(picked)];
      };
      const fit: Readonly<Record<string, readonly string[]>> = { 'by 1.2': ['1.2.0', '1.4.2'], 'by 2.0': ['2.0.0'] };
      return {
        books: {
          asked: versions.flatMap((version) => [1, 2].map((place) => `rs-versioned:${version}:${place}`)),
          places: { 'by 1.2': await chosen('1.2.0'), 'by 2.0': await chosen('2.0.0') },
          ends: (name) => Object.keys(fit).filter((by) => fit[by]?.includes(name.split(':')[1] ?? '')),
        },
      };
    },
  },
  {
    id: 'R11',
    sentence: 'an instance that crashed comes back under its own id',
    fault: 'SIGKILL, and a new process with the same ids on other ports, at once',
    load: 'two callers',
    bar: 'one entry, with the new address',
    repetitions: { test: 1, quick: 1, full: 50 },
    async run(turn) {
      const { caller, lodge } = await openRegistry(turn);
      const callers = [await caller(), await caller()];
      const first = await lodge('rs-again', 3);
      await until(() => callers.every((one) => addresses(one, 'rs-again').length === 3), { withinMs: 20_000 });
      const ids = addresses(callers[0] as Discovery, 'rs-again');
      const urlsOf = (): string[] => callers.flatMap((one) => one.instances('rs-again').map(({ url }) => url));
      const before = new Set(urlsOf());
      await first.kill();
      await lodge('rs-again', 3);
      await until(() => urlsOf().length === 6 && urlsOf().every((url) => !before.has(url)), { withinMs: 20_000 });
      return {
        books: {
          asked: ids,
          places: Object.fromEntries(callers.map((one, place) => [`caller ${place + 1}`, addresses(one, 'rs-again')])),
          ends: () => ['caller 1', 'caller 2'],
        },
      };
    },
  },
);
