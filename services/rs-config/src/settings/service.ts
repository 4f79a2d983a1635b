/** Settings of a service looked at, changed and put back. */
import { entityInvalid, entityNotFound, refusal, RefusedError, refuseBeyond } from '@regards/core';
import type { Log, Page, PageRequest, SettingRules } from '@regards/core';
import { bounds } from '@regards/generated/rs-config/bounds';
import type { ServiceSettings, SettingsVersion } from '@regards/generated/rs-config/types';
import { readProperties, writeProperties } from '../environments/domain/properties.ts';
import { common, merged } from '../environments/domain/sources.ts';
import { endings, faultsOf, readText, sourcesOf } from '../environments/service.ts';
import type { Resolve, SettingsContracts } from '../environments/service.ts';
import { filePath, setPath, withChanges } from '../versions/domain.ts';
import type { Author, Commit, FileChanges, Snapshot } from '../versions/domain.ts';
import type { Versions } from '../versions/service.ts';
import { changesBetween, effectiveSettings, withSettings } from './domain.ts';
import type { Show, Values } from './domain.ts';

export interface Place {
  readonly service: string;
  readonly label: string;
}

export interface Change extends Place {
  /** The version that the change is made on. */
  readonly version: string;
  readonly author: Author;
  readonly comment: string;
}

export interface SettingsService {
  view(asked: Place & { readonly profile: string }): Promise<ServiceSettings>;
  /**
   * Sets and unsets (null). Throws RefusedError: `precondition-failed` when somebody was faster, `entity-invalid` with
   * each key that the contract does not have or whose value it refuses.
   */
  change(asked: Change & { readonly settings: Readonly<Record<string, string | null>> }): Promise<ServiceSettings>;
  /** As it was set in the version `to`. Throws as change() does, and `entity-not-found` for an unknown version. */
  rollBack(asked: Change & { readonly to: string }): Promise<ServiceSettings>;
  history(asked: Place, page: PageRequest): Promise<Page<SettingsVersion>>;
}

export interface SettingsParts {
  readonly versions: Versions;
  readonly contracts: SettingsContracts;
  readonly resolve: Resolve;
  /** A value without what looks like a secret, undefined where the key or the whole value does. */
  readonly withoutSecrets: Show;
  readonly log: Log;
}

/** The profile of instances that name none: the one that is looked at and checked with. */
export const defaultProfile = 'production';

/** A commit that loses to one of another service is made again; more losses in a row than this are no chance. */
const tries = 20;

export function settingsService({ versions, contracts, resolve, withoutSecrets, log }: SettingsParts): SettingsService {
  const allRules = Object.fromEntries(Object.values(contracts).flatMap(({ rules }) => Object.entries(rules)));
  const show: Show = (key, value) =>
    allRules[key]?.secret === true && value !== '' ? undefined : withoutSecrets(key, value);

  const viewOf = (snapshot: Snapshot, { service, label, profile }: Place & { readonly profile: string }) => ({
    service,
    label,
    version: snapshot.version,
    settings: effectiveSettings(
      sourcesOf(snapshot, { application: service, profile, label }),
      contracts[service]?.rules ?? {},
      show,
    ),
  });

  /** Faults of what is set, as each service that takes it would tell them; what hides it now may be gone tomorrow. */
  const refuseFaults = (snapshot: Snapshot, { service, label }: Place, set: Values, keys: readonly string[]): void => {
    const checked = service === common ? Object.keys(contracts) : [service];
    const faults = checked.flatMap((application) => {
      const values = merged(sourcesOf(snapshot, { application, profile: defaultProfile, label }));
      return faultsOf({ ...values, ...set }, contracts[application], resolve).filter((fault) =>
        keys.some((key) => fault.startsWith(`${key}: `)),
      );
    });
    if (faults.length > 0) throw new RefusedError(entityInvalid(...new Set(faults)));
  };

  /** Somebody's change of another service is no reason to refuse. */
  const refuseIfChanged = async (version: string, current: Snapshot, path: string): Promise<void> => {
    if (version === current.version) return;
    const isSame =
      (await versions.isVersion(version)) && (await versions.text(version, path)) === current.files.get(path);
    if (isSame) return;
    throw new RefusedError(
      refusal('precondition-failed', `The settings have changed since the version ${version}; read them again.`),
    );
  };

  const write = async (asked: Change, next: (values: Values) => Values): Promise<ServiceSettings> => {
    const path = setPath(asked.label, asked.service);
    for (let tried = 0; tried < tries; tried += 1) {
      const current = await versions.current();
      await refuseIfChanged(asked.version, current, path);
      const before = readProperties(current.files.get(path) ?? '');
      const after = next(before);
      const keys = changesBetween(before, after, '', show).map(({ key }) => key);
      if (keys.length === 0) return viewOf(current, { ...asked, profile: defaultProfile });
      const changes: FileChanges = new Map([
        [path, Object.keys(after).length > 0 ? writeProperties(after) : undefined],
      ]);
      const changed = { ...current, files: withChanges(current.files, changes) };
      refuseFaults(changed, asked, after, keys);
      const { settings } = viewOf(changed, { ...asked, profile: defaultProfile });
      refuseBeyond(bounds['ServiceSettings.settings'], settings.length, `settings of ${asked.service}`);
      const committed = await versions.commit(current, { changes, author: asked.author, comment: asked.comment });
      if (!committed) continue;
      const { version } = committed;
      log.info({ version, service: asked.service, keys, by: asked.author.name }, 'settings were changed');
      return viewOf(committed, { ...asked, profile: defaultProfile });
    }
    throw new RefusedError(refusal('unavailable', 'The settings change too fast just now.'));
  };

  const describe = ({ version, author, at, comment, files }: Commit, { service, label }: Place): SettingsVersion => ({
    version,
    author,
    at: at.toISOString(),
    ...(comment === '' ? {} : { comment }),
    changes: files.flatMap(({ path, before, after }) => {
      const name = path === setPath(label, service) ? `set for ${service}` : (path.split('/').at(-1) ?? path);
      return changesBetween(readableValues(path, before), readableValues(path, after), name, show);
    }),
  });

  return {
    view: async (asked) => viewOf(await versions.current(), asked),
    async change(asked) {
      const known: Readonly<Record<string, SettingRules>> | undefined =
        asked.service === common ? allRules : contracts[asked.service]?.rules;
      const unknown = Object.keys(asked.settings).filter((key) => known !== undefined && !(key in known));
      if (unknown.length > 0)
        throw new RefusedError(entityInvalid(...unknown.map((key) => `${key}: is no setting of ${asked.service}`)));
      return write(asked, (values) => withSettings(values, asked.settings));
    },
    async rollBack(asked) {
      if (!(await versions.isVersion(asked.to))) throw new RefusedError(entityNotFound('SettingsVersion', asked.to));
      const wanted = readProperties((await versions.text(asked.to, setPath(asked.label, asked.service))) ?? '');
      return write(asked, () => wanted);
    },
    async history({ service, label }, { page, size }) {
      await versions.current();
      const files = endings.map((ending) => filePath(label, `${service}.${ending}`));
      const paths = [setPath(label, service), ...files];
      const { commits, total } = await versions.history(paths, { skip: page * size, size });
      const content = commits.map((commit) => describe(commit, { service, label }));
      return { content, size, number: page, totalElements: total };
    },
  };
}

/** Nobody could read it then, and nobody can now. */
function readableValues(path: string, text: string): Values {
  try {
    return readText(path, text);
  } catch (failure) {
    if (failure instanceof RefusedError) return {};
    throw failure;
  }
}
