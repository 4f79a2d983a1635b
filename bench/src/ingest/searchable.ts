/** How long it takes from a request published to its product found by search, while features come in at a rate. */
import { setTimeout as pause } from 'node:timers/promises';
import { formatUrn, nameBasedUuid } from '@regards/core';
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
    const uuid = nameBasedUuid(featureId(session, number));
    const urn = formatUrn({ identifier: 'FEATURE', entityType: 'DATA', tenant, uuid, version: 1 });
    missing.set(urn, begin + (number / rate) * 1000);
  }
  const delays: number[] = [];
  while (missing.size > 0 && performance.now() < begin + seconds * 1000 + patienceMs) {
    await pause(lookMs);
    const wanted = [...missing].flatMap(([urn, at]) => (at < performance.now() ? [urn] : [])).slice(0, 100);
    for (const urn of await found(platform, wanted)) {
      delays.push(performance.now() - (missing.get(urn) ?? 0));
      missing.delete(urn);
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
