/** The running platform as a bench uses it: `make up` has started it and says where everything is. */
import { fileURLToPath } from 'node:url';
import { execute } from '../../platform/src/command.ts';
import { stopPlatform as stop } from '../../platform/src/detached.ts';
import { foldersIn } from '../../platform/src/folders.ts';
import { gatewayAt } from '../../platform/src/gateway.ts';
import type { Gateway } from '../../platform/src/gateway.ts';
import { readIfThere } from '../../platform/src/files.ts';
import type { PlatformDescription } from '../../platform/src/platform-file.ts';
import { readLiveState } from '../../platform/src/state.ts';

export interface Platform extends PlatformDescription {
  readonly tenant: string;
  readonly calls: Gateway;
  /** A token of the project's account with this role. */
  token(role: 'PROJECT_ADMIN' | 'EXPLOIT'): Promise<string>;
}

/** `make up`, in seconds; undefined when a platform runs already. */
export async function startPlatform(): Promise<number | undefined> {
  if (await readLiveState(foldersIn())) return undefined;
  const begin = performance.now();
  await execute(process.execPath, [fileURLToPath(new URL('../../platform/src/main.ts', import.meta.url)), 'up']);
  return (performance.now() - begin) / 1000;
}

export const stopPlatform = (): Promise<boolean> => stop(foldersIn());

/** @throws Error when no platform runs */
export async function runningPlatform(signal: AbortSignal): Promise<Platform> {
  const text = await readIfThere(foldersIn().platformFile);
  if (text === undefined) throw new Error('no platform runs: `make up` starts one');
  // written by the platform itself
  const platform = JSON.parse(text) as PlatformDescription;
  const [tenant = ''] = platform.tenants;
  const calls = gatewayAt(platform.gateway, platform.oauthClient, signal);
  return {
    ...platform,
    tenant,
    calls,
    async token(role) {
      const account = platform.accounts.find((one) => one.role === role && one.scope === tenant);
      if (!account) throw new Error(`the platform has no ${role}`);
      return calls.token(account.login, account.password, tenant);
    },
  };
}
