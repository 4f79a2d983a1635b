/** rs-config: serves the settings of all services out of a folder of files, and what administrators set over them. */
import path from 'node:path';
import { rsConfigContract } from '@regards/generated/rs-config/contract';
import { settingsContracts } from '@regards/generated/platform/settings';
import { defineService } from '@regards/service';
import { resolvePlaceholders } from '@regards/settings';
import { shown } from '@regards/telemetry';
import { environmentOperations } from './environments/rest.ts';
import { readers } from './environments/readers.ts';
import { environments } from './environments/service.ts';
import { gitIn } from './git.ts';
import { acknowledgements } from './instances/dao.ts';
import { instanceOperations } from './instances/rest.ts';
import { instanceService } from './instances/service.ts';
import { settingsOperations } from './settings/rest.ts';
import { settingsService } from './settings/service.ts';
import { configurationFolder, openRepository } from './versions/dao.ts';
import { versions } from './versions/service.ts';

export const rsConfig = defineService({
  contract: rsConfigContract,
  tenancy: 'instance',
  settingsFrom: 'environment',
  registers: false,
  finds: true,
  async start({ settings, clock, log }) {
    const folder = settings['regards.config.folder'];
    const defaultLabel = settings['regards.config.label'];
    const repository = settings['regards.config.repository'] || path.join(folder, '.git');
    const kept = versions(await openRepository(repository, gitIn), configurationFolder(folder), log);
    await kept.current();
    const resolve = (values: Readonly<Record<string, string>>) => resolvePlaceholders(values, {});
    const ending = new AbortController();
    const instances = instanceService({
      versions: kept,
      acknowledgements: acknowledgements(repository),
      clock,
      ending: ending.signal,
    });
    const parts = { versions: kept, contracts: settingsContracts, resolve };
    return {
      rest: {
        ...environmentOperations({
          environments: environments(parts),
          readers: readers(settings['regards.config.credentials'], settings['regards.config.open.names']),
          resolve,
          defaultLabel,
          folder,
        }),
        ...settingsOperations(settingsService({ ...parts, withoutSecrets: shown, log }), defaultLabel),
        ...instanceOperations(instances),
      },
      tasks: [
        {
          name: 'versions',
          everyMs: 500,
          async run(_tenant, signal) {
            signal.addEventListener('abort', () => ending.abort(), { once: true });
            await kept.follow(signal);
          },
        },
      ],
    };
  },
});
