/** A broker of three nodes, of which some go away or lose sight of each other. */
import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';
import { foldersIn, projectRoot } from '@regards/platform/folders';
import { startTestCluster } from '@regards/platform/test-cluster';
import type { TestCluster } from '@regards/platform/test-cluster';
import { createProxy } from '@regards/testing/proxy';
import { environmentOf } from '../platform.ts';
import { scenarios } from '../scenario.ts';
import type { Observation, Turn } from '../scenario.ts';
import { createWorld } from '../world.ts';

const stallWithinS = 30;

/** Work goes on by way of a balancer in front of all nodes, while `fault` happens to some of them. */
async function underLoad(
  turn: Turn,
  stallWithin: number,
  fault: (cluster: TestCluster) => Promise<void>,
): Promise<Observation> {
  const folders = foldersIn(path.join(projectRoot, '.run', `test-${process.pid}-cluster-${turn.repetition}`));
  const cluster = await startTestCluster(folders);
  turn.defer(() => cluster.stop());
  const [url = '', ...others] = cluster.urls;
  const balancer = await createProxy(url, 0, others);
  turn.defer(() => balancer.close());
  const world = await createWorld(turn, {
    ...environmentOf(turn),
    amqpUrl: balancer.url.replace(/\/$/, ''),
    managementUrl: cluster.managementUrl,
  });
  await world.start();
  await world.start();
  await world.ask(0, 200);
  const nodes = (await world.host.manage('GET', 'nodes')) as { readonly running: boolean }[];
  const queues = (await world.host.manage('GET', `queues/${world.host.name}`)) as { readonly members?: string[] }[];
  let [longestMs, askedAt] = [0, performance.now()];
  const over = new AbortController();
  let first = 200;
  const asking = (async () => {
    while (!over.signal.aborted || first < 1_000) {
      await world.ask(first, first + 50);
      first += 50;
      longestMs = Math.max(longestMs, performance.now() - askedAt);
      askedAt = performance.now();
      await pause(50);
      askedAt = performance.now();
    }
  })();
  await pause(500);
  await fault(cluster);
  over.abort();
  await asking;
  return {
    books: await world.books(),
    checks: [
      { what: 'three nodes are one', held: nodes.filter(({ running }) => running).length === 3 },
      { what: 'every queue is on all of them', held: queues.every(({ members = [] }) => members.length === 3) },
      turn.within(`no longer stall than ${stallWithin} s`, longestMs / 1000, stallWithin),
    ],
    figures: { 'longest stall s': longestMs / 1000, messages: first },
  };
}

/** Run by a node itself: it no longer knows the others' cookie, and lets them go; later it knows it again. */
const partition = (others: readonly string[], ms: number): string =>
  `spawn(fun() -> Others = [${others.map((name) => `'${name}'`).join(', ')}], Cookie = erlang:get_cookie(), ` +
  `[begin erlang:set_cookie(N, stranger), erlang:disconnect_node(N) end || N <- Others], timer:sleep(${ms}), ` +
  '[begin erlang:set_cookie(N, Cookie), net_kernel:connect_node(N) end || N <- Others] end).';

export const clusterScenarios = scenarios(
  {
    id: 'M2',
    sentence: 'one of three broker nodes restarts under load',
    fault: 'SIGKILL of a node, another one in each repetition, and a start on its data',
    load: 'requests to two instances by a balancer in front of all nodes',
    bar: `lost 0; no longer stall than ${stallWithinS} s`,
    repetitions: { test: 0, quick: 1, full: 20 },
    alone: true,
    // The first one has the HTTP API that the books are read from, and is back by then.
    run: (turn) => underLoad(turn, stallWithinS, (cluster) => cluster.restart((turn.repetition + 2) % 3)),
  },
  {
    id: 'M3',
    sentence: 'broker nodes lose sight of each other',
    fault: 'each node cut off from the two others in turn, then all from each other, for 10 s and for 30 s',
    load: 'requests to two instances by a balancer in front of all nodes',
    bar: `lost 0, every queue empty in the end; all goes on within ${stallWithinS} s of the healing`,
    repetitions: { test: 0, quick: 0, full: 8 },
    alone: true,
    run(turn) {
      const ms = turn.repetition % 8 < 4 ? 10_000 : 30_000;
      const kind = turn.repetition % 4;
      return underLoad(turn, ms / 1000 + stallWithinS, async (cluster) => {
        const cutOff = kind === 3 ? [0, 1, 2] : [kind];
        for (const place of cutOff)
          await cluster.control(
            place,
            'eval',
            partition(
              cluster.nodes.filter((_, other) => other !== place),
              ms,
            ),
          );
        await pause(2_000);
        const others = cluster.nodes.filter((_, other) => other !== cutOff[0]);
        const seen = await cluster.control(cutOff[0] ?? 0, 'eval', 'nodes().');
        if (others.some((other) => seen.includes(other))) throw new Error(`the node still sees ${seen}`);
        await pause(ms + 13_000);
      });
    },
  },
);
