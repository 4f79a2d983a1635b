/** Dead letters as the command-line tool asks for them, alike of every service that hears messages. */
import { MatchersV3 } from '@pact-foundation/pact';
import type { CallContext, Publication, Route } from '@regards/core';
import type { Desks, listLetters, listQueues, replayLetters, showLetter } from 'regards/dead-letters';
import { request, until } from '@regards/testing';
import type { Call } from './consumer.ts';
import type { Scene } from './scene.ts';

const { eachLike, fromProviderState, integer, string } = MatchersV3;
const letterId = 'AAAAAAAAAAAAAAAAAAAAAA';
const state = 'a message of demo rests as a dead letter';

type DeskRoutes = Readonly<
  Record<'getDeadLetterQueues' | 'getDeadLetters' | 'getDeadLetter' | 'replayDeadLetters', Route>
>;

const queueOf = (service: string): string => `regards.broadcast.${service}.Handler.DLQ`;

/** The four calls, in the words of the provider's routes. */
export function deadLetterCalls(service: string, routes: DeskRoutes): Call[] {
  const queue = queueOf(service);
  const letter = { id: string(letterId), queue: string(queue), reason: string('broken') };
  return [
    {
      state,
      what: 'the queues of dead letters',
      route: routes.getDeadLetterQueues,
      status: 200,
      answer: eachLike({ content: { name: string(queue), messages: integer(1) } }),
    },
    {
      state,
      what: 'the letters of a queue',
      route: routes.getDeadLetters,
      parameters: { queue, page: '0', size: '20' },
      pathOfState: '/dead-letters/${queue}',
      status: 200,
      answer: { content: eachLike({ content: letter }), metadata: { totalElements: integer(1) } },
    },
    {
      state,
      what: 'one letter',
      route: routes.getDeadLetter,
      parameters: { queue, letterId },
      pathOfState: '/dead-letters/${queue}/letters/${letterId}',
      status: 200,
      answer: { content: letter },
    },
    {
      state,
      what: 'putting letters back',
      route: routes.replayDeadLetters,
      parameters: { queue },
      pathOfState: '/dead-letters/${queue}/replay',
      body: { ids: [fromProviderState('${letterId}', letterId)], limit: 10 },
      status: 200,
      answer: { replayed: integer(1) },
    },
  ];
}

interface Commands {
  readonly listQueues: typeof listQueues;
  readonly listLetters: typeof listLetters;
  readonly showLetter: typeof showLetter;
  readonly replayLetters: typeof replayLetters;
}

/** Runs the command-line tool's own commands against the one desk. */
export async function useDeadLetters(desks: Desks, context: CallContext, commands: Commands): Promise<void> {
  const [service = ''] = desks.keys();
  const queue = queueOf(service);
  await commands.listQueues(desks, context, {});
  await commands.listLetters(desks, context, queue, { page: 0, size: 20 });
  await commands.showLetter(desks, context, queue, letterId);
  await commands.replayLetters(desks, context, queue, [letterId], { limit: 10 });
}

/** Brings about the state: sends `service` a message that breaks its contract, and waits until it rests. */
export async function restingLetter(scene: Scene, service: string, publication: Publication) {
  const unchecked = { ...publication, payload: (value: unknown) => ({ valid: true as const, value }) };
  const { headers: _headers, ...sent } = unchecked;
  await scene.platform.broker.publish('demo', sent, [{ payload: { nonsense: 1 } }]);
  const token = await scene.platform.userToken({ tenant: 'demo', role: 'PROJECT_ADMIN' });
  const ask = async (path: string): Promise<Contents> =>
    (await request('GET', scene.url(service) + path, { token })).body as Contents;
  const queue = await until(async () => {
    const queues = (await ask('/dead-letters')) as unknown as { content: { name: string; messages: number } }[];
    return queues.find(({ content }) => content.messages > 0)?.content.name;
  });
  const id = await until(async () => (await ask(`/dead-letters/${queue}`)).content[0]?.content.id);
  return { queue, letterId: id };
}

interface Contents {
  readonly content: readonly { readonly content: { readonly id: string } }[];
}

export const restingState = state;
