/** Dead letters by REST: contracts/common/paths/dead-letters.yaml. */
import { accessDenied, entityNotFound, isSystemRole, pageRequest, RefusedError } from '@regards/core';
import type { Call } from '@regards/core';
import { UnknownQueueError } from '@regards/amqp';
import type { DeadLetter, DeadLetterDesk } from '@regards/amqp';
import type { DeadLetter as TheirLetter } from '@regards/generated/common/types';
import type { DeadLetterOperations } from './framework-operations.ts';

interface Asked {
  readonly tenant?: string | undefined;
  readonly type?: string | undefined;
  readonly reason?: string | undefined;
}

export const deadLetterOperations = (desk: DeadLetterDesk): DeadLetterOperations => ({
  async getDeadLetterQueues(call) {
    const queues = [];
    for (const queue of await desk.list()) {
      // How many others have is nobody's business.
      const messages =
        seesAll(call) || queue.messages === 0
          ? queue.messages
          : (await desk.read(queue.name)).filter(fitting(call, {})).length;
      queues.push({ ...queue, messages });
    }
    return { status: 200, body: queues };
  },

  getDeadLetters: (call, { queue, tenant, type, reason, ...asked }) =>
    orMissing(queue, async () => {
      const letters = (await desk.read(queue)).filter(fitting(call, { tenant, type, reason }));
      const { page, size } = pageRequest(asked);
      const content = letters.slice(page * size, (page + 1) * size).map((letter) => summaryOf(queue, letter));
      return { status: 200, body: { content, size, number: page, totalElements: letters.length } };
    }),

  getDeadLetter: (call, { queue, letterId }) =>
    orMissing(queue, async () => {
      const letter = (await desk.read(queue)).filter(fitting(call, {})).find(({ id }) => id === letterId);
      if (!letter) return { status: 404, error: entityNotFound('DeadLetter', letterId) };
      const { headers, body } = letter;
      return { status: 200, body: { ...summaryOf(queue, letter), headers: { ...headers }, body } };
    }),

  replayDeadLetters: (call, { queue, body: { ids, limit, ...asked } }) =>
    orMissing(queue, async () => {
      const fits = fitting(call, asked);
      const wanted = ids && new Set(ids);
      const replayed = await desk.replay(
        queue,
        (letter) => fits(letter) && (wanted === undefined || wanted.has(letter.id)),
        limit,
      );
      call.log.info({ queue, replayed, login: call.caller.login }, 'dead letters were put back');
      return { status: 200, body: { replayed } };
    }),
});

const seesAll = ({ caller: { role } }: Call): boolean => role === 'INSTANCE_ADMIN' || isSystemRole(role);

/** Letters of the caller's own project, unless the caller looks after the instance. */
function fitting(call: Call, { tenant, type, reason }: Asked): (letter: DeadLetter) => boolean {
  if (!seesAll(call) && tenant !== undefined && tenant !== call.tenant)
    throw new RefusedError(accessDenied(`tenant: only letters of the project ${call.tenant} are yours to see.`));
  const own = seesAll(call) ? tenant : call.tenant;
  return (letter) =>
    (own === undefined || letter.tenant === own) &&
    (type === undefined || (letter.type ?? '').includes(type)) &&
    (reason === undefined || letter.reason.includes(reason));
}

const summaryOf = (queue: string, letter: DeadLetter): TheirLetter => {
  const { id, reason, tenant, type, retries, restingSince, originalExchange, originalRoutingKey, size } = letter;
  return {
    id,
    queue,
    reason,
    retries,
    size,
    ...(tenant === undefined ? {} : { tenant }),
    ...(type === undefined ? {} : { type }),
    ...(restingSince === undefined ? {} : { restingSince: restingSince.toISOString() }),
    ...(originalExchange === undefined ? {} : { originalExchange }),
    ...(originalRoutingKey === undefined ? {} : { originalRoutingKey }),
  };
};

async function orMissing<T>(queue: string, work: () => Promise<T>) {
  try {
    return await work();
  } catch (failure) {
    if (failure instanceof UnknownQueueError)
      return { status: 404, error: entityNotFound('DeadLetterQueue', queue) } as const;
    throw failure;
  }
}
