/** `make up`: installs what is missing, starts everything, fills the demo and waits for the first search. */
import { mkdir } from 'node:fs/promises';
import { writeConfiguration } from './configuration.ts';
import { decide } from './decide.ts';
import { drawSecrets } from './draw-secrets.ts';
import { ensureDemo, patiently, searchableProducts, toldCount } from './demo.ts';
import { startSupervisor, stopPlatform } from './detached.ts';
import { findExamples, importExamples } from './examples.ts';
import { PlatformFailure } from './failure.ts';
import type { Folders } from './folders.ts';
import { gatewayAt } from './gateway.ts';
import type { Gateway } from './gateway.ts';
import { installPackages } from './packages.ts';
import { readPlan, writePlan } from './plan.ts';
import type { Plan } from './plan.ts';
import { describePlatform, oauthClientId } from './platform-file.ts';
import type { ProcessIdentity } from './processes.ts';
import type { Progress } from './progress.ts';
import type { UpRequest } from './request.ts';
import type { Secrets } from './secrets.ts';
import { setupVirtualHosts } from './broker-setup.ts';
import { readLiveState } from './state.ts';
import { summaryOf } from './summary.ts';
import { awaitRunning } from './watch.ts';

/** Brings the platform up; what it started is stopped again when `signal` is aborted or something fails. */
export async function up(request: UpRequest, folders: Folders, progress: Progress, signal: AbortSignal): Promise<void> {
  const former = await readLiveState(folders);
  if (former) progress.done('the platform runs already (make down stops it)');
  else await stopPlatform(folders); // what a killed supervisor may have left
  await mkdir(folders.run, { recursive: true }); // to be entered by the database's account too, unlike what is in it
  const secrets = await drawSecrets(folders);
  try {
    const { plan, supervisor } = former
      ? { plan: await readPlan(folders), supervisor: former.supervisor }
      : await start();
    await awaitRunning(folders, supervisor, progress, signal);
    const gateway = gatewayAt(
      describePlatform(plan, secrets, []).gateway,
      { id: oauthClientId, secret: secrets['oauth-client'] },
      signal,
    );
    const loaded = request.demo
      ? await loadDemo(folders, gateway, secrets, progress)
      : { imported: 0, importSeconds: 0, searchable: 0 };
    const programs = (await readLiveState(folders))?.programs ?? [];
    progress.say(
      summaryOf({ description: describePlatform(plan, secrets, programs), ...loaded, seconds: progress.seconds() }),
    );
  } catch (failure) {
    if (!former && signal.aborted) {
      progress.say('stopping what was started');
      await stopPlatform(folders);
    }
    throw failure;
  }

  async function start(): Promise<{ plan: Plan; supervisor: ProcessIdentity }> {
    await installPackages({ broker: !request.broker, database: request.databaseUrl === undefined }, (text) => {
      progress.waiting(text);
    });
    const plan = await decide(request, secrets, folders);
    if (plan.database.own && !plan.database.own.folder.startsWith(folders.run)) {
      progress.done(
        `the database keeps its data in ${plan.database.own.folder}, since its account may not enter ${folders.run}`,
      );
    }
    if (!plan.broker.own) await setupVirtualHosts(plan.broker.managementUrl);
    await Promise.all([writePlan(folders, plan), writeConfiguration(plan, secrets, folders)]);
    signal.throwIfAborted();
    return { plan, supervisor: await startSupervisor(folders) };
  }
}

async function loadDemo(
  folders: Folders,
  gateway: Gateway,
  secrets: Secrets,
  progress: Progress,
): Promise<{ imported: number; importSeconds: number; searchable: number }> {
  progress.waiting('waiting for the demo project');
  await ensureDemo(gateway, secrets);
  progress.done('the project demo and its users are there');
  const startedAt = performance.now();
  const imported = await importExamples(folders, gateway, (text) => {
    progress.waiting(text);
  });
  const wanted = findExamples(folders.root).reduce((sum, { items }) => sum + items, 0);
  progress.waiting('waiting for the first search');
  const searchable = await patiently('the catalogue does not find the products', async () => {
    const found = await searchableProducts(gateway);
    if (found !== undefined && found >= wanted) return found;
    throw new PlatformFailure(
      found === undefined ? 'the search does not answer' : `${found} of ${wanted} products are found`,
    );
  });
  progress.done(`the first search was answered: ${toldCount(searchable)} products`);
  return { imported, importSeconds: (performance.now() - startedAt) / 1000, searchable };
}
