/** Declares things at the broker one after the other, and says which of them is there already in another shape. */
import type { Channel } from 'amqplib';
import { closeChannel } from '../closing.ts';
import type { Connection } from '../connection.ts';

export interface Step {
  /** What is declared, such as `queue regards.DLQ`. */
  readonly what: string;
  readonly declare: (channel: Channel) => Promise<unknown>;
}

/** Thrown when something exists at the broker with other arguments; says which, and what to do. */
export class TopologyError extends Error {
  override readonly name = 'TopologyError';
}

/** @throws TopologyError when the broker refuses a step because of what is there */
export async function declareSteps(connection: Connection, steps: readonly Step[]): Promise<void> {
  const channel = await connection.createChannel();
  channel.on('error', () => {}); // the step that caused it tells it
  for (const { what, declare } of steps) {
    try {
      await declare(channel);
    } catch (failure) {
      throw told(what, failure);
    }
  }
  await closeChannel(channel);
}

function told(what: string, failure: unknown): unknown {
  const text = failure instanceof Error ? failure.message : String(failure);
  if (!text.includes('PRECONDITION_FAILED')) return failure;
  const [, argument, wanted = '', found = ''] =
    /inequivalent arg '([^']+)'.*?: received (.+?) but current is (.+?)"?$/.exec(text) ?? [];
  const difference = argument === undefined ? text : `its ${argument} is ${plain(found)}, not ${plain(wanted)}`;
  return new TopologyError(`${what} exists with other arguments: ${difference}; delete it or move its messages away`, {
    cause: failure,
  });
}

/** The broker adds the protocol's types to values. */
const plain = (value: string): string => value.replace(/^the value (.+) of type '\w+'$/, '$1');
