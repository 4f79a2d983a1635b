import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ConfiguredInstance, ConfiguredInstancePage, ServiceSettings } from '@regards/generated/rs-config/types';
import { startService } from '@regards/service';
import type { RunningInstance } from '@regards/service';
import { createLog } from '@regards/telemetry';
import { request, until } from '@regards/testing';
import { startConfiguration } from './support/configuration.ts';
import type { TestConfiguration } from './support/configuration.ts';
import { follower } from './support/follower.ts';
import type { Seen } from './support/follower.ts';

/** What is promised. */
const withinMs = 5_000;
const [live, fixed] = ['regards.feature.rest.max.features', 'regards.feature.max.bulk.size'];

let config: TestConfiguration;
let followers: readonly RunningInstance[];
const said: string[] = [];

beforeAll(async () => {
  config = await startConfiguration(2);
  followers = await Promise.all([1, 2, 3].map((number) => startFollower(`rs-fem:${number}`)));
});
afterAll(async () => {
  await Promise.all(followers.map((one) => one.stop()));
  await config.close();
});

const startFollower = (instanceId: string, stateFolder?: string): Promise<RunningInstance> =>
  startService(follower, {
    instanceId,
    ...(stateFolder === undefined ? {} : { stateFolder }),
    configUrls: config.urls,
    settings: { 'regards.security.service.key': config.keys.serviceKeyFile, 'regards.drain.ms': 500 },
    log: createLog({
      service: 'rs-fem',
      instance: instanceId,
      destination: { write: (line) => void said.push(line) },
    }),
  });

const seen = (): Promise<Seen[]> =>
  Promise.all(followers.map(async ({ url }) => (await request('GET', `${url}/seen`)).body as Seen));
const listed = async (at = 0): Promise<ConfiguredInstance[]> => {
  const { body } = await config.call('GET', 'settings/rs-fem/instances', undefined, at);
  return (body as ConfiguredInstancePage).content.map(({ content }) => content);
};
/** Without those that another test has ended a moment ago. */
const instances = async (at = 0): Promise<ConfiguredInstance[]> => {
  const names = followers.map(({ instanceId }) => instanceId);
  return (await listed(at)).filter(({ instanceId }) => names.includes(instanceId));
};
const acknowledged = (version: string, at = 0): Promise<true> =>
  until(
    async () =>
      (await instances(at)).filter((one) => one.version === version && one.isNewest).length === followers.length,
    { what: `every instance runs ${version}`, withinMs },
  );
const changed = async (settings: Readonly<Record<string, string | null>>, instance = 0): Promise<string> => {
  const answer = await config.change('rs-fem', settings, { instance });
  expect(answer.status).toBe(200);
  return (answer.body as ServiceSettings).version;
};

describe('C4: a change', () => {
  test('reaches every instance within 5 s, and each acknowledges its version, whichever rs-config was told', async () => {
    for (let round = 0; round < 10; round += 1) {
      const version = await changed({ [live]: String(100 + round) }, round % 2);
      await acknowledged(version, (round + 1) % 2);
      expect((await seen()).map((one) => one.live)).toEqual([100 + round, 100 + round, 100 + round]);
    }
  });

  test('of a file reaches every instance too', async () => {
    await config.write('rs-fem.properties', 'regards.jobs.scan.delay=900\n');
    await until(async () => (await instances()).every(({ waitingForRestart }) => waitingForRestart.length === 1), {
      withinMs,
    });
    expect((await instances(1))[0]).toMatchObject({ instanceId: 'rs-fem:1', isNewest: true });
  });

  test('of what is not live waits for the next start, and says so', async () => {
    const version = await changed({ [fixed]: '55', [live]: '56' });
    await acknowledged(version);
    expect(await instances()).toEqual(
      expect.arrayContaining([expect.objectContaining({ waitingForRestart: expect.arrayContaining([fixed]) })]),
    );
    expect(await seen()).toEqual(followers.map(() => ({ live: 56, fixed: 1000 })));
    const fresh = await startFollower('rs-fem:fresh');
    expect((await request('GET', `${fresh.url}/seen`)).body).toEqual({ live: 56, fixed: 55 });
    await fresh.stop();
    await acknowledged(await changed({ [fixed]: null }));
    expect((await instances()).some(({ waitingForRestart }) => waitingForRestart.includes(fixed))).toBe(false);
  });

  test('does not count where the environment of an instance gives the setting, and that is told', async () => {
    await acknowledged(await changed({ 'regards.drain.ms': '9000' }));
    for (const one of await instances()) {
      expect(one.fromEnvironment).toEqual(['regards.security.service.key', 'regards.drain.ms']);
      expect(one.waitingForRestart).not.toContain('regards.drain.ms');
    }
  });

  test('that an instance cannot take leaves it at the version before, with the reason', async () => {
    const before = (await config.view('rs-fem')).version;
    await changed({ [live]: '${NOWHERE}' });
    await until(async () => (await instances()).filter(({ refused }) => refused?.includes('NOWHERE')).length === 3, {
      withinMs,
    });
    expect((await instances()).map(({ version, isNewest }) => [version, isNewest])).toEqual(
      followers.map(() => [before, false]),
    );
    expect((await seen()).map((one) => one.live)).toEqual([56, 56, 56]);
    await acknowledged(await changed({ [live]: '57' }));
    expect((await instances()).every(({ refused }) => refused === undefined)).toBe(true);
  });

  test('of the log level counts at once', async () => {
    await acknowledged(await changed({ 'regards.log.level': 'error' }));
    const before = said.length;
    await acknowledged(await changed({ [live]: '58' }));
    expect(said.length).toBe(before);
    await acknowledged(await changed({ 'regards.log.level': 'info' }));
    expect(said.length).toBeGreaterThan(before);
  });
});

