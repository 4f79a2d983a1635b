/** The commands behind the Makefile: up, down, status, logs, clean. */
import { down } from './down.ts';
import { PlatformFailure, reasonOf } from './failure.ts';
import { foldersIn } from './folders.ts';
import { limits } from './limits.ts';
import { lastLines } from './log-reading.ts';
import { showLogs } from './logs.ts';
import { installPackages } from './packages.ts';
import { progressOn } from './progress.ts';
import { removePlatform } from './detached.ts';
import { showStatus } from './status.ts';
import { up } from './up.ts';

const folders = foldersIn();
process.stdout.on('error', () => process.exit(1)); // whoever read it has left, as `head` does
const progress = progressOn(process.stdout);
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    interrupted.abort();
  });

const commands: Readonly<Record<string, () => Promise<unknown>>> = {
  install: () =>
    installPackages({ broker: true, database: true }, (text) => {
      progress.waiting(text);
    }),
  up: () => up(folders, progress, interrupted.signal),
  down: () => down(folders, progress),
  status: () => showStatus(folders, process.stdout),
  logs: () => showLogs(folders, process.argv[3] ?? '', process.stdout, interrupted.signal),
  clean: () => removePlatform(folders),
};

const [, , name = ''] = process.argv;
const command = commands[name];
try {
  if (!command) throw new PlatformFailure(`\`${name}\` is none of ${Object.keys(commands).join(', ')}`);
  await command();
  process.exit(0); // connections that fetch keeps open would hold it for seconds
} catch (failure) {
  if (interrupted.signal.aborted) process.exit(130);
  await tell(failure);
  process.exit(1);
}

/** One paragraph: what is wrong, and the end of the log that tells more. */
async function tell(failure: unknown): Promise<void> {
  const program = failure instanceof PlatformFailure ? failure.program : undefined;
  const message =
    failure instanceof PlatformFailure
      ? reasonOf(failure)
      : failure instanceof Error
        ? (failure.stack ?? failure.message)
        : String(failure);
  progress.say(`\nmake ${name} failed: ${message}`);
  if (program === undefined) return;
  const lines = await lastLines(folders, program, limits.logLines);
  const [service = program] = program.split(':');
  progress.say(
    `\nThe end of .run/logs/${program.replaceAll(':', '-')}.log (all of it: make logs SERVICE=${service}):\n`,
  );
  progress.say(lines.map((line) => `  ${line}`).join('\n'));
  progress.say('\nThe rest of the platform is left for you to look at: `make status`, and `make down` to stop it.');
}
