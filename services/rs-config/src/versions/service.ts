/** Keeps every state of the configuration as a version, whether an administrator changed it or a file of the folder. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@regards/core';
import { refusal, RefusedError } from '@regards/core';
import { coalesced } from './coalesced.ts';
import { changesTo, withChanges } from './domain.ts';
import type { Author, Commit, FileChanges, Snapshot } from './domain.ts';

export interface CommitRequest {
  readonly changes: FileChanges;
  readonly author: Author;
  readonly comment: string;
}

/** Where versions are kept. */
export interface Repository {
  /** The newest version, undefined when there is none yet. */
  newest(): Promise<string | undefined>;
  files(version: string): Promise<ReadonlyMap<string, string>>;
  /** The text of one file; undefined when the version, or the file in it, is not there. */
  text(version: string, path: string): Promise<string | undefined>;
  /** The new version; undefined when `parent` is the newest one no more. */
  commit(parent: string | undefined, request: CommitRequest): Promise<string | undefined>;
  isVersion(version: string): Promise<boolean>;
  /** Commits that changed one of the files, the latest first. */
  history(paths: readonly string[], page: { readonly skip: number; readonly size: number }): Promise<History>;
}

export interface History {
  readonly commits: readonly Commit[];
  readonly total: number;
}

/** The folder whose files people and installations write. */
export interface Folder {
  /** Tells two states apart without reading them. */
  mark(): Promise<string>;
  /** Paths in the repository and texts. */
  read(): Promise<ReadonlyMap<string, string>>;
}

export interface Versions extends Pick<Repository, 'text' | 'isVersion' | 'history'> {
  /** The newest version; files of the folder that changed a moment ago are in it. */
  current(): Promise<Snapshot>;
  /** The version after `parent`; undefined when somebody else was faster. */
  commit(parent: Snapshot, request: CommitRequest): Promise<Snapshot | undefined>;
  /** The newest version as soon as it is another one than `than`, or when `signal` is aborted. */
  newerThan(than: string, signal: AbortSignal): Promise<string>;
  /** Looks for versions that others made, until `signal` is aborted; then nobody waits any more. */
  follow(signal: AbortSignal): Promise<void>;
}

/** A change at another instance, or of a file, is seen after half a second at the most. */
const followMs = 500;

/** Where the repository has the folder's files. */
const folderPrefix = 'files/';

/** Each loss means that somebody else succeeded: more in a row than this are no chance. */
const tries = 10;

const folderAuthor: Author = { name: 'files', email: 'files@localhost' };

/**
 * However many ask at a time, the newest version is looked for once, and the files of a version are read once.
 */
export function versions(repository: Repository, folder: Folder, log: Log): Versions {
  let known: Snapshot | undefined;
  let takenIn: string | undefined;
  let next = Promise.withResolvers<void>();

  const tellWaiting = (): void => {
    next.resolve();
    next = Promise.withResolvers();
  };
  const know = (snapshot: Snapshot): Snapshot => {
    known = snapshot;
    tellWaiting();
    return snapshot;
  };
  const read = async (version: string): Promise<Snapshot> => {
    if (known?.version === version) return known;
    const files = await repository.files(version);
    log.info({ version, files: files.size }, 'a version of the settings was read');
    return know({ version, files });
  };
  const commit: Versions['commit'] = async (parent, request) => {
    const version = await repository.commit(parent.version, request);
    return version === undefined ? undefined : know({ version, files: withChanges(parent.files, request.changes) });
  };
  /** Which order matters: the folder is read after the version, so that no older state of it follows a newer one. */
  const current = async (): Promise<Snapshot> => {
    for (let tried = 0; tried < tries; tried += 1) {
      const newest = await repository.newest();
      const snapshot = newest === undefined ? undefined : await read(newest);
      const mark = await folder.mark();
      if (snapshot && mark === takenIn) return snapshot;
      const changes = changesTo(await folder.read(), snapshot, folderPrefix);
      if (snapshot && changes.size === 0) {
        takenIn = mark;
        return snapshot;
      }
      const version = await repository.commit(newest, {
        changes,
        author: folderAuthor,
        comment: 'Files of the folder changed.',
      });
      log.info({ version, files: [...changes.keys()] }, 'files of the folder were taken in as a version');
    }
    throw new RefusedError(refusal('unavailable', 'The settings change too fast to be read.'));
  };
  const shared = coalesced(current);
  return {
    current: shared,
    commit,
    async newerThan(than, signal) {
      const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      for (;;) {
        const waiting = next.promise;
        const { version } = await shared();
        if (version !== than || signal.aborted) return version;
        await Promise.race([waiting, aborted]);
      }
    },
    async follow(signal) {
      while (!signal.aborted) {
        await shared().catch((failure: unknown) => log.error({ err: failure }, 'the settings cannot be read for now'));
        await pause(followMs, undefined, { signal }).catch(() => {});
      }
    },
    text: (version, path) => repository.text(version, path),
    isVersion: (version) => repository.isVersion(version),
    history: (paths, page) => repository.history(paths, page),
  };
}
