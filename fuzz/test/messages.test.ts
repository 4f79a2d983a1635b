/** Every message that a service hears is published with generated content, and none of them is unaccounted for. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deadLetterQueue, queueName, retryQueue } from '@regards/amqp';
import { featureRequest } from '@regards/generated/rs-fem/messages';
import amqp from 'amqplib';
import type { ChannelModel, ConfirmChannel } from 'amqplib';
import { messagesOf, readServices } from '@regards/reference';
import type { MessageOperation } from '@regards/reference';
import { readEnvironment } from '@regards/settings';
import { until } from '@regards/testing';
import { startWholePlatform } from '../../platform/src/testing/whole-platform.ts';
import type { WholePlatform } from '../../platform/src/testing/whole-platform.ts';
import { fuzzMessage } from '../src/index.ts';
import type { Sent } from '../src/index.ts';

const { REGARDS_FUZZ_RUNS: more, REGARDS_FUZZ_SEED: again } = readEnvironment();
const runs = Number(more ?? 30);
const seed = Number(again ?? 1);

let whole: WholePlatform;
let connection: ChannelModel;
let channel: ConfirmChannel;

beforeAll(async () => {
  whole = await startWholePlatform();
  connection = await amqp.connect(whole.platform.amqp.multitenant);
  channel = await connection.createConfirmChannel();
}, 120_000);

afterAll(async () => {
  await connection.close();
  await whole.close();
});

interface Heard {
  readonly id: string;
  readonly reason: string;
}

/** Takes what comes to rest in a queue of dead letters. */
async function takeDeadLetters(queue: string): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  await channel.consume(
    queue,
    (letter) => {
      if (!letter) return;
      const reason: unknown = letter.properties.headers?.['x-exception-message'];
      heard.push({ id: String(letter.properties.messageId), reason: typeof reason === 'string' ? reason : '' });
    },
    { noAck: true },
  );
  return heard;
}

/** Takes the answers to requests: their identifiers. */
async function takeAnswers(): Promise<ReadonlySet<string>> {
  const answered = new Set<string>();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  await channel.bindQueue(queue, featureRequest.exchange.name, '');
  await channel.consume(
    queue,
    (answer) => {
      const { requestId } = JSON.parse(answer?.content.toString() ?? '{}') as { requestId?: string };
      if (requestId !== undefined) answered.add(requestId);
    },
    { noAck: true },
  );
  return answered;
}

async function publish({ exchange, routingKey }: MessageOperation, sent: readonly Sent[]): Promise<void> {
  for (const { headers, body, id } of sent)
    channel.publish(exchange.name, routingKey, Buffer.from(body), {
      headers,
      messageId: id,
      contentType: 'application/json',
      persistent: true,
    });
  await channel.waitForConfirms();
}

/** Messages that wait in the queue and on its ladder. */
async function waiting(queue: string, delays: readonly string[]): Promise<number> {
  const rungs = delays.map((delay) => retryQueue(queue, milliseconds(delay)));
  const counts = await Promise.all([queue, ...rungs].map(countIn));
  return counts.reduce((sum, one) => sum + one, 0);
}

/** A rung is declared when it is needed first, and asking for a queue that is not there ends a channel. */
async function countIn(queue: string): Promise<number> {
  const asking = await connection.createChannel();
  asking.on('error', () => {});
  try {
    const { messageCount } = await asking.checkQueue(queue);
    await asking.close();
    return messageCount;
  } catch {
    return 0;
  }
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

function milliseconds(text: string): number {
  const [, count = '', unit = ''] = /^(\d+)([a-z]+)$/.exec(text) ?? [];
  return Number(count) * (units[unit] ?? 0);
}

const heardByOne = readServices().flatMap((service) =>
  messagesOf(service)
    .filter(({ delivery, virtualHost }) => delivery?.target === 'one' && virtualHost === 'multitenant')
    .map((message) => [`${service.name} ${message.id}`, service, message] as const),
);

test.each(heardByOne)(
  '%s: each message is handled, answered, or rests with its reason',
  async (_name, service, message) => {
    const { handler = '', delivery } = message;
    const queue = queueName({ service: service.name, handler, target: 'one' }, '');
    const resting = await takeDeadLetters(deadLetterQueue(queue));
    const answered = await takeAnswers();
    const sent = fuzzMessage(service.messages ?? {}, message, { tenant: 'demo', runs, seed });
    await publish(message, sent);
    const mustAnswer = delivery?.invalid === 'answer';
    const unaccounted = (): Sent[] =>
      sent.filter(
        ({ id, keeps }) => (mustAnswer || !keeps) && !answered.has(id) && !resting.some((one) => one.id === id),
      );
    await until(() => unaccounted().length === 0, { withinMs: 20_000 }).catch(() => {});
    expect(unaccounted()).toEqual([]);
    await until(async () => (await waiting(queue, delivery?.retry ?? [])) === 0, {
      what: `nothing waits in ${queue} or on its ladder`,
    });
    expect(resting.filter(({ reason }) => reason === '')).toEqual([]);
  },
  60_000 + runs * 200,
);
