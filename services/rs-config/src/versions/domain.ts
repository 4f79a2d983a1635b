/** A version of the configuration: all its files at one time, by their paths in the repository. */

export interface Snapshot {
  /** The commit. */
  readonly version: string;
  readonly files: ReadonlyMap<string, string>;
}

/** What a commit does to files: a text, or undefined where the file goes. */
export type FileChanges = ReadonlyMap<string, string | undefined>;

export interface Author {
  readonly name: string;
  readonly email: string;
}

/** A commit, and what each file was before and after it. */
export interface Commit {
  readonly version: string;
  readonly author: string;
  readonly at: Date;
  readonly comment: string;
  readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
}

/** Where the files of the folder stand. */
export const filePath = (label: string, file: string): string => `files/${label}/${file}`;

/** Where stands what administrators set for a service. */
export const setPath = (label: string, service: string): string => `set/${label}/${service}.properties`;

/** What has to be done to `kept` to make it `found`, below the prefix. */
export function changesTo(found: ReadonlyMap<string, string>, kept: Snapshot | undefined, prefix: string): FileChanges {
  const changes = new Map<string, string | undefined>();
  for (const path of kept?.files.keys() ?? []) {
    if (path.startsWith(prefix) && !found.has(path)) changes.set(path, undefined);
  }
  for (const [path, text] of found) if (kept?.files.get(path) !== text) changes.set(path, text);
  return changes;
}

export function withChanges(files: ReadonlyMap<string, string>, changes: FileChanges): ReadonlyMap<string, string> {
  const next = new Map(files);
  for (const [path, text] of changes) {
    if (text === undefined) next.delete(path);
    else next.set(path, text);
  }
  return next;
}
