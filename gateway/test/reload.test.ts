/** Routes and settings that change while requests are under way: scenario G17. */
import { Agent, request } from 'node:http';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { rsGatewaySettings } from '@regards/generated/rs-gateway/settings';
import { rulesOf } from '../src/settings.ts';
import { openStage, route, until } from './support/stage.ts';

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.getConnections((failure, count) => (failure ? reject(failure) : resolve(count)));
  });

async function closeWhenLeft(server: Server | undefined): Promise<void> {
  if (!server) return;
  while ((await connectionsOf(server)) > 0) await pause(10);
  server.close();
}

const callers = 32;
const changes = 20;

test('G17: instances come and go and settings change under load, and no request fails', async () => {
  let rules = rulesOf(rsGatewaySettings.read({}));
  // time enough for a machine that does much else
  const routes = { getThing: route('getThing', 'get', '/things/{id}', { timeoutMs: 30_000 }) };
  const stage = await openStage({ routes, parts: { rules: () => rules } });
  const servers: Server[] = [];
  const renew = async (): Promise<void> => {
    const number = servers.length;
    const { server, url } = await stage.start((_request, response) => void response.end(`{"number":${number}}`));
    servers.push(server);
    stage.list('rs-known', url);
    stage.keepOnly(new Set([url]));
  };
  await renew();

  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const options = { agent, port: stage.port, host: '127.0.0.1', path: '/api/v1/rs-known/things/1' };
  const origin = 'https://archive.example';
  const seen = {
    answered: 0,
    failed: [] as string[],
    numbers: new Set<string>(),
    allowed: new Set<string>(),
    isOver: false,
  };
  const ask = (): Promise<void> =>
    new Promise((resolve) => {
      request({ ...options, headers: { authorization: 'Bearer good', origin } }, (response) => {
        let text = '';
        response.on('data', (piece: Buffer) => void (text += piece.toString()));
        response.once('end', () => {
          seen.answered += 1;
          if (response.statusCode !== 200) seen.failed.push(`${response.statusCode} ${text}`);
          seen.numbers.add(text);
          seen.allowed.add(String(response.headers['access-control-allow-origin']));
          resolve();
        });
      })
        .once('error', (failure) => {
          seen.failed.push(String(failure));
          resolve();
        })
        .end();
    });
  const load = Array.from({ length: callers }, async () => {
    while (!seen.isOver) await ask();
  });

  // an instance that is asked late, on a machine that does much else, is asked all the same
  const isSeen = (number: number): Promise<void> => until(() => seen.numbers.has(`{"number":${number}}`));
  await isSeen(0);
  for (let change = 1; change <= changes; change += 1) {
    const former = servers.at(-1);
    await renew();
    rules = rulesOf(
      rsGatewaySettings.read({
        'regards.cors.requests.authorized.clients.addresses': change % 2 === 0 ? '*' : 'https://[a-z]+[.]example',
        'regards.gateway.rate.user': String(10_000_000 + change),
        'regards.gateway.check.requests': String(change % 3 === 0),
      }),
    );
    await isSeen(change);
    // an instance that drains ends when the gateway has let go of it, which it does when nothing is under way there
    await closeWhenLeft(former);
  }
  await pause(50);
  seen.isOver = true;
  await Promise.all(load);
  agent.destroy();
  expect(seen.failed).toEqual([]);
  expect(seen.answered).toBeGreaterThan(10 * changes);
  expect(seen.numbers.size).toBe(changes + 1);
  expect(seen.allowed).toEqual(new Set(['*', origin]));
  await stage.close();
}, 60_000);
