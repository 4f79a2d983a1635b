/** Instances of rs-config over one folder and one repository, and those who call them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import { startService } from '@regards/service';
import type { RunningInstance } from '@regards/service';
import { createLog } from '@regards/telemetry';
import { createTestKeys, request } from '@regards/testing';
import type { TestAnswer, TestKeys, TestRequest } from '@regards/testing';
import type { ServiceSettings } from '@regards/generated/rs-config/types';
import { rsConfig } from '../../src/index.ts';

export const label = 'regards-oss-backend';

export interface TestConfiguration {
  readonly folder: string;
  readonly keys: TestKeys;
  /** Addresses of the instances. */
  readonly urls: readonly string[];
  /** What the instances logged, a line each. */
  readonly logged: string[];
  /** Token of an administrator of the instance. */
  readonly token: string;
  write(file: string, text: string): Promise<void>;
  /** Calls the first instance, or the numbered one, as an administrator unless `asked` says who. */
  call(method: string, address: string, asked?: TestRequest, instance?: number): Promise<TestAnswer>;
  view(service: string, instance?: number): Promise<ServiceSettings>;
  /** Sets and unsets, made on the newest version unless another one is given. */
  change(
    service: string,
    settings: Readonly<Record<string, unknown>>,
    on?: { readonly version?: string; readonly instance?: number; readonly comment?: string },
  ): Promise<TestAnswer>;
  /** Ends all instances. */
  stop(): Promise<void>;
  /** Starts them again at their former addresses. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Anybody reads everything unless the test is about who may. */
export async function startConfiguration(
  instances = 1,
  { credentials = '', openNames = '*' } = {},
): Promise<TestConfiguration> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rs-config-'));
  const keys = await createTestKeys();
  const logged: string[] = [];
  const running: RunningInstance[] = [];
  const urls: string[] = [];
  const token = await keys.userToken({ tenant: 'instance', role: 'INSTANCE_ADMIN', login: 'admin@example.org' });

  const call: TestConfiguration['call'] = (method, address, asked = { token }, instance = 0) =>
    request(method, `${urls[instance]}/${address}`, { token, ...asked });
  const view: TestConfiguration['view'] = async (service, instance = 0) => {
    const answer = await call('GET', `settings/${service}`, undefined, instance);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body as ServiceSettings;
  };
  const start = async (port = 0): Promise<RunningInstance> => {
    const instance = await startService(rsConfig, {
      port,
      fetchUserKeys: () => keys.keySet(),
      log: createLog({
        service: 'rs-config',
        instance: 'test',
        level: 'debug',
        destination: { write: (line) => void logged.push(line) },
      }),
      settings: {
        'regards.config.folder': folder,
        'regards.config.credentials': credentials,
        'regards.config.open.names': openNames,
        'regards.security.service.key': keys.serviceKeyFile,
        'regards.http.validate.responses': true,
        'regards.drain.ms': 500,
      },
    });
    running.push(instance);
    return instance;
  };
  // at the same time, as they would be: both find no repository
  urls.push(...(await Promise.all(Array.from({ length: instances }, () => start()))).map(({ url }) => url));
  const stop = async (): Promise<void> => {
    await Promise.all(running.splice(0).map((one) => one.stop()));
  };
  return {
    folder,
    keys,
    urls,
    logged,
    token,
    async write(file, text) {
      await mkdir(path.join(folder, label), { recursive: true });
      await writeFile(path.join(folder, label, file), text);
    },
    call,
    view,
    async change(service, settings, { version, instance = 0, comment } = {}) {
      const on = version ?? (await view(service, instance)).version;
      const body = { settings, ...(comment === undefined ? {} : { comment }) };
      return call('PATCH', `settings/${service}`, { token, headers: { 'If-Match': `"${on}"` }, body }, instance);
    },
    stop,
    async restart() {
      await Promise.all(urls.map((url) => start(Number(new URL(url).port))));
    },
    async close() {
      await stop();
      await rm(folder, { recursive: true });
      await keys.remove();
    },
  };
}
