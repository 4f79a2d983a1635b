/** `regards status`: every instance of a local platform, as the registry lists it and as it answers itself. */
import type { Command } from 'commander';
import { createDiscovery } from '@regards/discovery';
import type { Instance } from '@regards/discovery';
import { silentLog } from '@regards/core';
import { CommandError } from '../fault.ts';
import { platformFile } from '../session.ts';

/** An instance that does not tell its health within it is not well. */
const answerMs = 3_000;

export const addStatus = (program: Command): Command =>
  program
    .command('status')
    .description('services, instances and their health, as the registry of a local platform lists them')
    .option('--platform <file>', 'description of the platform, .run/platform.json by default')
    .action(async ({ platform: place }: { platform?: string }) => {
      const platform = await platformFile(place);
      if (!platform)
        throw new CommandError(
          'no platform is described here: start one with `make up`, or name its description with --platform',
        );
      const discovery = createDiscovery({ registryUrls: platform.registry, log: silentLog });
      try {
        await Promise.race([discovery.ready, late(platform.registry)]);
        const lines = await Promise.all(discovery.all().map(line));
        for (const one of lines.toSorted()) console.log(one);
        if (lines.some((one) => !one.endsWith('UP'))) process.exitCode = 1;
      } finally {
        await discovery.stop();
      }
    });

const late = (registry: readonly string[]): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new CommandError(`no registry answers at ${registry.join(', ')}`)), answerMs).unref();
  });

async function line({ service, id, url, status }: Instance): Promise<string> {
  const health = await fetch(`${url}/actuator/health/readiness`, { signal: AbortSignal.timeout(answerMs) }).then(
    async (answer) => ((await answer.json()) as { status?: string }).status ?? String(answer.status),
    () => 'no answer',
  );
  return `${service.padEnd(20)} ${id.padEnd(28)} ${url.padEnd(26)} ${status === health ? status : `${status}, says ${health}`}`;
}
