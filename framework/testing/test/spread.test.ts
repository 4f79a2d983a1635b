/** The tests' balancer: each request to the next instance, and nothing of it changed. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spreadOver } from '../src/spread.ts';
import type { Spread } from '../src/spread.ts';

interface Told {
  readonly instance: number;
  readonly path: string;
  readonly rawHeaders: string[];
  readonly body: string;
}

let spread: Spread;
const instances = [0, 1, 2].map((instance) =>
  http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      const told: Told = { instance, path: request.url ?? '', rawHeaders: request.rawHeaders, body };
      response.writeHead(203, 'As It Came', { 'X-Two': ['a', 'b'] }).end(JSON.stringify(told));
    });
  }),
);

beforeAll(async () => {
  const urls = await Promise.all(
    instances.map(async (server) => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    }),
  );
  spread = await spreadOver(urls);
});
afterAll(() => {
  spread.close();
  for (const server of instances) server.closeAllConnections();
  for (const server of instances) server.close();
});

const ask = async (): Promise<Told> => {
  const headers = { 'X-Own': 'Value', 'content-type': 'text/plain' };
  const answer = await fetch(`${spread.url}/a?b=c`, { method: 'POST', headers, body: 'text' });
  expect(answer).toMatchObject({ status: 203, statusText: 'As It Came' });
  expect(answer.headers.get('x-two')).toBe('a, b');
  return (await answer.json()) as Told;
};

test('three instances answer by turns, and hear each request as it was sent', async () => {
  const told = [await ask(), await ask(), await ask()];
  expect(told.map(({ instance }) => instance).toSorted((one, other) => one - other)).toEqual([0, 1, 2]);
  for (const { path, rawHeaders, body } of told) {
    expect({ path, body }).toEqual({ path: '/a?b=c', body: 'text' });
    expect(rawHeaders).toEqual(expect.arrayContaining(['host', new URL(spread.url).host, 'X-Own', 'Value']));
  }
});
