/** Metrics of one service instance, in a registry of its own, since several services may share a process. */
import {
  collectDefaultMetrics,
  Counter as PromCounter,
  Gauge as PromGauge,
  Histogram as PromHistogram,
  Registry,
} from 'prom-client';

export type Labels = Readonly<Record<string, string | number>>;

/** Only goes up. */
export interface Counter {
  inc(labels?: Labels, by?: number): void;
}

/** Goes up and down. */
export interface Gauge {
  set(value: number, labels?: Labels): void;
}

/** Counts values by size; durations are in seconds. */
export interface Histogram {
  observe(value: number, labels?: Labels): void;
}

/**
 * One answered HTTP request; `route` is the template of its path and never the path itself, so that series stay few.
 */
export interface AnsweredRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Metrics {
  /** Metrics asked for by the same name twice are the same metric. */
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  /** With `read` the value is asked for at each scrape; a `read` that fails leaves the last value. */
  gauge(name: string, help: string, labels?: readonly string[], read?: (gauge: Gauge) => void | Promise<void>): Gauge;
  histogram(name: string, help: string, labels?: readonly string[], buckets?: readonly number[]): Histogram;
  answered(request: AnsweredRequest): void;
  /** The Prometheus text exposition and its media type. */
  text(): Promise<string>;
  readonly contentType: string;
  /** Forgets every metric, for an instance that ends before its process does. */
  close(): void;
}

/** From 5 ms, a cached read, to 60 s, the longest any caller waits at the gateway. */
const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Metrics with Node's own defaults, labelled `application` as REGARDS's are, and the HTTP histogram. */
export function createMetrics({ service }: { readonly service: string }): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ application: service });
  collectDefaultMetrics({ register: registry });
  const known = new Map<string, PromCounter | PromGauge | PromHistogram>();
  const once = <T extends PromCounter | PromGauge | PromHistogram>(
    name: string,
    kind: abstract new (...given: never[]) => T,
    make: () => T,
  ): T => {
    const found = known.get(name);
    if (found instanceof kind) return found;
    if (found) throw new Error(`The metric ${name} exists already as another kind of metric.`);
    const made = make();
    known.set(name, made);
    return made;
  };
  const common = (name: string, help: string, labels: readonly string[]) => ({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
  });

  const metrics: Omit<Metrics, 'answered'> = {
    counter(name, help, labels = []) {
      const counter = once(name, PromCounter, () => new PromCounter(common(name, help, labels)));
      return { inc: (given = {}, by = 1) => counter.inc({ ...given }, by) };
    },
    gauge(name, help, labels = [], read) {
      const face = (gauge: PromGauge): Gauge => ({ set: (value, given = {}) => gauge.set({ ...given }, value) });
      const made = once(
        name,
        PromGauge,
        () =>
          new PromGauge({
            ...common(name, help, labels),
            ...(read
              ? {
                  async collect(this: PromGauge) {
                    await readQuietly(read, face(this));
                  },
                }
              : {}),
          }),
      );
      return face(made);
    },
    histogram(name, help, labels = [], buckets = durationBuckets) {
      const histogram = once(
        name,
        PromHistogram,
        () => new PromHistogram({ ...common(name, help, labels), buckets: [...buckets] }),
      );
      return { observe: (value, given = {}) => histogram.observe({ ...given }, value) };
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
    close: () => registry.clear(),
  };
  const requests = metrics.histogram('http_server_requests_seconds', 'Time to answer an HTTP request.', [
    'method',
    'uri',
    'status',
  ]);
  return {
    ...metrics,
    answered: ({ method, route, status, seconds }) =>
      requests.observe(seconds, { method, uri: route, status: String(status) }),
  };
}

/** One source that is away must not cost the scrape of all others. */
async function readQuietly(read: (gauge: Gauge) => void | Promise<void>, gauge: Gauge): Promise<void> {
  try {
    await read(gauge);
  } catch {
    // The last value stands; whoever owns the source logs its failure.
  }
}
