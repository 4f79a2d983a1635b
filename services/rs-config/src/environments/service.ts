/** Puts the settings of a service together, and refuses those that the service would refuse. */
import type { SettingsContract } from '@regards/core';
import { entityInvalid, RefusedError, SettingsError } from '@regards/core';
import { fileNames, isSafe, merged, profilesOf } from './domain/sources.ts';
import type { PropertySource } from './domain/sources.ts';

/** Where the files are. */
export interface ConfigurationFiles {
  /** The sources of one file name, with precedence: .properties, then .yml; none when there is no such file. */
  read(label: string, name: string): Promise<PropertySource[]>;
}

export interface Environments {
  /** The sources that apply, the first with precedence. Throws RefusedError `entity-invalid` naming each wrong key. */
  find(asked: {
    readonly application: string;
    readonly profile: string;
    readonly label: string;
  }): Promise<PropertySource[]>;
}

export interface EnvironmentParts {
  readonly files: ConfigurationFiles;
  readonly contracts: Readonly<Record<string, SettingsContract<object>>>;
}

export const environments = ({ files, contracts }: EnvironmentParts): Environments => ({
  async find({ application, profile, label }) {
    if (!isSafe(label)) return [];
    const names = fileNames(application, profilesOf(profile)).filter(isSafe);
    const sources = (await Promise.all(names.map((name) => files.read(label, name)))).flat();
    const faults = faultsOf(merged(sources), contracts[application]);
    if (faults.length > 0) throw new RefusedError(entityInvalid(...faults.map((fault) => `${application}: ${fault}`)));
    return sources;
  },
});

/** What is not here may come from the service's environment, and so may the parts of a value with a placeholder. */
function faultsOf(values: Readonly<Record<string, string>>, contract: SettingsContract<object> | undefined): string[] {
  if (!contract) return [];
  const settled = Object.fromEntries(Object.entries(values).filter(([, value]) => !value.includes('${')));
  try {
    contract.read(settled);
    return [];
  } catch (failure) {
    if (!(failure instanceof SettingsError)) throw failure;
    return failure.faults.filter((fault) => Object.keys(settled).some((key) => fault.startsWith(`${key}: `)));
  }
}
