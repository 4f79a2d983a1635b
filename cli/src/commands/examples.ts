/** `regards examples`: the messages that contracts give as examples, listed and published. */
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { openBroker } from '@regards/amqp';
import { silentLog } from '@regards/core';
import type { Exchange, Publication } from '@regards/core';
import { exampleOf, messagesOf, readService } from '@regards/reference';
import type { MessageOperation } from '@regards/reference';
import { CommandError } from '../fault.ts';
import { session } from '../platform.ts';

interface Options {
  readonly platform?: string;
  readonly project?: string;
  readonly count: string;
}

export function addExamples(program: Command): Command {
  const examples = program
    .command('examples')
    .description('example messages of a service, for those who build against it');
  examples
    .command('list')
    .description('what a service tells and hears, with an example of each')
    .argument('<service>', 'such as rs-fem')
    .action((name: string) => {
      const service = serviceNamed(name);
      for (const message of messagesOf(service)) {
        console.log(`${message.action === 'send' ? 'tells' : 'hears'} ${message.id}  ${message.summary}`);
        console.log(JSON.stringify(exampleOf(service.messages ?? {}, message.payload)));
      }
    });
  examples
    .command('publish')
    .description('publish the example of a message to the broker, as its contract has it')
    .argument('<service>', 'such as rs-fem')
    .argument('<message>', 'such as featureRequest; `list` names them')
    .option('--count <number>', 'how many', '1')
    .option('--platform <file>', 'description of a local platform instead of the kept session')
    .option('--project <name>', 'the project')
    .action(publishExamples);
  return program;
}

async function publishExamples(name: string, id: string, options: Options): Promise<void> {
  const count = Number(options.count);
  if (!Number.isInteger(count) || count < 1 || count > 10_000) throw new CommandError('--count is from 1 to 10000');
  const service = serviceNamed(name);
  const message = messagesOf(service).find((one) => one.id === id);
  if (!message) {
    const known = messagesOf(service).map((one) => one.id);
    throw new CommandError(`${name} neither tells nor hears ${id}; it does ${known.join(', ')}`);
  }
  const { project, amqp } = await session(options);
  if (message.virtualHost !== 'multitenant' || amqp === undefined)
    throw new CommandError('publishing needs the broker of projects: `regards login --amqp amqp://…`');
  const broker = openBroker({
    urls: { multitenant: amqp },
    service: 'regards-cli',
    instanceId: randomUUID(),
    log: silentLog,
  });
  try {
    const payload = exampleOf(service.messages ?? {}, message.payload);
    await broker.declare('multitenant', [exchangeOf(message)]);
    await broker.publish(
      project,
      publicationOf(message),
      Array.from({ length: count }, () => ({ payload, headers: requestHeaders(message) })),
    );
    console.log(`${count} × ${message.message} to ${message.exchange.name}`);
  } finally {
    await broker.stop();
  }
}

const serviceNamed = (name: string): ReturnType<typeof readService> => {
  try {
    return readService(name);
  } catch (failure) {
    throw new CommandError(failure instanceof Error ? failure.message : String(failure));
  }
};

/** Requests carry who asks and when; each one its own identifier. */
const requestHeaders = ({ headers }: MessageOperation): Record<string, string> =>
  JSON.stringify(headers).includes('RequestHeaders')
    ? {
        'regards.request.id': randomUUID(),
        'regards.request.owner': 'regards-cli',
        'regards.request.date': new Date().toISOString(),
      }
    : {};

const exchangeOf = ({ exchange: { name, type } }: MessageOperation): Exchange => ({
  name,
  type: type === 'topic' || type === 'direct' ? type : 'fanout',
  durable: true,
});

const publicationOf = (message: MessageOperation): Publication => ({
  name: message.id,
  virtualHost: 'multitenant',
  exchange: exchangeOf(message),
  routingKey: message.routingKey,
  type: message.type,
  converter: message.converter === 'JACKSON' ? 'JACKSON' : 'GSON',
  payload: (value) => ({ valid: true, value }),
});
