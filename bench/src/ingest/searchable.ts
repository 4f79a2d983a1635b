/** How long it takes from a request published to its product found by search, while features come in at a rate. */
import { setTimeout as pause } from 'node:timers/promises';
import { member } from '../../../platform/src/gateway.ts';
import type { Platform } from '../platform.ts';
import { result } from '../result.ts';
import type { Result } from '../result.ts';
import { featureId } from './publisher.ts';
import { preparePublishing } from './publishing.ts';

/** Between two looks; a delay is known to this many milliseconds. */
const lookMs = 50;
/** One feature in so many is looked for. */
const sampled = 97;
const patienceMs = 60_000;

export async function searchable(platform: Platform, rate: number, seconds: number): Promise<Result[]> {
  const count = rate * seconds;
  const session = `searchable-${Date.now().toString(36)}`;
  const { tenant } = platform;
  const publishing = await preparePublishing({
    url: platform.amqp.multitenant,
    tenant,
    session,
    count,
    rate,
  });
  const begin = performance.now();
  const done = publishing.go();
  const missing = new Map<string, number>();
  for (let number = 0; number < count; number += sampled) {
    missing.set(featureId(session, number), begin + (number / rate) * 1000);
  }
  const delays: number[] = [];
  while (missing.size > 0 && performance.now() < begin + seconds * 1000 + patienceMs) {
    await pause(lookMs);
    const wanted = [...missing].flatMap(([id, at]) => (at < performance.now() ? [id] : [])).slice(0, 100);
    for (const id of await found(platform, wanted)) {
      const at = missing.get(id);
      if (at === undefined) throw new Error(`the search gives ${id}, which was not asked for`);
      delays.push(performance.now() - at);
      missing.delete(id);
    }
  }
  await done;
  delays.push(...Array.from(missing, () => patienceMs));
  const at = (share: number): number =>
    delays.toSorted((one, other) => one - other)[Math.floor(delays.length * share)] ?? 0;
  return [
    result({ name: `searchable: delay p50 at ${rate} features/s`, value: at(0.5), unit: 'ms' }),
    result({
      name: `searchable: delay p99 at ${rate} features/s`,
      value: at(0.99),
      unit: 'ms',
      goal: { atMost: 1000 },
    }),
  ];
}

async function found({ calls, tenant }: Platform, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const body = { ids, limit: ids.length };
  const answer = await calls.call('POST', 'rs-catalog/stac/search', { scope: tenant, body });
  if (answer.status !== 200) throw new Error(answer.told);
  const features = member(answer.body, 'features');
  return (Array.isArray(features) ? features : []).map((feature) => String(member(feature, 'id')));
}
