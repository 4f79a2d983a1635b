/** Counts what becomes of features, by a queue of its own on the exchange of answers. */
import amqp from 'amqplib';
import { featureRequest } from '@regards/generated/rs-fem/messages';

export interface Answers {
  /** Resolves when each feature has its last answer; rejects when one was refused. */
  readonly all: Promise<void>;
  readonly successes: () => number;
  close(): Promise<void>;
}

export async function countAnswers(url: string, session: string, count: number): Promise<Answers> {
  const connection = await amqp.connect(url);
  const channel = await connection.createChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  await channel.bindQueue(queue, featureRequest.exchange.name, '');
  const all = Promise.withResolvers<void>();
  // An answer that was told twice counts once.
  const missing = new Set(Array.from({ length: count }, (_, number) => number));
  await channel.consume(
    queue,
    (message) => {
      const answer = featureRequest.payload(JSON.parse(message?.content.toString() ?? 'null'));
      if (!answer.valid) return all.reject(new Error(`an answer breaks its contract: ${answer.faults.join(' ')}`));
      const { requestId = '', state, errors } = answer.value;
      if (!requestId.startsWith(`${session}-`) || state === 'GRANTED') return;
      if (state !== 'SUCCESS') return all.reject(new Error(`${requestId} became ${state}: ${errors?.join(' ')}`));
      missing.delete(Number(requestId.slice(session.length + 1)));
      if (missing.size === 0) all.resolve();
    },
    { noAck: true },
  );
  return { all: all.promise, successes: () => count - missing.size, close: () => connection.close() };
}
