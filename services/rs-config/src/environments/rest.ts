/** Between Spring Cloud Config's HTTP API and the settings. */
import { refusal } from '@regards/core';
import type { Call } from '@regards/core';
import type { RsConfigServer } from '@regards/generated/rs-config/server';
import { stringify } from 'yaml';
import { writeProperties } from './domain/properties.ts';
import { merged, parseFileName, profilesOf } from './domain/sources.ts';
import type { PropertySource } from './domain/sources.ts';
import { grown } from './domain/tree.ts';
import type { Readers } from './readers.ts';
import type { Asked, Environments, Resolve } from './service.ts';

export interface RestParts {
  readonly environments: Environments;
  readonly readers: Readers;
  readonly resolve: Resolve;
  readonly defaultLabel: string;
  /** Where the folder is, so that Spring's clients see where a value stands. */
  readonly folder: string;
}

/** RFC 7617 §2. */
const challenge = { 'WWW-Authenticate': 'Basic realm="rs-config"' };

type EnvironmentOperations = Pick<RsConfigServer, 'getEnvironment' | 'getLabelledEnvironment' | 'getMergedFile'>;

export function environmentOperations({
  environments,
  readers,
  resolve,
  defaultLabel,
  folder,
}: RestParts): EnvironmentOperations {
  const placeOf = ({ name, path }: PropertySource, label: string): string =>
    path.startsWith('files/') ? `file:${folder}/${label}/${name}` : name;
  /** Told in the log: settings hold passwords. */
  const refused = ({ headers, log, caller }: Call, application: string) => {
    const why = readers.refusalOf(headers['authorization'], application);
    if (!why) return undefined;
    log.warn({ application, caller: caller.login }, 'settings were refused');
    return why.code === 'unauthenticated'
      ? ({ status: 401, error: why, headers: challenge } as const)
      : ({ status: 403, error: why } as const);
  };
  const environment = async (call: Call, { application, profile, label }: Asked) => {
    const denied = refused(call, application);
    if (denied) return denied;
    const { version, sources } = await environments.find({ application, profile, label });
    const propertySources = sources.map((one) => ({ name: placeOf(one, label), source: one.source }));
    return {
      status: 200 as const,
      body: { name: application, profiles: profilesOf(profile), label, version, state: null, propertySources },
    };
  };
  return {
    getEnvironment: (call, asked) => environment(call, { ...asked, label: defaultLabel }),
    getLabelledEnvironment: environment,
    async getMergedFile(call, { file }) {
      const asked = parseFileName(file);
      if (!asked) return { status: 404, error: refusal('route-not-found', `There is no ${file} here.`) };
      const denied = refused(call, asked.application);
      if (denied) return denied;
      const { sources } = await environments.find({ ...asked, label: defaultLabel });
      const { values } = resolve(merged(sources));
      return {
        status: 200,
        body: texts[asked.ending]?.(values) ?? '',
        headers: { 'Content-Type': mediaTypes[asked.ending] ?? 'text/plain' },
      };
    },
  };
}

const yaml = (values: Readonly<Record<string, string>>): string => stringify(grown(values));

const texts: Readonly<Record<string, (values: Readonly<Record<string, string>>) => string>> = {
  properties: writeProperties,
  yml: yaml,
  yaml,
  json: (values) => JSON.stringify(grown(values), undefined, 2),
};

const mediaTypes: Readonly<Record<string, string>> = {
  properties: 'text/plain;charset=UTF-8',
  json: 'application/json;charset=UTF-8',
  yml: 'text/plain;charset=UTF-8',
  yaml: 'text/plain;charset=UTF-8',
};
