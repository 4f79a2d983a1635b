/** rs-config: serves the settings of all services out of a folder of files. */
import { rsConfigContract } from '@regards/generated/rs-config/contract';
import { settingsContracts } from '@regards/generated/platform/settings';
import { defineService } from '@regards/service';
import { resolvePlaceholders } from '@regards/settings';
import { configurationFolder } from './environments/dao.ts';
import { environmentOperations } from './environments/rest.ts';
import { environments } from './environments/service.ts';

export const rsConfig = defineService({
  contract: rsConfigContract,
  tenancy: 'instance',
  settingsFrom: 'environment',
  registers: false,
  start: ({ settings }) => ({
    rest: environmentOperations({
      environments: environments({
        files: configurationFolder(settings['regards.config.folder']),
        contracts: settingsContracts,
      }),
      resolve: (values) => resolvePlaceholders(values, {}).values,
      defaultLabel: settings['regards.config.label'],
    }),
  }),
});
