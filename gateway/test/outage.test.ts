/** What is left after a service was away: scenario G8. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Agent, request } from 'node:http';
import type { RequestListener } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { nobody, openStage } from './support/stage.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const requests = 4_000;
const callers = 50;

/** Bytes that are still used when all that can go has gone. */
async function used(): Promise<number> {
  for (let time = 0; time < 3; time += 1) {
    collect();
    await pause(100);
  }
  return process.memoryUsage().heapUsed;
}

test('G8: the heap is as it was when an outage is over', async () => {
  const stage = await openStage();
  const well: RequestListener = (_request, response) => void response.end('{}');
  let answer = well;
  const server = await stage.start((...parts) => answer(...parts));
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const statuses = new Map<number, number>();
  const ask = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const options = { agent, port: stage.port, host: '127.0.0.1', path: '/api/v1/rs-known/things/1' };
      request({ ...options, headers: { authorization: 'Bearer good' } }, (response) => {
        const status = response.statusCode ?? 0;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        response.resume().once('end', resolve);
      })
        .once('error', reject)
        .end();
    });
  const load = async (): Promise<void> => {
    let left = requests;
    await Promise.all(
      Array.from({ length: callers }, async () => {
        while (left-- > 0) await ask();
      }),
    );
  };
  stage.list('rs-known', server.url);
  await load();
  await load();
  const before = await used();

  stage.list('rs-known', nobody);
  await load();
  stage.list('rs-known', server.url);
  answer = (_request, response) => void response.destroy();
  await load();
  expect(statuses.get(502)).toBeGreaterThan(10);
  // nobody had asked the first instance before: it is let alone at once; the second has good answers to outweigh first
  expect(statuses.get(503)).toBeGreaterThan(0.9 * requests);

  answer = well;
  await pause(2_500);
  await load();
  const grew = (await used()) - before;
  // a tenth of what a gateway uses, and half a kilobyte for each request that failed at the most
  expect(grew).toBeLessThan(Math.min(before / 10, 2 * requests * 512));
  agent.destroy();
  await stage.close();
}, 120_000);
