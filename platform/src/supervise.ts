/** The process that stays when `make up` has returned: runs the plan until it is told to stop. */
import { rm } from 'node:fs/promises';
import { readEnvironment } from '@regards/settings';
import { foldersIn } from './folders.ts';
import { readPlan } from './plan.ts';
import { describePlatform } from './platform-file.ts';
import { identityOf } from './processes.ts';
import { drawSecrets } from './secrets.ts';
import { serverPrograms } from './server-programs.ts';
import { servicePrograms } from './service-programs.ts';
import { writeWhole } from './files.ts';
import { writeState } from './state.ts';
import { startGroups, supervise } from './supervisor.ts';

const folders = foldersIn(process.argv[2]);
const environment = readEnvironment();
const self = identityOf(process.pid);
if (!self) throw new Error('this machine has no /proc');

const [plan, secrets] = await Promise.all([readPlan(folders), drawSecrets(folders)]);
const groups = startGroups(
  await serverPrograms(plan, secrets, environment),
  servicePrograms(plan, folders, environment),
);

let writing = Promise.resolve();
const supervisor = supervise(groups, folders, () => {
  writing = writing.then(writeDown).catch((failure: unknown) => {
    console.error(failure);
  });
});

async function writeDown(): Promise<void> {
  if (!self) return;
  const programs = supervisor.statuses();
  await writeState(folders, { supervisor: self, layout: plan.layout, programs });
  await writeWhole(
    folders.platformFile,
    `${JSON.stringify(describePlatform(plan, secrets, programs), undefined, 2)}\n`,
  );
}

async function stop(): Promise<void> {
  await supervisor.stop();
  await writing;
  await Promise.all([folders.stateFile, folders.platformFile].map((file) => rm(file, { force: true })));
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
process.on('SIGHUP', () => undefined); // the terminal it was started from may close
