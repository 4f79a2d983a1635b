/** `regards dead-letters`: messages that could not be handled, of every service: listed, shown, put back. */
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { CallContext } from '@regards/core';
import type { RsCatalogClient } from '@regards/generated/rs-catalog/client';
import type { RsFemClient } from '@regards/generated/rs-fem/client';
import { bodyOf, CommandError } from '../fault.ts';
import { contextOf, gatewayClients, session } from '../platform.ts';

/** What each service that hears messages serves alike. */
type Desk = RsFemClient | RsCatalogClient;

/** By the name of the service. */
export type Desks = ReadonlyMap<string, Desk>;

export interface Options {
  readonly platform?: string;
  readonly project?: string;
  readonly tenant?: string;
  readonly type?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  regards dead-letters list
  regards dead-letters list regards.broadcast.rs-fem.<handler>.DLQ --reason 'not today'
  regards dead-letters show regards.broadcast.rs-fem.<handler>.DLQ <letter>
  regards dead-letters replay regards.broadcast.rs-fem.<handler>.DLQ --limit 100

An administrator of a project works with the messages of that project, one of the instance with those of all.`;

export function addDeadLetters(program: Command): Command {
  const group = program
    .command('dead-letters')
    .description('messages that could not be handled: list, show and put back to their queue')
    .addHelpText('after', examples);
  const command = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .option('--platform <file>', 'description of a local platform instead of the kept session')
      .option('--project <name>', 'the project');
  const filtered = (one: Command): Command =>
    one
      .option('--tenant <project>', 'only messages of this project')
      .option('--type <text>', 'only messages whose type contains this')
      .option('--reason <text>', 'only messages whose reason contains this');

  filtered(command('list', 'the queues, or the messages that rest in one, the oldest first'))
    .argument('[queue]', 'name of a queue of dead letters')
    .option('--page <number>', 'page of messages, from 0', wholeNumber(0), 0)
    .option('--size <number>', 'messages of a page', wholeNumber(1), 20)
    .option('--json', 'print each as JSON, one a line')
    .action((queue: string | undefined, options: Options & { page: number; size: number }) =>
      atDesks(options, (desks, context) =>
        queue === undefined ? listQueues(desks, context, options) : listLetters(desks, context, queue, options),
      ),
    );
  command('show', 'one message with its headers and its body, as JSON')
    .argument('<queue>', 'name of a queue of dead letters')
    .argument('<letter>', 'identifier of the message, as `list` gives it')
    .action((queue: string, letterId: string, options: Options) =>
      atDesks(options, (desks, context) => showLetter(desks, context, queue, letterId)),
    );
  filtered(command('replay', 'puts messages back to the queue they were for, each once and in their order'))
    .argument('<queue>', 'name of a queue of dead letters')
    .argument('[letters...]', 'identifiers of messages; all that fit without')
    .option('--limit <number>', 'so many at most, the oldest first', wholeNumber(1))
    .action((queue: string, letters: string[], options: Options & { limit?: number }) =>
      atDesks(options, (desks, context) => replayLetters(desks, context, queue, letters, options)),
    );
  return group;
}

async function atDesks(
  { platform, project }: Options,
  work: (desks: Desks, context: CallContext) => Promise<void>,
): Promise<void> {
  const caller = await session({ platform, project });
  const clients = gatewayClients(caller.gateway);
  try {
    await work(
      new Map<string, Desk>([
        ['rs-fem', clients.fem],
        ['rs-catalog', clients.catalog],
      ]),
      contextOf(caller),
    );
  } finally {
    clients.close();
  }
}

/** The name of a queue says whose it is (platform conventions §9.1). */
function deskOf(desks: Desks, queue: string): Desk {
  const found = [...desks].find(([service]) => queue.startsWith(`regards.broadcast.${service}.`));
  if (!found) throw new CommandError(`${queue} is no queue of dead letters: \`regards dead-letters list\` names them`);
  return found[1];
}

export async function listQueues(desks: Desks, context: CallContext, { json }: Options): Promise<void> {
  for (const [service, desk] of desks) {
    for (const { content } of bodyOf(`The list of ${service}`, await desk.getDeadLetterQueues(context), 200))
      console.log(json ? JSON.stringify(content) : `${String(content.messages).padStart(6)}  ${content.name}`);
  }
}

export async function listLetters(
  desks: Desks,
  context: CallContext,
  queue: string,
  options: Options & { readonly page: number; readonly size: number },
): Promise<void> {
  const page = { page: String(options.page), size: String(options.size) };
  const answer = await deskOf(desks, queue).getDeadLetters(context, { queue, ...filterOf(options), ...page });
  const { content, metadata } = bodyOf('The list', answer, 200);
  for (const { content: letter } of content) {
    const { id, restingSince = '', tenant = '-', type = '-', reason } = letter;
    console.log(options.json ? JSON.stringify(letter) : [id, restingSince, tenant, type, reason].join('  '));
  }
  if (!options.json) console.log(`${content.length} of ${metadata.totalElements} messages`);
}

export async function showLetter(desks: Desks, context: CallContext, queue: string, letterId: string): Promise<void> {
  const answer = await deskOf(desks, queue).getDeadLetter(context, { queue, letterId });
  console.log(JSON.stringify(bodyOf('The message', answer, 200).content, null, 2));
}

export async function replayLetters(
  desks: Desks,
  context: CallContext,
  queue: string,
  letters: readonly string[],
  options: Options & { readonly limit?: number },
): Promise<void> {
  const body = { ...filterOf(options), ...(letters.length > 0 ? { ids: [...letters] } : {}), ...limitOf(options) };
  const answer = await deskOf(desks, queue).replayDeadLetters(context, { queue, body });
  console.log(`${bodyOf('The replay', answer, 200).replayed} messages are in their queue again`);
}

const filterOf = ({ tenant, type, reason }: Options) => ({
  ...(tenant === undefined ? {} : { tenant }),
  ...(type === undefined ? {} : { type }),
  ...(reason === undefined ? {} : { reason }),
});

const limitOf = ({ limit }: { readonly limit?: number }) => (limit === undefined ? {} : { limit });

const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least)
      throw new InvalidArgumentError(`a whole number from ${least} is expected`);
    return number;
  };
