/** What applies to a service, and which of it wins (rs-config §2, §3.1; Spring's order of profiles). */

export interface PropertySource {
  /** For people, such as `application.properties`. */
  readonly name: string;
  /** Its file in the repository. */
  readonly path: string;
  readonly source: Readonly<Record<string, string>>;
}

/** The name of what all services have in common. */
export const common = 'application';

/** A name is never a path: it begins with a letter or digit, and has no slash. */
const safeName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

export const isSafe = (name: string): boolean => safeName.test(name) && !name.includes('..');

export const profilesOf = (profile: string): string[] => profile.split(',').filter((one) => one !== '');

/** The service and what is common to all: where settings are set, the first with precedence. */
export const levels = (application: string): string[] => (application === common ? [common] : [application, common]);

/**
 * Names of files without ending, the first with precedence: files of a profile before those of none, a later profile
 * before an earlier one, and each time the service's own before the common one.
 */
export function fileNames(application: string, profiles: readonly string[]): string[] {
  const names = levels(application);
  return [...profiles.toReversed().flatMap((profile) => names.map((name) => `${name}-${profile}`)), ...names];
}

/** What a client makes of the sources: the first that has a key wins. */
export function merged(sources: readonly Pick<PropertySource, 'source'>[]): Record<string, string> {
  return Object.fromEntries(sources.toReversed().flatMap(({ source }) => Object.entries(source)));
}

/** `rs-admin-production.yml`: service, profile behind the last hyphen, and ending. */
export function parseFileName(file: string): { application: string; profile: string; ending: string } | undefined {
  const [, application, profile, ending] = /^(.+)-([^-.]+)\.(properties|ya?ml|json)$/.exec(file) ?? [];
  return application && profile && ending && isSafe(application) ? { application, profile, ending } : undefined;
}
