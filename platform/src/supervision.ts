/** The process that stays when `make up` has returned: runs the plan until it is told to stop. */
import { rm } from 'node:fs/promises';
import { readEnvironment } from '@regards/settings';
import { writeWhole } from './files.ts';
import type { Folders } from './folders.ts';
import { keepingServices, readPlan } from './plan.ts';
import { describePlatform } from './platform-file.ts';
import { identityOf } from './processes.ts';
import type { Program } from './program.ts';
import { haveWallsRaised } from './raising.ts';
import { readSecrets } from './secrets.ts';
import { serverPrograms } from './server-programs.ts';
import { servicePrograms } from './service-programs.ts';
import { writeState } from './state.ts';
import { startGroups, supervise } from './supervisor.ts';
import { compileServices } from './warming.ts';

const needsDatabase = ({ served }: Program): boolean =>
  served.some(({ service }) => keepingServices.some((one) => one === service));

/** Runs the plan in `folders`; the process ends on SIGTERM or SIGINT, when everything has been stopped. */
export async function superviseThePlan(folders: Folders): Promise<never> {
  const environment = readEnvironment();
  const self = identityOf(process.pid);
  if (!self) throw new Error('this machine has no /proc');

  const [plan, secrets] = await Promise.all([readPlan(folders), readSecrets(folders)]);
  const servers = await serverPrograms(plan, secrets, environment);
  const compiled = compileServices(plan, folders); // while the servers start
  const walls = haveWallsRaised(folders);
  const services = servicePrograms(plan, folders, environment).map((one) => ({
    ...one,
    prepare: async () => void (await Promise.all([compiled, needsDatabase(one) ? walls : undefined])),
  }));

  const writeDown = async (): Promise<void> => {
    const programs = supervisor.statuses();
    await writeState(folders, { supervisor: self, layout: plan.layout, programs });
    const description = describePlatform(plan, secrets, programs);
    await writeWhole(folders.platformFile, `${JSON.stringify(description, undefined, 2)}\n`);
  };
  let writing = Promise.resolve();
  const supervisor = supervise(startGroups(servers, services), folders, () => {
    writing = writing.then(writeDown).catch((failure: unknown) => {
      console.error(failure);
    });
  });

  process.on('SIGHUP', () => undefined); // the terminal it was started from may close
  await new Promise((resolve) => {
    process.once('SIGTERM', resolve).once('SIGINT', resolve);
  });
  await supervisor.stop();
  await writing;
  await Promise.all([folders.stateFile, folders.platformFile].map((file) => rm(file, { force: true })));
  process.exit(0);
}
