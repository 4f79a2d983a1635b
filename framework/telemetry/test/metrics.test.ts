/** Metrics as a scraper reads them, and that several services in one process do not share any. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { createMetrics } from '../src/index.ts';
import type { Metrics } from '../src/index.ts';

const open: Metrics[] = [];
const metricsOf = (service: string): Metrics => {
  const metrics = createMetrics({ service });
  open.push(metrics);
  return metrics;
};
afterEach(() => open.splice(0).forEach((metrics) => metrics.close()));

/** The samples of a metric: the part in braces and the value. */
async function samples(metrics: Metrics, name: string): Promise<string[]> {
  return (await metrics.text())
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .map((line) => line.slice(name.length));
}

test('a request is counted by method, template and status', async () => {
  const metrics = metricsOf('rs-dam');
  metrics.answered({ method: 'GET', route: '/models/{modelName}', status: 200, seconds: 0.02 });
  metrics.answered({ method: 'GET', route: '/models/{modelName}', status: 200, seconds: 0.2 });
  metrics.answered({ method: 'POST', route: '/models', status: 409, seconds: 0.01 });
  expect(await samples(metrics, 'http_server_requests_seconds_count')).toEqual([
    '{application="rs-dam",method="GET",uri="/models/{modelName}",status="200"} 2',
    '{application="rs-dam",method="POST",uri="/models",status="409"} 1',
  ]);
  const buckets = await samples(metrics, 'http_server_requests_seconds_bucket');
  expect(buckets).toContain('{le="0.025",application="rs-dam",method="GET",uri="/models/{modelName}",status="200"} 1');
  expect(buckets).toContain('{le="0.25",application="rs-dam",method="GET",uri="/models/{modelName}",status="200"} 2');
});

test("Node's own metrics are there", async () => {
  const text = await metricsOf('rs-dam').text();
  for (const name of [
    'process_cpu_seconds_total',
    'nodejs_heap_size_used_bytes',
    'nodejs_eventloop_lag_seconds',
    'process_resident_memory_bytes',
  ])
    expect(text).toContain(name);
});

test('the media type is that of the text exposition', () => {
  expect(metricsOf('rs-dam').contentType).toMatch(/^text\/plain; version=0\.0\.4/);
});

test('two services in one process count apart', async () => {
  const [one, other] = [metricsOf('rs-dam'), metricsOf('rs-fem')];
  one.counter('amqp_messages_total', 'x').inc();
  other.counter('amqp_messages_total', 'x').inc({}, 5);
  expect(await samples(one, 'amqp_messages_total')).toEqual(['{application="rs-dam"} 1']);
  expect(await samples(other, 'amqp_messages_total')).toEqual(['{application="rs-fem"} 5']);
});

describe('others may add', () => {
  test('counters with labels', async () => {
    const metrics = metricsOf('rs-dam');
    const counter = metrics.counter('amqp_published_total', 'Messages published.', ['exchange', 'outcome']);
    counter.inc({ exchange: 'e', outcome: 'confirmed' });
    counter.inc({ exchange: 'e', outcome: 'confirmed' }, 2);
    expect(await samples(metrics, 'amqp_published_total')).toEqual([
      '{exchange="e",outcome="confirmed",application="rs-dam"} 3',
    ]);
  });

  test('gauges that are set', async () => {
    const metrics = metricsOf('rs-dam');
    const gauge = metrics.gauge('outbox_waiting', 'x', ['tenant']);
    gauge.set(7, { tenant: 'demo' });
    gauge.set(3, { tenant: 'demo' });
    expect(await samples(metrics, 'outbox_waiting')).toEqual(['{tenant="demo",application="rs-dam"} 3']);
  });

  test('gauges that are read when somebody looks', async () => {
    const metrics = metricsOf('rs-dam');
    let waiting = 0;
    metrics.gauge('outbox_waiting', 'x', [], async (gauge) => {
      gauge.set((waiting += 1));
    });
    expect(await samples(metrics, 'outbox_waiting')).toEqual(['{application="rs-dam"} 1']);
    expect(await samples(metrics, 'outbox_waiting')).toEqual(['{application="rs-dam"} 2']);
  });

  test('a gauge whose source is away does not cost the others', async () => {
    const metrics = metricsOf('rs-dam');
    metrics.gauge('broken', 'x', [], () => {
      throw new Error('away');
    });
    metrics.counter('fine_total', 'x').inc();
    expect(await samples(metrics, 'fine_total')).toEqual(['{application="rs-dam"} 1']);
  });

  test('histograms with buckets of their own', async () => {
    const metrics = metricsOf('rs-dam');
    metrics.histogram('batch_size', 'x', ['handler'], [1, 10, 100]).observe(50, { handler: 'h' });
    expect(await samples(metrics, 'batch_size_bucket')).toEqual([
      '{le="1",application="rs-dam",handler="h"} 0',
      '{le="10",application="rs-dam",handler="h"} 0',
      '{le="100",application="rs-dam",handler="h"} 1',
      '{le="+Inf",application="rs-dam",handler="h"} 1',
    ]);
  });

  test('a metric of a name that exists, which is then the same one', async () => {
    const metrics = metricsOf('rs-dam');
    metrics.counter('again_total', 'x').inc();
    metrics.counter('again_total', 'x').inc();
    expect(await samples(metrics, 'again_total')).toEqual(['{application="rs-dam"} 2']);
  });

  test('no metric of another kind under a name that exists', () => {
    const metrics = metricsOf('rs-dam');
    metrics.counter('taken', 'x');
    expect(() => metrics.gauge('taken', 'x')).toThrow('The metric taken exists already as another kind of metric.');
  });
});

test('what is closed tells nothing more', async () => {
  const metrics = metricsOf('rs-dam');
  metrics.counter('gone_total', 'x').inc();
  metrics.close();
  expect(await metrics.text()).not.toContain('gone_total');
});