describe('C3: rs-config that goes away while instances run', () => {
  test('has no effect, and changes are heard of again when it is back', async () => {
    for (let round = 0; round < 3; round += 1) {
      const value = 200 + round;
      await acknowledged(await changed({ [live]: String(value) }));
      await config.stop();
      expect((await seen()).map((one) => one.live)).toEqual([value, value, value]);
      for (const { url } of followers) expect((await request('GET', `${url}/actuator/health`)).status).toBe(200);
      await config.restart();
      await acknowledged(await changed({ [live]: String(value + 100) }));
    }
    expect(said.some((line) => line.includes('changes of settings are not heard of for now'))).toBe(true);
  }, 60_000);

  test('takes no longer to end because instances wait for changes', async () => {
    const startedAt = performance.now();
    await config.stop();
    expect(performance.now() - startedAt).toBeLessThan(2_500);
    await config.restart();
  });
});

describe('C2: an instance that starts while rs-config is away', () => {
  test('runs the last good version, says so, and hears of changes when rs-config is back', async () => {
    const stateFolder = await mkdtemp(path.join(tmpdir(), 'rs-config-state-'));
    await (await startFollower('rs-fem:kept', stateFolder)).stop();
    const { version } = await config.view('rs-fem');
    await config.stop();
    const late = await startFollower('rs-fem:kept', stateFolder);
    expect(said.some((line) => line.includes('starting with the last good copy of the settings'))).toBe(true);
    await config.restart();
    const kept = () => listed().then((all) => all.find(({ instanceId }) => instanceId === 'rs-fem:kept'));
    expect(await until(kept, { withinMs })).toMatchObject({ version, isNewest: true });
    const changedTo = await changed({ [live]: '400' });
    await until(async () => (await kept())?.version === changedTo, { withinMs });
    expect((await request('GET', `${late.url}/seen`)).body).toMatchObject({ live: 400 });
    await late.stop();
    await rm(stateFolder, { recursive: true });
  });
});

describe('what an instance runs', () => {
  const running = async () => {
    const { version } = await config.view('rs-fem');
    return { version, known: '0'.repeat(40), waitingForRestart: [], fromEnvironment: [] };
  };

  test('is told by its service alone', async () => {
    const others = [
      config.token,
      await config.keys.serviceToken('rs-dam', 'instance', 'rs-config'),
      await config.keys.userToken({ tenant: 'demo', role: 'PROJECT_ADMIN' }),
    ];
    for (const token of others) {
      const answer = await config.call('POST', 'instances/rs-fem/rs-fem:forged', { token, body: await running() });
      expect(answer.status).toBe(403);
    }
    expect((await listed()).map(({ instanceId }) => instanceId)).not.toContain('rs-fem:forged');
  });

  test('is listed page by page', async () => {
    const token = await config.keys.serviceToken('rs-fem', 'instance', 'rs-config');
    expect((await config.call('POST', 'instances/rs-fem/rs-fem:9', { token, body: await running() })).status).toBe(200);
    const { body } = await config.call('GET', 'settings/rs-fem/instances?size=1&page=1');
    expect(body).toMatchObject({
      metadata: { number: 1, size: 1 },
      content: [{ content: { instanceId: 'rs-fem:2' } }],
    });
    expect((await listed()).map(({ instanceId }) => instanceId)).toContain('rs-fem:9');
  });
});
