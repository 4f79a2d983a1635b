/** How fast an outbox that has filled while the broker was away is carried to it. */
import { randomUUID } from 'node:crypto';
import { openBroker } from '@regards/amqp';
import { silentLog } from '@regards/core';
import type { UnitOfWork } from '@regards/core';
import { createDatabase, drawAccounts, migrateService, migrateTenant, startOutboxRelay } from '@regards/db';
import { featureRequest } from '@regards/generated/rs-fem/messages';
import type { Platform } from '../platform.ts';
import { result } from '../result.ts';
import type { Result } from '../result.ts';

const service = 'bench-outbox';
const tenant = 'demo';
const unit = 1_000;

/** @param count answers that wait, in units of work of a thousand */
export async function outbox(platform: Platform, count: number): Promise<Result[]> {
  const database = createDatabase({
    url: (await drawAccounts(platform.database, [service]))(service),
    service,
    poolMax: 3,
    log: silentLog,
  });
  const broker = openBroker({
    urls: { multitenant: platform.amqp.multitenant },
    service,
    instanceId: randomUUID(),
    log: silentLog,
  });
  try {
    await migrateService(database);
    await migrateTenant(database, tenant, new URL('no-tables/', import.meta.url));
    for (let written = 0; written < count; written += unit) await database.transaction(tenant, write);
    await broker.declare('multitenant', [featureRequest.exchange]);
    const begin = performance.now();
    const relay = startOutboxRelay({ database, publish: (entries) => broker.relay(entries), log: silentLog });
    await relay.drain();
    const seconds = (performance.now() - begin) / 1000;
    await relay.stop();
    return [
      result({
        name: `outbox: ${count} messages that wait, confirmed by the broker`,
        value: count / seconds,
        unit: 'messages/s',
        goal: { atLeast: 5_000 },
      }),
    ];
  } finally {
    await database.dropTenant(tenant);
    await database.own((sql) => sql.query(`drop schema if exists "${service}" cascade`));
    await Promise.all([broker.stop(), database.close()]);
  }
}

const write = async (unitOfWork: UnitOfWork): Promise<void> =>
  unitOfWork.publish(
    featureRequest,
    Array.from({ length: unit }, () => ({
      payload: { type: 'CREATION', state: 'SUCCESS', requestId: randomUUID(), id: randomUUID() } as const,
    })),
  );
