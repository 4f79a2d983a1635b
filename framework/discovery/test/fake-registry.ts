/** A registry for tests of its clients: Eureka's answers out of a map, and every request written down. */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Entry = Record<string, unknown> & { app: string; instanceId: string; status: string };

/** What several fake registries share, as several real ones share a database. */
export interface Leases {
  readonly entries: Map<string, Entry>;
  /** Recent changes as the delta tells them; a test may forget them. */
  readonly changes: Entry[];
}

export const leases = (): Leases => ({ entries: new Map(), changes: [] });

/** An entry as another service would have it. */
export const entry = (service: string, id: string, port: number, more: object = {}): Entry => ({
  app: service.toUpperCase(),
  instanceId: id,
  hostName: '127.0.0.1',
  port: { $: port, '@enabled': 'true' },
  status: 'UP',
  ...more,
});

export function put({ entries, changes }: Leases, one: Entry): void {
  const known = entries.has(one.instanceId);
  entries.set(one.instanceId, one);
  changes.push({ ...one, actionType: known ? 'MODIFIED' : 'ADDED' });
}

export function remove({ entries, changes }: Leases, id: string): void {
  const one = entries.get(id);
  if (!one) return;
  entries.delete(id);
  changes.push({ ...one, actionType: 'DELETED' });
}

export async function fakeRegistry(shared: Leases, port = 0) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    void answer(shared, request).then(({ status, body }) => {
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(shared: Leases, request: IncomingMessage): Promise<{ status: number; body?: unknown }> {
  let text = '';
  for await (const part of request) text += String(part);
  const [, , kind, id] = decodeURIComponent(new URL(request.url ?? '/', 'http://any').pathname)
    .slice(1)
    .split('/');
  if (request.method === 'GET')
    return { status: 200, body: listOf(shared, kind === 'delta' ? shared.changes : [...shared.entries.values()]) };
  if (request.method === 'POST') {
    put(shared, (JSON.parse(text) as { instance: Entry }).instance);
    return { status: 204 };
  }
  if (id === undefined || !shared.entries.has(id)) return { status: 404 };
  if (request.method === 'DELETE') remove(shared, id);
  return { status: 200 };
}

function listOf({ entries }: Leases, told: readonly Entry[]) {
  const counts = [...Map.groupBy(entries.values(), ({ status }) => status)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const application = [...Map.groupBy(told, ({ app }) => app)].map(([name, instance]) => ({ name, instance }));
  return {
    applications: {
      versions__delta: '1',
      apps__hashcode: counts.map(([status, { length }]) => `${status}_${length}_`).join(''),
      application,
    },
  };
}
