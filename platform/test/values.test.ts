/** The parts of the platform that are values alone. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { next, transitions } from '../src/lifecycle.ts';
import { readable } from '../src/log-reading.ts';
import { readInstanceCounts, wishedInstances } from '../src/plan.ts';
import { choosePorts, isFree } from '../src/ports.ts';
import { readRequest } from '../src/request.ts';

describe('what is asked by variables', () => {
  test('two rs-fem and two rs-catalog run unless something else is asked', () => {
    const ids = wishedInstances('processes', readInstanceCounts('')).map(({ id }) => id);
    expect(ids).toEqual([
      'rs-config:1',
      'rs-registry:1',
      'rs-admin-instance:1',
      'rs-authentication:1',
      'rs-admin:1',
      'rs-dam:1',
      'rs-fem:1',
      'rs-fem:2',
      'rs-catalog:1',
      'rs-catalog:2',
      'rs-gateway:1',
    ]);
  });

  test.each(['rs-fem=3 gateway=2', 'rs-fem=3,rs-gateway=2'])('%s asks for three rs-fem and two gateways', (text) => {
    const counts = readInstanceCounts(text);
    expect([counts.get('rs-fem'), counts.get('rs-gateway'), counts.get('rs-dam')]).toEqual([3, 2, 1]);
  });

  test.each(['rs-fem', 'rs-fem=0', 'rs-fem=two', 'rs-fem=100', 'rs-nothing=1', 'postgresql=2'])(
    '%s is refused by name',
    (text) => {
      expect(() => readInstanceCounts(text)).toThrow(`\`${text}\``);
    },
  );

  test('the compact layout runs one of each', () => {
    const ids = wishedInstances('compact', readInstanceCounts('rs-fem=4')).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('rs-fem'))).toEqual(['rs-fem:1']);
  });

  test.each([
    [{ LAYOUT: 'wide' }, 'LAYOUT'],
    [{ REGARDS_DATABASE_URL: 'mysql://host/db' }, 'REGARDS_DATABASE_URL'],
    [{ REGARDS_AMQP_URL: 'amqp://host' }, 'REGARDS_AMQP_MANAGEMENT_URL'],
    [{ REGARDS_AMQP_URL: 'no address', REGARDS_AMQP_MANAGEMENT_URL: 'http://host' }, 'REGARDS_AMQP_URL'],
  ])('%j is refused, naming %s', (environment: Record<string, string>, name) => {
    expect(() => readRequest(environment)).toThrow(name);
  });

  test('servers that the environment names are taken in place of our own', () => {
    const request = readRequest({
      REGARDS_DATABASE_URL: 'postgres://u:p@host/db',
      REGARDS_AMQP_URL: 'amqp://host/',
      REGARDS_AMQP_MANAGEMENT_URL: 'http://host:15672',
    });
    expect(request).toMatchObject({
      databaseUrl: 'postgres://u:p@host/db',
      broker: { url: 'amqp://host', managementUrl: 'http://host:15672' },
    });
  });
});

describe('ports', () => {
  test('the wished one is kept when it is free, another is drawn when it is not', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    expect(await isFree(port)).toBe(false);
    const blocked = await choosePorts(
      new Map([
        ['one', port],
        ['other', undefined],
      ]),
    );
    expect(blocked.get('one')).not.toBe(port);
    await new Promise((resolve) => {
      server.close(resolve);
    });
    expect(
      (
        await choosePorts(
          new Map([
            ['one', port],
            ['other', port],
          ]),
        )
      ).get('one'),
    ).toBe(port);
  });

  test('no two names get the same port', async () => {
    const wishes = new Map(Array.from({ length: 30 }, (_, index) => [String(index), 23_456] as const));
    expect(new Set((await choosePorts(wishes)).values()).size).toBe(30);
  });
});

describe("a program's life", () => {
  test('only a failed or stopped program stays as it is; every other state has a way out', () => {
    const withoutWay = Object.entries(transitions)
      .filter(([, ways]) => Object.keys(ways).length === 0)
      .map(([state]) => state);
    expect(withoutWay).toEqual(['stopped']);
    expect(next('stopped', 'ready')).toBeUndefined();
    expect(next('failed', 'paused')).toBeUndefined();
  });

  test('a program that is told to stop is never started again', () => {
    expect(Object.keys(transitions.stopping)).toEqual(['ended']);
  });
});

describe('logs for people', () => {
  test('a JSON line is time, level, message and fields', () => {
    const line =
      '{"level":"warn","time":"2026-11-24T10:11:12.131Z","service":"rs-fem","tenant":"demo","msg":"waiting"}';
    expect(readable(line)).toBe('10:11:12.131 warn  waiting tenant=demo');
  });

  test('any other line stays as it is', () => {
    expect(readable('FATAL: out of memory')).toBe('FATAL: out of memory');
    expect(readable('{broken')).toBe('{broken');
  });
});
