/** Rules that every contract keeps beyond OpenAPI, AsyncAPI and JSON Schema; faults name file and operation. */
import type { Contracts } from '../contracts.ts';
import { messageFaults } from './messages.ts';
import { operationFaults } from './operations.ts';
import { restingFaults } from './resting.ts';
import { schemaFaults } from './schemas.ts';
import { settingsFaults } from './settings.ts';

export { linkFaults } from './links.ts';

export const contractFaults = ({ services, common, commonSettings, folder }: Contracts): string[] => [
  ...common.flatMap((schema) => schemaFaults(schema, folder)),
  ...settingsFaults('common', commonSettings),
  ...services.flatMap((service) => [
    ...service.schemas.flatMap((schema) => schemaFaults(schema, folder)),
    ...operationFaults(service),
    ...messageFaults(service),
    ...restingFaults(service),
    ...settingsFaults(service.name, service.settings),
  ]),
];
