import { expect, test } from '@jest/globals';
import { until } from '@regards/testing/until';
import type { TenantSource } from '../src/index.ts';
import { createTenantKeeper } from '../src/tenants.ts';
import { spokenLog } from './support/spoken-log.ts';

const ending = new AbortController();

function keep(
  names: Set<string>,
  more: {
    source?: Partial<TenantSource>;
    prepare?: (tenant: string) => Promise<void>;
    tenancy?: 'instance' | 'multitenant';
  } = {},
) {
  const [prepared, asked, log]: [string[], string[], ReturnType<typeof spokenLog>] = [[], [], spokenLog()];
  const tenants = createTenantKeeper({
    tenancy: more.tenancy ?? 'multitenant',
    source: {
      list: async () => [...names],
      exists: async (tenant) => {
        asked.push(tenant);
        return names.has(tenant);
      },
      ...more.source,
    },
    prepare: async (tenant) => {
      prepared.push(tenant);
      await more.prepare?.(tenant);
    },
    log,
    signal: ending.signal,
  });
  return { tenants, prepared, asked, log };
}

test('the tenants that exist are prepared and active', async () => {
  const { tenants, prepared } = keep(new Set(['two', 'one']));
  await tenants.refresh();
  expect(tenants.active()).toEqual(['one', 'two']);
  expect(prepared).toEqual(['two', 'one']);
});

test('a tenant that nobody told of is looked up and prepared once, however many ask', async () => {
  const names = new Set<string>();
  const { tenants, prepared, asked } = keep(names);
  await tenants.refresh();
  names.add('late');
  expect(await Promise.all([1, 2, 3].map(() => tenants.isActive('late')))).toEqual([true, true, true]);
  expect([prepared, asked]).toEqual([['late'], ['late']]);
});

test('an unknown tenant is looked up once for a while', async () => {
  const { tenants, asked } = keep(new Set());
  expect([await tenants.isActive('nobody'), await tenants.isActive('nobody')]).toEqual([false, false]);
  expect(asked).toEqual(['nobody']);
});

test('a tenant that was refused a moment ago is active as soon as it is created', async () => {
  const names = new Set<string>();
  const { tenants } = keep(names);
  expect(await tenants.isActive('late')).toBe(false);
  names.add('late');
  tenants.created('late');
  await until(() => tenants.active().includes('late'));
  expect(await tenants.isActive('late')).toBe(true);
});

test('a tenant that is created while it is looked up is not lost', async () => {
  const found = Promise.withResolvers<boolean>();
  const { tenants } = keep(new Set(), { source: { exists: () => found.promise } });
  const asked = tenants.isActive('late');
  tenants.created('late');
  found.resolve(false);
  expect(await asked).toBe(false);
  await until(() => tenants.active().includes('late'));
});

test('a deleted tenant is refused at once', async () => {
  const names = new Set(['gone']);
  const { tenants } = keep(names);
  await tenants.refresh();
  names.delete('gone');
  tenants.deleted('gone');
  expect([tenants.active(), await tenants.isActive('gone')]).toEqual([[], false]);
});

test('a tenant whose deletion nobody told of leaves with the next list', async () => {
  const names = new Set(['gone', 'here']);
  const { tenants } = keep(names);
  const heard: (readonly string[])[] = [];
  await tenants.refresh();
  tenants.onChange((active) => heard.push(active));
  names.delete('gone');
  await tenants.refresh();
  expect([tenants.active(), heard]).toEqual([['here'], [['here']]]);
});

test('a tenant that cannot be prepared does not hold up others, and is tried again when it is asked for', async () => {
  let isBroken = true;
  const { tenants, log } = keep(new Set(['broken', 'good']), {
    prepare: async (tenant) => {
      if (tenant === 'broken' && isBroken) throw new Error('no luck');
    },
  });
  await tenants.refresh();
  expect(tenants.active()).toEqual(['good']);
  expect(log.lines).toContain('error: the project broken cannot be prepared; it is tried again when it is asked for');
  await expect(tenants.isActive('broken')).rejects.toThrow('no luck');
  isBroken = false;
  expect(await tenants.isActive('broken')).toBe(true);
});

test('messages wait for as long as nobody can tell whether there is a tenant', async () => {
  let isAway = true;
  const { tenants } = keep(new Set(['one']), {
    source: {
      exists: async () => {
        if (isAway) throw new Error('rs-admin-instance is away');
        return true;
      },
    },
  });
  const settled = tenants.settled('one');
  setTimeout(() => (isAway = false), 200);
  expect(await settled).toBe(true);
});

test('an instance service has the one tenant instance, and knows projects by its own source', async () => {
  const { tenants, prepared } = keep(new Set(['demo']), { tenancy: 'instance' });
  await tenants.refresh();
  expect(tenants.active()).toEqual(['instance']);
  expect(await Promise.all(['instance', 'demo', 'nobody'].map((tenant) => tenants.isActive(tenant)))).toEqual([
    true,
    true,
    false,
  ]);
  expect(prepared).toEqual(['instance']);
});

test.each(['', ' ', 'a\0', '../a', 'a,b', 'é', 'x'.repeat(31), 'x'.repeat(10_000)])(
  'a text that can be no name is no tenant, and nobody is asked: %j',
  async (text) => {
    const { tenants, asked } = keep(new Set(), { source: { exists: () => Promise.reject(new Error('asked')) } });
    expect(await tenants.isActive(text)).toBe(false);
    expect(await tenants.settled(text)).toBe(false);
    expect(asked).toEqual([]);
  },
);
