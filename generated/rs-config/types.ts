// Generated from contracts/rs-config/schemas — do not edit.
export type { Problem } from '../common/types.ts';

/** The settings of one service, source by source. */
export interface Environment {
  /** Name of the service. */
  name: string;
  /** The profiles that were asked for. */
  profiles: string[];
  /** The folder the files are in. */
  label: string;
  /** Version of the files where they are versioned. */
  version: string | null;
  /** Always null; a member that Spring's clients know. */
  state: string | null;
  /** The first one has precedence. */
  propertySources: PropertySource[];
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
