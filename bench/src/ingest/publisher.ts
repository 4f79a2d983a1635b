/** A producer in a process of its own: publishes features with confirms, as fast as it can or at a rate. */
import { setTimeout as pause } from 'node:timers/promises';
import amqp from 'amqplib';
import { commonHeaders } from '@regards/core';
import { featureCreationRequest } from '@regards/generated/rs-fem/messages';
import { sampleFeatures, seeded, variantOf } from './features.ts';

export interface PublisherOrder {
  readonly url: string;
  readonly tenant: string;
  readonly session: string;
  readonly count: number;
  /** Features a second, 0 for as many as go. */
  readonly rate: number;
  /** Exchange and routing key when not those of the contract. */
  readonly to?: { readonly exchange: string; readonly routingKey: string };
}

/** Unconfirmed messages at most. */
const window = 2_000;
/** Features made in one go, so that a rate is kept evenly. */
const stride = 20;

export const featureId = (session: string, number: number): string => `${session}-${number}`;

async function publish({ url, tenant, session, count, rate, to }: PublisherOrder): Promise<void> {
  const connection = await amqp.connect(url);
  const channel = await connection.createConfirmChannel();
  const { exchange, routingKey } = to ?? { exchange: featureCreationRequest.exchange.name, routingKey: '' };
  const samples = sampleFeatures();
  const random = seeded();
  const body = (number: number): Buffer => {
    const sample = samples[number % samples.length];
    if (!sample) throw new Error('there are no samples');
    const feature = variantOf(sample, featureId(session, number), random);
    const metadata = { sessionOwner: 'bench', session, storages: [], priority: 'NORMAL' };
    return Buffer.from(JSON.stringify({ metadata, feature }));
  };
  // Made beforehand where memory allows: what it costs is nothing of the platform's.
  const bodies = count <= 200_000 ? Array.from({ length: count }, (_, number) => body(number)) : undefined;
  const common = commonHeaders({ ...featureCreationRequest, tenant });
  process.send?.('ready');
  await new Promise((resolve) => process.once('message', resolve));

  let open = 0;
  let wake = (): void => {};
  const begin = performance.now();
  for (let number = 0; number < count; number += 1) {
    if (rate > 0 && number % stride === 0) {
      const early = begin + (number / rate) * 1000 - performance.now();
      if (early > 0) await pause(early);
    }
    open += 1;
    const headers = {
      ...common,
      'regards.request.id': featureId(session, number),
      'regards.request.owner': 'bench',
      'regards.request.date': new Date(Date.now() - 1000).toISOString(),
    };
    const options = { persistent: true, contentType: 'application/json', contentEncoding: 'UTF-8', headers };
    channel.publish(exchange, routingKey, bodies?.[number] ?? body(number), options, () => {
      open -= 1;
      if (open < window / 2) wake();
    });
    if (open >= window) await new Promise<void>((resolve) => (wake = resolve));
  }
  await channel.waitForConfirms();
  await connection.close();
}

process.once('message', (order) => {
  void publish(order as PublisherOrder).then(() => process.exit());
});
