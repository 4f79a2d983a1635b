/** The commands behind the Makefile: install, up, down, status, logs, clean; and what `up` starts. */
import { readEnvironment } from '@regards/settings';
import { PlatformFailure, reasonOf } from './failure.ts';
import { foldersIn } from './folders.ts';
import { limits } from './limits.ts';
import { lastLines } from './log-reading.ts';
import { progressOn } from './progress.ts';

const [, , name = '', argument = ''] = process.argv;
const folders = foldersIn(['supervise', 'walls'].includes(name) ? argument : undefined);
process.stdout.on('error', () => process.exit(0)); // whoever read it has left, as `head` does
const progress = progressOn(process.stdout);
const interrupted = new AbortController();
const interrupt = (): void => {
  interrupted.abort();
};
if (name !== 'supervise') process.on('SIGINT', interrupt).on('SIGTERM', interrupt);

const tell = (text: string): void => {
  progress.waiting(text);
};

/** Each loads what it needs: the supervisor stays, and should stay small. */
const commands: Readonly<Record<string, () => Promise<unknown>>> = {
  install: async () => (await import('./packages.ts')).installPackages({ broker: true, database: true }, tell),
  up: async () => {
    const { readRequest } = await import('./request.ts');
    const request = readRequest(readEnvironment());
    await (await import('./up.ts')).up(request, folders, progress, interrupted.signal);
  },
  down: async () => (await import('./down.ts')).down(folders, progress),
  status: async () => (await import('./status.ts')).showStatus(folders, process.stdout),
  logs: async () => (await import('./logs.ts')).showLogs(folders, argument, process.stdout, interrupted.signal),
  clean: async () => (await import('./detached.ts')).removePlatform(folders),
  compile: () => import('./supervision.ts'),
  walls: async () => {
    const [plan, secrets] = await Promise.all([
      import('./plan.ts').then(({ readPlan }) => readPlan(folders)),
      import('./secrets.ts').then(({ readSecrets }) => readSecrets(folders)),
    ]);
    await (await import('./walls.ts')).raiseWalls(plan, secrets, folders);
  },
  supervise: async () => (await import('./supervision.ts')).superviseThePlan(folders),
};

const command = commands[name];
try {
  if (!command) throw new PlatformFailure(`\`${name}\` is none of ${Object.keys(commands).join(', ')}`);
  await command();
  process.exit(0); // connections that fetch keeps open would hold it for seconds
} catch (failure) {
  if (interrupted.signal.aborted) process.exit(130);
  await explain(failure);
  process.exit(1);
}

/** One paragraph: what is wrong, and the end of the log that tells more. */
async function explain(failure: unknown): Promise<void> {
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
  if (lines.length > 0) {
    const log = `.run/logs/${program.replaceAll(':', '-')}.log`;
    progress.say(`\nThe end of ${log} (all of it: make logs SERVICE=${service}):\n`);
    progress.say(lines.map((line) => `  ${line}`).join('\n'));
  }
  progress.say('\nThe rest of the platform is left for you to look at: `make status`, and `make down` to stop it.');
}
