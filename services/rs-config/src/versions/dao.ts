/** Versions as commits of a Git repository, and the folder that is taken in. */
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { refusal, RefusedError } from '@regards/core';
import { filePath } from './domain.ts';
import type { Commit } from './domain.ts';
import type { CommitRequest, Folder, Repository } from './service.ts';

/** Runs Git on the repository; rejects when that cannot be done at all. */
export type Git = (
  args: readonly string[],
  input?: string,
) => Promise<{ readonly output: string; readonly complaint: string; readonly succeeded: boolean }>;

/** The branch of all versions: one line of commits, each made on the one before. */
const branch = 'settings';

/** The repository in `folder`, made where there is none. */
export async function openRepository(folder: string, gitIn: (folder: string) => Git): Promise<Repository> {
  await makeRepository(folder, gitIn);
  const git = gitIn(folder);
  const run = async (args: readonly string[], input?: string): Promise<string> => {
    const { output, complaint, succeeded } = await git(args, input);
    if (!succeeded) throw new Error(`git ${args[0]}: ${complaint.trim()}`);
    return output;
  };
  const newest = async (): Promise<string | undefined> => {
    const loose = await readFile(path.join(folder, 'refs', 'heads', branch), 'utf8').catch(() => '');
    if (/^[0-9a-f]{40}\n$/.test(loose)) return loose.trim();
    const { output, succeeded } = await git(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`]);
    return succeeded ? output.trim() : undefined;
  };
  /** Texts of objects in the order asked for, undefined where there is none. */
  const texts = async (objects: readonly string[]): Promise<(string | undefined)[]> =>
    objects.length === 0 ? [] : readBatch(await run(['cat-file', '--batch'], `${objects.join('\n')}\n`));

  return {
    newest,
    async files(version) {
      const listed = await run(['ls-tree', '-r', '-z', '--name-only', version]);
      const paths = listed.split('\0').filter((one) => one !== '');
      const read = await texts(paths.map((one) => `${version}:${one}`));
      return new Map(paths.map((one, index) => [one, read[index] ?? '']));
    },
    text: async (version, file) => (await texts([`${version}:${file}`]))[0],
    isVersion: async (version) => (await git(['merge-base', '--is-ancestor', version, branch])).succeeded,
    async commit(parent, request) {
      const { output, complaint, succeeded } = await git(
        ['fast-import', '--quiet', '--date-format=now'],
        importOf(parent, request),
      );
      if (succeeded) return output.trim();
      // fast-import moves the branch only if it is where it was found, and forward
      if ((await newest()) !== parent || (await isFreed(folder))) return undefined;
      if (complaint.includes(`${branch}.lock`))
        throw new RefusedError(refusal('unavailable', 'The settings are being changed by somebody else just now.'));
      throw new Error(`git fast-import: ${complaint.trim()}`);
    },
    async history(paths, { skip, size }) {
      const counted = await run(['rev-list', '--count', branch, '--', ...paths]);
      const page = [`--skip=${skip}`, `--max-count=${size}`];
      const format = ['--raw', '--no-abbrev', '--no-renames', '-z', `--format=tformat:${logFormat}`];
      const logged = await run(['log', ...page, ...format, branch, '--', ...paths]);
      const commits = logged.split('\u0001').slice(1).map(readLogged);
      const objects = [
        ...new Set(commits.flatMap(({ files }) => files.flatMap(({ before, after }) => [before, after]))),
      ];
      const known = new Map((await texts(objects)).map((text, index) => [objects[index], text ?? '']));
      const withTexts = ({ files, ...commit }: Commit): Commit => ({
        ...commit,
        files: files.map((file) => ({
          path: file.path,
          before: known.get(file.before) ?? '',
          after: known.get(file.after) ?? '',
        })),
      });
      return { commits: commits.map(withTexts), total: Number(counted) };
    },
  };
}

/** A commit is given up after ten seconds: a lock that is older was left by a process that was killed. */
const staleMs = 60_000;

/** Takes the lock of the branch away when nobody holds it any more. */
async function isFreed(folder: string): Promise<boolean> {
  const lock = path.join(folder, 'refs', 'heads', `${branch}.lock`);
  const found = await stat(lock).catch(ifThere);
  if (!found || Date.now() - found.mtimeMs < staleMs) return false;
  await rm(lock, { force: true });
  return true;
}

/**
 * Whole or not at all, since several instances may start at a time. Its folder is for its owner alone: settings hold
 * passwords.
 */
async function makeRepository(folder: string, gitIn: (folder: string) => Git): Promise<void> {
  if (await stat(path.join(folder, 'HEAD')).catch(ifThere)) return;
  const passing = `${folder}.${crypto.randomUUID()}`;
  await mkdir(passing, { recursive: true, mode: 0o700 });
  const { complaint, succeeded } = await gitIn(passing)(['init', '--bare', '--quiet', `--initial-branch=${branch}`]);
  if (!succeeded) throw new Error(`git init: ${complaint.trim()}`);
  await rename(passing, folder).catch(async (failure: NodeJS.ErrnoException) => {
    await rm(passing, { recursive: true });
    if (failure.code !== 'ENOTEMPTY' && failure.code !== 'EEXIST') throw failure;
  });
}

/** Commit, author, time and message of each, with what stands for the end before the list of files. */
const logFormat = '%x01%H%x1f%an%x1f%cI%x1f%B%x02';

/** One record of the log: its files have the names of their objects for texts. */
function readLogged(record: string): Commit {
  const [head = '', list = ''] = record.split('\u0002');
  const [version = '', author = '', at = '', comment = ''] = head.split('\u001f');
  const fields = list.split('\0').map((field) => field.trim());
  const files = fields.flatMap((field, index) => {
    const [, before = '', after = ''] = /^:\d+ \d+ ([0-9a-f]{40}) ([0-9a-f]{40}) [A-Z]$/.exec(field) ?? [];
    return before === '' ? [] : [{ path: fields[index + 1] ?? '', before, after }];
  });
  return { version, author, at: new Date(at), comment: comment.trim(), files };
}

/** The answer of cat-file --batch: a line with the size, the text and a line's end; or a line that says "missing". */
function readBatch(output: string): (string | undefined)[] {
  const bytes = Buffer.from(output);
  const texts: (string | undefined)[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\n', at);
    const [, size] = /^[0-9a-f]{40} blob (\d+)$/.exec(bytes.toString('utf8', at, end)) ?? [];
    at = end + 1;
    texts.push(size === undefined ? undefined : bytes.toString('utf8', at, at + Number(size)));
    if (size !== undefined) at += Number(size) + 1;
  }
  return texts;
}

/** The commit as fast-import reads it; it prints the commit's name. */
function importOf(parent: string | undefined, { changes, author, comment }: CommitRequest): string {
  const by = `${oneLine(author.name)} <${oneLine(author.email)}> now`;
  const files = [...changes].map(([file, text]) =>
    text === undefined ? `D ${file}\n` : `M 100644 inline ${file}\n${data(text)}`,
  );
  return [
    `commit refs/heads/${branch}\nmark :1\nauthor ${by}\ncommitter ${by}\n${data(comment)}`,
    parent === undefined ? '' : `from ${parent}\n`,
    ...files,
    'get-mark :1\ndone\n',
  ].join('');
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

const oneLine = (text: string): string => text.replaceAll(/[<>\n\r\0]/g, ' ').trim() || 'unknown';

const isLabel = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name);

const isConfiguration = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:properties|ya?ml)$/.test(name);

/** The label folders and the configuration files in them; whatever else is there does not count. */
export function configurationFolder(root: string): Folder {
  const list = async (): Promise<{ label: string; file: string }[]> => {
    const labels = (await entries(root)).filter(isLabel);
    const all = labels.map(async (label) => {
      const files = (await entries(path.join(root, label))).filter(isConfiguration);
      return files.map((file) => ({ label, file }));
    });
    return (await Promise.all(all)).flat();
  };
  return {
    async mark() {
      const marks = (await list()).map(async ({ label, file }) => {
        const found = await stat(path.join(root, label, file)).catch(() => undefined);
        return `${label}/${file} ${found?.ino} ${found?.size} ${found?.mtimeMs}`;
      });
      return (await Promise.all(marks)).toSorted().join('\n');
    },
    async read() {
      const read = (await list()).map(async ({ label, file }) => {
        const text = await readFile(path.join(root, label, file), 'utf8').catch(ifThere);
        return text === undefined ? [] : [[filePath(label, file), text] as const];
      });
      return new Map((await Promise.all(read)).flat());
    },
  };
}

const entries = async (folder: string): Promise<string[]> => (await readdir(folder).catch(ifThere)) ?? [];

/** What went away meanwhile is not there; everything else is a failure. */
function ifThere(failure: unknown): undefined {
  const { code } = failure as NodeJS.ErrnoException;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw failure;
}
