/** The port: opened, and closed without cutting anybody off. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { listen } from '../src/index.ts';
import { startService } from './support/service.ts';

const answer =
  (text: string, afterMs = 0) =>
  (_request: unknown, response: { end(text: string): unknown }): void =>
    void setTimeout(() => response.end(text), afterMs).unref();

test('a free port is found and told', async () => {
  const listening = await listen(answer('hello'));
  expect(listening.url).toBe(`http://127.0.0.1:${listening.port}`);
  expect(await (await fetch(listening.url)).text()).toBe('hello');
  await listening.close();
});

test('an address of IPv6 is told as one', async () => {
  const listening = await listen(answer('hello'), { host: '::1' });
  expect(listening.url).toBe(`http://[::1]:${listening.port}`);
  expect(await (await fetch(listening.url)).text()).toBe('hello');
  await listening.close();
});

test('a port that is taken is told at once', async () => {
  const listening = await listen(answer('hello'));
  await expect(listen(answer('x'), { port: listening.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await listening.close();
});

test('closing waits for the answer under way, and takes no new connection', async () => {
  const listening = await listen(answer('slow', 200));
  const slow = fetch(listening.url);
  await pause(50);
  const closed = listening.close(5_000);
  await pause(20);
  await expect(fetch(listening.url)).rejects.toThrow();
  expect(await (await slow).text()).toBe('slow');
  const before = performance.now();
  await closed;
  expect(performance.now() - before).toBeLessThan(1_000);
});

test('closing cuts off what takes longer than it may', async () => {
  const listening = await listen(answer('never', 60_000));
  const slow = fetch(listening.url).catch(() => 'cut off');
  await pause(50);
  const before = performance.now();
  await listening.close(200);
  expect(performance.now() - before).toBeLessThan(1_000);
  expect(await slow).toBe('cut off');
});

test('closing does not wait for connections that only rest', async () => {
  const listening = await listen(answer('hello'));
  await (await fetch(listening.url)).text();
  const resting = connect(listening.port, '127.0.0.1');
  await once(resting, 'connect');
  const before = performance.now();
  await listening.close(5_000);
  expect(performance.now() - before).toBeLessThan(2_000);
  resting.destroy();
});

test('an answer given while closing tells its caller not to come again', async () => {
  const listening = await listen(answer('slow', 100));
  const socket = connect(listening.port, '127.0.0.1');
  await once(socket, 'connect');
  let received = '';
  socket.on('data', (bytes) => void (received += bytes.toString()));
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await pause(30);
  const closed = listening.close(5_000);
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'close');
  await closed;
  expect(received).toContain('slow');
  expect(received.toLowerCase()).toContain('connection: close');
});

test('closing twice is closing once', async () => {
  const listening = await listen(answer('hello'));
  await Promise.all([listening.close(100), listening.close(100)]);
  await listening.close();
});

test('a thousand connections that come and go leave the service as it was', async () => {
  const service = await startService({ getModel: () => ({ status: 200, body: { name: 'abc', type: 'DATA' } }) });
  for (let round = 0; round < 20; round += 1) {
    const sockets = Array.from({ length: 50 }, () => connect(service.port, '127.0.0.1'));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    for (const socket of sockets)
      socket.write(
        'POST /token HTTP/1.1\r\nHost: x\r\nscope: demo\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"half"',
      );
    for (const socket of sockets) socket.resetAndDestroy();
  }
  expect((await service.call('/models/abc')).status).toBe(200);
  await service.close();
});
