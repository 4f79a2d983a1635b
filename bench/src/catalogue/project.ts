/** A project of its own for the items, filled by AMQP as a producer does it, so that nothing else is found in it. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { patiently } from '../../../platform/src/demo.ts';
import { PlatformFailure } from '../../../platform/src/failure.ts';
import { member } from '../../../platform/src/gateway.ts';
import { contextOf, gatewayClients, logIn } from '../../../cli/src/platform.ts';
import type { Session } from '../../../cli/src/session.ts';
import { featureOf, prepareCollection } from '../../../cli/src/stac/index.ts';
import type { Prepared, StacItem } from '../../../cli/src/stac/index.ts';
import { submit } from '../../../cli/src/submission.ts';
import type { Platform } from '../platform.ts';

/** Items read and submitted at a time. */
const chunk = 5_000;

/** The catalogue follows within seconds; a project that does not is broken. */
const patienceMs = 120_000;

/** Makes the project, fills it with the items of a file, and gives items a second until all are found. */
export async function fillProject(platform: Platform, project: string, file: string): Promise<number> {
  const session = await projectSession(platform, project);
  const clients = gatewayClients(platform.gateway);
  const prepared = new Map<string, Prepared>();
  const begin = performance.now();
  let count = 0;
  try {
    for await (const items of chunksOf(file)) {
      for (const [id, own] of Map.groupBy(items, ({ collection }) => collection ?? '')) {
        // The first items of a collection tell its attributes; the others have the same.
        const known = prepared.get(id) ?? (await prepareCollection(clients, contextOf(session), id, own, undefined));
        prepared.set(id, known);
        const features = own.map((item) => featureOf(item, known.model, known.attributes));
        const results = await submit({ session, features, source: 'bench', sessionName: project, onDone: () => {} });
        const failed = results.find(({ outcome }) => outcome !== 'SUCCESS');
        if (failed) throw new Error(`${failed.id}: ${failed.outcome} ${failed.errors.join(' ')}`);
        count += own.length;
      }
    }
    await untilFound(platform, session, count);
  } finally {
    clients.close();
  }
  return count / ((performance.now() - begin) / 1000);
}

async function projectSession(platform: Platform, project: string): Promise<Session> {
  const root = platform.accounts.find(({ role }) => role === 'INSTANCE_ADMIN');
  if (!root) throw new Error('the platform names no instance administrator');
  const token = await platform.calls.token(root.login, root.password, 'instance');
  const body = {
    name: project,
    label: 'Bench',
    description: 'Items of a bench.',
    isPublic: true,
    isAccessible: true,
    isDeleted: false,
    crs: 'WGS_84',
    isPoleToBeManaged: false,
  };
  const made = await platform.calls.call('POST', 'rs-admin-instance/projects', { token, body });
  if (made.status !== 201) throw new Error(made.told);
  await patiently('the new project is not usable', async () => {
    const ofProject = await platform.calls.token(root.login, root.password, project);
    for (const resource of ['rs-dam/models', 'rs-catalog/index']) {
      const answer = await platform.calls.call('GET', resource, { token: ofProject });
      if (answer.status !== 200) throw new PlatformFailure(answer.told);
    }
  });
  const { gateway, oauthClient: client, amqp } = platform;
  return logIn({
    gateway,
    project,
    user: root.login,
    password: root.password,
    client,
    amqp: amqp.multitenant,
  });
}

async function* chunksOf(file: string): AsyncGenerator<StacItem[]> {
  let items: StacItem[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    items.push(JSON.parse(line) as StacItem);
    if (items.length < chunk) continue;
    yield items;
    items = [];
  }
  if (items.length > 0) yield items;
}

async function untilFound({ calls }: Platform, { token }: Session, count: number): Promise<void> {
  for (const deadline = performance.now() + patienceMs; ; await pause(100)) {
    const state = await calls.call('GET', 'rs-catalog/index', { token });
    if (member(state.body, 'products') === count) return;
    if (performance.now() > deadline) throw new Error(`of ${count} items not all are found: ${state.told}`);
  }
}
