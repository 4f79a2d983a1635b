/** Runs Git on one repository. */
import { execFile } from 'node:child_process';
import type { Git } from './versions/dao.ts';

/** A commit takes some hundredths of a second; longer means that the disk is not well. */
const timeoutMs = 10_000;

/** More than any configuration has. */
const longestOutput = 64 * 1024 * 1024;

/** What the machine's own configuration of Git says does not count here, hooks least of all. */
const own = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false', '-c', 'log.showRoot=true'];

export const gitIn =
  (repository: string): Git =>
  (args, input = '') =>
    new Promise((resolve, reject) => {
      const options = { encoding: 'utf8', timeout: timeoutMs, maxBuffer: longestOutput } as const;
      const child = execFile(
        'git',
        [`--git-dir=${repository}`, ...own, ...args],
        options,
        (failure, output, complaint) => {
          if (failure && typeof failure.code !== 'number') {
            const reason = failure.code === 'ENOENT' ? 'there is no git on this machine' : failure.message;
            reject(new Error(`versions of the settings are kept with git: ${reason}`));
            return;
          }
          resolve({ output, complaint, succeeded: failure === null });
        },
      );
      child.stdin?.on('error', () => {}); // it ended before it read everything; its exit code says why
      child.stdin?.end(input);
    });
