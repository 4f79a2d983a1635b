/** The services of a plan as programs: a process each, or all in one. */
import path from 'node:path';
import { variableName } from '@regards/settings';
import type { Folders } from './folders.ts';
import { compactFlags, environmentOf, flagsOf, limits, serviceEnvironment } from './limits.ts';
import { configUrlsOf, registryUrlsOf, services, urlOf } from './plan.ts';
import type { Instance, Plan } from './plan.ts';
import { answers } from './program.ts';
import type { Program, Served } from './program.ts';
import { secretFile } from './secrets.ts';

type Environment = Readonly<Record<string, string>>;

/** The programs of a plan's services, in the order of their start; `inherited` is the environment of `make up`. */
export const servicePrograms = (plan: Plan, folders: Folders, inherited: Environment): Program[] =>
  plan.layout === 'compact'
    ? [compactProgram(plan, folders, inherited)]
    : plan.instances.map((instance) => instanceProgram(instance, plan, folders, inherited));

function instanceProgram(instance: Instance, plan: Plan, folders: Folders, inherited: Environment): Program {
  const folder = services.find(({ name }) => name === instance.service)?.folder ?? '';
  const environment = {
    ...commonEnvironment(plan, folders, inherited),
    ...environmentOf(instance.service),
    ...(instance.service === 'rs-config' ? readersOf(plan) : {}),
    REGARDS_INSTANCE_ID: instance.id,
    REGARDS_PORT: String(instance.port),
    REGARDS_STATE_FOLDER: path.join(folders.services, instance.id.replaceAll(':', '-')),
  };
  const entry = path.join(folders.root, folder, 'src', 'main.ts');
  const args = [...flagsOf(instance.service), entry];
  return nodeProgram(instance.id, instance.service, args, environment, [servedBy(instance)]);
}

function compactProgram(plan: Plan, folders: Folders, inherited: Environment): Program {
  const own = plan.instances.flatMap(({ service, id, port }): [name: string, value: string][] => [
    [`REGARDS_${variableName(service)}_INSTANCE_ID`, id],
    [`REGARDS_${variableName(service)}_PORT`, String(port)],
  ]);
  const environment = {
    ...commonEnvironment(plan, folders, inherited),
    ...Object.fromEntries(own),
    ...readersOf(plan),
    REGARDS_STATE_FOLDER: path.join(folders.services, 'compact'),
  };
  const entry = path.join(folders.root, 'platform', 'src', 'compact.ts');
  return nodeProgram('compact', 'compact', [...compactFlags, entry], environment, plan.instances.map(servedBy));
}

/** rs-config has it from nobody else. */
const readersOf = ({ configCredential: { user, password } }: Plan): Environment => ({
  REGARDS_CONFIG_CREDENTIALS: `${user}:${password}:*`,
});

const servedBy = (instance: Instance): Served => ({ service: instance.service, id: instance.id, url: urlOf(instance) });

/** Variables of whoever called `make up` come along: any setting may be given by one. */
const commonEnvironment = (
  plan: Plan,
  folders: Folders,
  // the administrator's: each service has an account of its own
  { REGARDS_DATABASE_URL: _administrator, ...inherited }: Environment,
): Record<string, string> => ({
  ...inherited,
  ...serviceEnvironment,
  NODE_COMPILE_CACHE: folders.compiled,
  REGARDS_CONFIG_URL: configUrlsOf(plan).join(','),
  REGARDS_CONFIG_FOLDER: folders.config,
  // rs-config has it from nobody else
  REGARDS_SECURITY_SERVICE_KEY: secretFile(folders, 'service-key.pem'),
  REGARDS_REGISTRY_URLS: registryUrlsOf(plan).join(','),
});

const nodeProgram = (
  name: string,
  service: string,
  args: readonly string[],
  environment: Environment,
  served: readonly Served[],
): Program => ({
  name,
  service,
  command: process.execPath,
  args,
  environment,
  served,
  stopSignal: 'SIGTERM',
  stopMs: limits.serviceStopMs,
  async ready(signal) {
    const all = await Promise.all(served.map(({ url }) => answers(`${url}/actuator/health/readiness`, signal)));
    return all.every(Boolean);
  },
});
