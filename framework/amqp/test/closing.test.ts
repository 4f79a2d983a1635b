/** A connection that is lost while something on it is being closed is over, and holds nobody up. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { createHost } from '@regards/testing/host';
import type { TestHost } from '@regards/testing/host';
import { createProxy } from '@regards/testing/proxy';
import type { Proxy } from '@regards/testing/proxy';
import amqplib from 'amqplib';
import { closeChannel } from '../src/closing.ts';
import { openConnection } from '../src/connection.ts';
import { until } from './support/until.ts';

let host: TestHost;
let proxy: Proxy;

beforeAll(async () => {
  host = await createHost();
  proxy = await createProxy(host.url);
});
afterAll(async () => {
  await proxy.close();
  await host.remove();
});

test('a channel whose end the broker cannot confirm any more is closed with its connection', async () => {
  const connection = await amqplib.connect(proxy.url);
  connection.on('error', () => {});
  const channel = await connection.createChannel();
  proxy.halfOpen('to the client');
  const closed = closeChannel(channel);
  proxy.cut();
  await closed;
  await closeChannel(channel); // and once more
});

test('a connection that cannot be made use of, and is lost as it is given up, is followed by another', async () => {
  let opened = 0;
  const connection = openConnection({ url: proxy.url, name: 'closing', log: silentLog });
  await connection.onConnected(async () => {
    opened += 1;
    if (opened !== 2) return;
    proxy.halfOpen('to the client');
    setTimeout(() => proxy.cut(), 300);
    throw new Error('not this one');
  });
  proxy.cut();
  await until(() => opened >= 3 && connection.state() === 'connected');
  expect(opened).toBeGreaterThanOrEqual(3);
  await connection.stop();
});
