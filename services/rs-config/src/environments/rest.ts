/** Between Spring Cloud Config's HTTP API and the settings. */
import { refusal } from '@regards/core';
import type { RsConfigServer } from '@regards/generated/rs-config/server';
import { stringify } from 'yaml';
import { writeProperties } from './domain/properties.ts';
import { merged, parseFileName, profilesOf } from './domain/sources.ts';
import type { PropertySource } from './domain/sources.ts';
import { grown } from './domain/tree.ts';
import type { Environments, Resolve } from './service.ts';

export interface RestParts {
  readonly environments: Environments;
  readonly resolve: Resolve;
  readonly defaultLabel: string;
  /** Where the folder is, so that Spring's clients see where a value stands. */
  readonly folder: string;
}

type EnvironmentOperations = Pick<RsConfigServer, 'getEnvironment' | 'getLabelledEnvironment' | 'getMergedFile'>;

export function environmentOperations({
  environments,
  resolve,
  defaultLabel,
  folder,
}: RestParts): EnvironmentOperations {
  const placeOf = ({ name, path }: PropertySource, label: string): string =>
    path.startsWith('files/') ? `file:${folder}/${label}/${name}` : name;
  const environment = async (application: string, profile: string, label: string) => {
    const { version, sources } = await environments.find({ application, profile, label });
    const propertySources = sources.map((one) => ({ name: placeOf(one, label), source: one.source }));
    return {
      status: 200 as const,
      body: { name: application, profiles: profilesOf(profile), label, version, state: null, propertySources },
    };
  };
  return {
    getEnvironment: (_call, { application, profile }) => environment(application, profile, defaultLabel),
    getLabelledEnvironment: (_call, { application, profile, label }) => environment(application, profile, label),
    async getMergedFile(_call, { file }) {
      const asked = parseFileName(file);
      if (!asked) return { status: 404, error: refusal('route-not-found', `There is no ${file} here.`) };
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
