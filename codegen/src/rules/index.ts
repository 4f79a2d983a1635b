/** Rules that every contract keeps beyond OpenAPI, AsyncAPI and JSON Schema; faults name file and operation. */
import type { Contracts } from '../contracts.ts';
import type { JsonObject } from '../json.ts';
import { linkFaults } from './links.ts';
import { inlineListFaults } from './lists.ts';
import { messageFaults } from './messages.ts';
import { operationFaults } from './operations.ts';
import { pageFaults } from './pages.ts';
import { restingFaults } from './resting.ts';
import { schemaFaults } from './schemas.ts';
import { settingsFaults } from './settings.ts';

/** Those that can only be seen in a document with every file taken in. */
export const documentFaults = (service: string, document: JsonObject): string[] => [
  ...linkFaults(service, document),
  ...pageFaults(service, document),
  ...inlineListFaults(service, document),
];

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
