/** `regards config`: settings of services looked at, changed, and put back, at rs-config itself. */
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { placeOf, silentLog } from '@regards/core';
import type { CallContext } from '@regards/core';
import { rsConfigClient } from '@regards/generated/rs-config/client';
import type { RsConfigClient } from '@regards/generated/rs-config/client';
import { createTransport } from '@regards/http';
import type { EffectiveSetting, ServiceSettings } from '@regards/generated/rs-config/types';
import { bodyOf, CommandError } from '../fault.ts';
import { session } from '../platform.ts';
import { platformFile } from '../session.ts';

interface Options {
  readonly platform?: string;
  readonly url?: string;
  readonly json?: boolean;
}

interface ChangeOptions extends Options {
  readonly comment?: string;
}

const examples = `
Examples:
  regards config get rs-fem
  regards config get rs-fem regards.log.level
  regards config set rs-fem regards.log.level=debug --comment 'look for the slow requests'
  regards config unset rs-fem regards.log.level
  regards config history rs-fem
  regards config rollback rs-fem <version>
  regards config instances rs-fem

The service \`application\` stands for what is common to all. For administrators of the instance, where rs-config can
be reached: beside a local platform (make up) without more, elsewhere with --url, after
\`regards login --project instance\`.`;

export function addConfig(program: Command): Command {
  const group = program
    .command('config')
    .description('settings of services: get, set, unset, history, rollback, instances')
    .addHelpText('after', examples);
  const command = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .argument('<service>', 'name of a service, or `application`')
      .option('--platform <file>', 'description of a local platform instead of the kept session')
      .option('--url <address>', 'address of rs-config');
  const changing = (one: Command): Command => one.option('--comment <text>', 'why');

  command('get', 'each setting with its value and where that comes from')
    .argument('[key]', 'one setting alone, with what it hides')
    .option('--json', 'print each as JSON, one a line')
    .action((service: string, key: string | undefined, options: Options) =>
      atConfig(options, (config, context) => showSettings(config, context, service, key, options.json === true)),
    );
  changing(command('set', 'sets settings; running instances take what is live at once'))
    .argument('<settings...>', 'as key=value')
    .action((service: string, settings: string[], options: ChangeOptions) =>
      atConfig(options, (config, context) =>
        change(config, context, service, Object.fromEntries(settings.map(assignment)), options.comment),
      ),
    );
  changing(command('unset', 'unsets settings: what a file or the contract says counts again'))
    .argument('<keys...>', 'keys')
    .action((service: string, keys: string[], options: ChangeOptions) =>
      atConfig(options, (config, context) =>
        change(config, context, service, Object.fromEntries(keys.map((key) => [key, null])), options.comment),
      ),
    );
  command('history', 'who changed what, when and why, the latest first')
    .option('--page <number>', 'page of versions, from 0', '0')
    .option('--size <number>', 'versions of a page', '20')
    .action((service: string, options: Options & { page: string; size: string }) =>
      atConfig(options, (config, context) => showHistory(config, context, service, options)),
    );
  changing(command('rollback', 'puts what was set back to what it was in a version'))
    .argument('<version>', 'as `history` gives it')
    .action((service: string, version: string, options: ChangeOptions) =>
      atConfig(options, (config, context) => rollBack(config, context, service, version, options.comment)),
    );
  command('instances', 'which version each running instance has').action((service: string, options: Options) =>
    atConfig(options, (config, context) => showInstances(config, context, service)),
  );
  return group;
}

/** Calls rs-config at its own address. */
export function configAt(url: string) {
  const transport = createTransport({
    find: (_service, tried) => (tried.length > 0 ? undefined : placeOf(url).url.replace(/\/+$/, '')),
    serviceToken: () => Promise.reject(new CommandError('there is no token: run `regards login` first')),
    log: silentLog,
  });
  return { config: rsConfigClient(transport), close: () => transport.close() };
}

