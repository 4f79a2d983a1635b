/** Puts the settings of a service together, and refuses those that the service would refuse. */
import type { SettingsContract } from '@regards/core';
import { entityInvalid, RefusedError, SettingsError } from '@regards/core';
import type { Resolved } from '@regards/settings';
import { filePath, setPath } from '../versions/domain.ts';
import type { Snapshot } from '../versions/domain.ts';
import type { Versions } from '../versions/service.ts';
import { fileNames, isSafe, levels, merged, profilesOf } from './domain/sources.ts';
import type { PropertySource } from './domain/sources.ts';
import { endings, readText } from './texts.ts';

export { endings, readText };

export interface Asked {
  readonly application: string;
  readonly profile: string;
  readonly label: string;
}

export interface Environment {
  readonly version: string;
  /** The first has precedence. */
  readonly sources: readonly PropertySource[];
}

export interface Environments {
  /** The sources that apply. Throws RefusedError `entity-invalid` naming each wrong key, or the file that is wrong. */
  find(asked: Asked): Promise<Environment>;
}

export type SettingsContracts = Readonly<Record<string, SettingsContract<object>>>;

/** Replaces placeholders as far as other settings do. */
export type Resolve = (values: Readonly<Record<string, string>>) => Resolved;

export interface EnvironmentParts {
  readonly versions: Pick<Versions, 'current'>;
  readonly contracts: SettingsContracts;
  readonly resolve: Resolve;
}

export const environments = ({ versions, contracts, resolve }: EnvironmentParts): Environments => ({
  async find(asked) {
    const snapshot = await versions.current();
    const sources = sourcesOf(snapshot, asked);
    const faults = faultsOf(merged(sources), contracts[asked.application], resolve);
    if (faults.length > 0)
      throw new RefusedError(entityInvalid(...faults.map((fault) => `${asked.application}: ${fault}`)));
    return { version: snapshot.version, sources };
  },
});

/** What was set for the service, then for all, then the files. Throws RefusedError for a file that cannot be read. */
export function sourcesOf(snapshot: Snapshot, { application, profile, label }: Asked): PropertySource[] {
  if (!isSafe(label)) return [];
  const names = fileNames(application, profilesOf(profile)).filter(isSafe);
  const places = [
    ...levels(application).map((level) => ({ name: `set for ${level}`, path: setPath(label, level) })),
    ...names.flatMap((name) =>
      endings.map((ending) => ({ name: `${name}.${ending}`, path: filePath(label, `${name}.${ending}`) })),
    ),
  ];
  return places.flatMap(({ name, path }) => {
    const text = snapshot.files.get(path);
    return text === undefined ? [] : [{ name, path, source: readText(path, text) }];
  });
}

/**
 * Faults of what is here: what is missing may come from the service's environment, and so may the parts of a value with
 * a placeholder that no other setting resolves. Each begins with its key.
 */
export function faultsOf(
  values: Readonly<Record<string, string>>,
  contract: SettingsContract<object> | undefined,
  resolve: Resolve,
): string[] {
  if (!contract) return [];
  const resolved = resolve(values);
  const open = new Set(resolved.unresolved.map(({ key }) => key));
  const settled = Object.fromEntries(Object.entries(resolved.values).filter(([key]) => !open.has(key)));
  try {
    contract.read(settled);
    return [];
  } catch (failure) {
    if (!(failure instanceof SettingsError)) throw failure;
    return failure.faults.filter((fault) => Object.keys(settled).some((key) => fault.startsWith(`${key}: `)));
  }
}
