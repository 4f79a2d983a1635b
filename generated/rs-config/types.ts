// Generated from contracts/rs-config/schemas — do not edit.
import type { Links, PageMetadata } from '../common/types.ts';
export type { Links, PageMetadata, Problem } from '../common/types.ts';

/** A running instance and the settings that it runs. */
export interface ConfiguredInstance {
  /** Name of the instance. */
  instanceId: string;
  /** The version whose values it runs. */
  version: string;
  /** Whether that is the newest one. */
  isNewest: boolean;
  /**
   * Keys whose new values count at its next start.
   *
   * @maxItems 500
   */
  waitingForRestart: string[];
  /**
   * Keys that its own environment gives, whatever is set.
   *
   * @maxItems 500
   */
  fromEnvironment: string[];
  /** Why it does not run the newest version. */
  refused?: string;
  /** When it was heard of last. */
  heardAt: string;
}

/** One page of instances. */
export interface ConfiguredInstancePage {
  metadata: PageMetadata;
  /** The instances. */
  content: ConfiguredInstanceResource[];
  links: Links;
}

/** An instance with its links. */
export interface ConfiguredInstanceResource {
  content: ConfiguredInstance;
  links: Links;
}

/** One setting, its value and why it is that. */
export interface EffectiveSetting {
  /** The key. */
  key: string;
  /** The value as written; none where nothing sets it or it is secret. */
  value?: string;
  /** Whether the value is never shown. */
  secret: boolean;
  /** Whether running instances take a new value at once; otherwise at their next start. */
  live: boolean;
  /** Where the value comes from: what was set for the service or for all, a file, `default`, or `nothing`. */
  source: string;
  /**
   * Other places that give a value, which does not count here.
   *
   * @maxItems 100
   */
  hidden: HiddenSetting[];
}

/** The settings of one service, source by source. */
export interface Environment {
  /** Name of the service. */
  name: string;
  /**
   * The profiles that were asked for.
   *
   * @maxItems 100
   */
  profiles: string[];
  /** The folder the files are in. */
  label: string;
  /** Version of the files where they are versioned. */
  version: string | null;
  /** Always null; a member that Spring's clients know. */
  state: string | null;
  /**
   * The first one has precedence.
   *
   * @maxItems 100
   */
  propertySources: PropertySource[];
}

/** A value that another one hides. */
export interface HiddenSetting {
  /** Where it stands. */
  source: string;
  /** The value; none where it is secret. */
  value?: string;
}

/** The newest version of the settings. */
export interface NewestVersion {
  /** The commit. */
  version: string;
}

/** One file of settings. */
export interface PropertySource {
  /** Where the settings stand, such as file:/config/application.properties. */
  name: string;
  /** The settings by key; every value is a text as written. */
  source: {
    [k: string]: string;
  };
}

/** What an instance runs of the settings it was given. */
export interface RunningSettings {
  /** The version whose values it runs. */
  version: string;
  /** The newest version that it has heard of. */
  known: string;
  /**
   * Keys whose new values count at its next start.
   *
   * @maxItems 500
   */
  waitingForRestart: string[];
  /**
   * Keys that its own environment gives, whatever is set.
   *
   * @maxItems 500
   */
  fromEnvironment: string[];
  /** Why it does not run the newest version that it has heard of. */
  refused?: string;
}

/** All settings of one service in one version. */
export interface ServiceSettings {
  /** Name of the service, or `application`. */
  service: string;
  /** The folder the files are in. */
  label: string;
  /** The commit that holds all of them. */
  version: string;
  /**
   * By key, those of the service's contract and whatever else is set.
   *
   * @maxItems 5000
   */
  settings: EffectiveSetting[];
}

/** What became of one key in one place. */
export interface SettingChange {
  /** The key. */
  key: string;
  /** Where. */
  source: string;
  /** Whether the values are never shown. */
  secret: boolean;
  /** The value before; none where there was none or it is secret. */
  before?: string;
  /** The value after; none where there is none or it is secret. */
  after?: string;
}

/** Settings to be set and unset, those that are not named stay. */
export interface SettingsChange {
  /** Values by key; null unsets, so that what a file or the contract says counts again. */
  settings: {
    [k: string]: string | null;
  };
  /** Why. */
  comment?: string;
}

/** The version whose settings are wanted back. */
export interface SettingsRollback {
  /** A version of the history. */
  version: string;
  /** Why. */
  comment?: string;
}

/** A version in which settings of a service changed. */
export interface SettingsVersion {
  /** The commit. */
  version: string;
  /** Login of who changed them; `files` where the folder's files had changed. */
  author: string;
  /** When. */
  at: string;
  /** Why. */
  comment?: string;
  /**
   * What, key by key.
   *
   * @maxItems 5000
   */
  changes: SettingChange[];
}

/** One page of versions. */
export interface SettingsVersionPage {
  metadata: PageMetadata;
  /** The versions. */
  content: SettingsVersionResource[];
  links: Links;
}

/** A version with its links. */
export interface SettingsVersionResource {
  content: SettingsVersion;
  links: Links;
}