async function atConfig(
  { platform, url }: Options,
  work: (config: RsConfigClient, context: CallContext) => Promise<void>,
): Promise<void> {
  const address = url ?? (await platformFile(platform))?.config[0];
  if (address === undefined)
    throw new CommandError('no platform is described here: name the address of rs-config with --url');
  const { project, token } = await session({ platform, project: 'instance' });
  const { config, close } = configAt(address);
  try {
    await work(config, { tenant: project, correlationId: randomUUID(), token });
  } finally {
    close();
  }
}

export async function showSettings(
  config: RsConfigClient,
  context: CallContext,
  service: string,
  key: string | undefined,
  json: boolean,
): Promise<void> {
  const { settings } = await settingsOf(config, context, service);
  const shown = settings.filter((one) => key === undefined || one.key === key);
  if (shown.length === 0) throw new CommandError(`${key} is no setting of ${service}`);
  for (const one of shown) {
    console.log(json ? JSON.stringify(one) : `${one.key} = ${valueOf(one)}  (${one.source})`);
    if (key === undefined || json) continue;
    for (const hidden of one.hidden) console.log(`  hides ${valueOf({ ...one, ...hidden })}  (${hidden.source})`);
  }
}

const valueOf = ({ value, secret }: Pick<EffectiveSetting, 'value' | 'secret'>): string =>
  value ?? (secret ? '[secret]' : '');

const settingsOf = async (config: RsConfigClient, context: CallContext, service: string): Promise<ServiceSettings> =>
  bodyOf('The question', await config.getServiceSettings(context, { service }), 200);

const ifMatch = ({ version }: ServiceSettings) => ({ 'If-Match': `"${version}"` });

const commented = (comment: string | undefined) => (comment === undefined ? {} : { comment });

export async function change(
  config: RsConfigClient,
  context: CallContext,
  service: string,
  settings: Readonly<Record<string, string | null>>,
  comment: string | undefined,
): Promise<void> {
  const now = await settingsOf(config, context, service);
  const body = { settings, ...commented(comment) };
  const answer = await config.changeServiceSettings(context, { service, ...ifMatch(now), body });
  console.log(`version ${bodyOf('The change', answer, 200).version}`);
}

export async function rollBack(
  config: RsConfigClient,
  context: CallContext,
  service: string,
  version: string,
  comment: string | undefined,
): Promise<void> {
  const now = await settingsOf(config, context, service);
  const body = { version, ...commented(comment) };
  const answer = await config.rollBackSettings(context, { service, ...ifMatch(now), body });
  console.log(`version ${bodyOf('The rollback', answer, 200).version}`);
}

export async function showHistory(
  config: RsConfigClient,
  context: CallContext,
  service: string,
  { page, size }: { readonly page: string; readonly size: string },
): Promise<void> {
  const answer = await config.getSettingsHistory(context, { service, page, size });
  for (const { content } of bodyOf('The history', answer, 200).content) {
    console.log(`${content.version}  ${content.at}  ${content.author}  ${content.comment ?? ''}`);
    for (const { key, before, after, secret, source } of content.changes) {
      const [was, is] = [before, after].map((value) => value ?? (secret ? '[secret]' : 'not set'));
      console.log(`  ${key}: ${was} → ${is}  (${source})`);
    }
  }
}

export async function showInstances(config: RsConfigClient, context: CallContext, service: string): Promise<void> {
  const answer = await config.getConfiguredInstances(context, { service, size: '2000' });
  for (const { content } of bodyOf('The list', answer, 200).content) {
    const { instanceId, version, isNewest, waitingForRestart, refused } = content;
    const waiting = waitingForRestart.length === 0 ? '' : `  restart for ${waitingForRestart.join(', ')}`;
    const reason = refused === undefined ? '' : `  refuses the newest: ${refused}`;
    console.log(`${instanceId}  ${version}  ${isNewest ? 'newest' : 'older'}${waiting}${reason}`);
  }
}

/** Everything behind the first `=` is the value. */
function assignment(text: string): [key: string, value: string] {
  const [, key, value] = /^([^=]+)=([\s\S]*)$/.exec(text) ?? [];
  if (key === undefined || value === undefined) throw new CommandError(`${text} is not key=value`);
  return [key, value];
}
