import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { settingsContract, SettingsError } from '@regards/core';
import type { Log } from '@regards/core';
import { loadSettings, readBootstrap, SettingsRefusedError } from '../src/index.ts';

interface Settings {
  readonly 'regards.things.max': number;
  readonly 'regards.things.name': string;
}
const contract = settingsContract<Settings>({
  'regards.things.max': { type: 'integer', minimum: 1, default: 10 },
  'regards.things.name': { type: 'string', default: 'none' },
});

const source = (name: string, values: object) => ({ name, source: values });
const environmentOf = (...propertySources: object[]) => ({
  name: 'rs-things',
  profiles: ['production'],
  label: 'l',
  propertySources,
});

let answer: { status: number; body: unknown };
let asked: string[];
let closing: (() => Promise<void>)[];
let said: string[];
const log: Log = {
  debug: () => {},
  info: (_fields, sentence) => said.push(sentence ?? ''),
  warn: (_fields, sentence) => said.push(sentence ?? ''),
  error: (_fields, sentence) => said.push(sentence ?? ''),
};

beforeEach(() => {
  answer = { status: 200, body: environmentOf() };
  [asked, closing, said] = [[], [], []];
});
afterEach(async () => {
  for (const close of closing) await close();
});

async function configServer(port = 0): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  closing.push(stop);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'settings-'));
  closing.push(() => rm(made, { recursive: true }));
  return path.join(made, 'state');
}

const load = async (environment: Record<string, string>, signal?: AbortSignal) => {
  const { settings } = await loadSettings({
    service: 'rs-things',
    contract,
    bootstrap: readBootstrap('rs-things', { environment }),
    from: 'rs-config',
    log,
    ...(signal ? { signal } : {}),
  });
  return settings;
};

describe('settings from rs-config', () => {
  test('are asked for by service, profile and label', async () => {
    const { url } = await configServer();
    await load({ REGARDS_CONFIG_URL: url, REGARDS_PROFILE: 'test', REGARDS_LABEL: 'main' });
    expect(asked).toEqual(['/rs-things/test/main']);
  });

  test('the first source has precedence, and the environment over all', async () => {
    const { url } = await configServer();
    answer.body = environmentOf(
      source('own', { 'regards.things.max': '3' }),
      source('common', { 'regards.things.max': '4', 'regards.things.name': 'common' }),
    );
    expect(await load({ REGARDS_CONFIG_URL: url })).toEqual({
      'regards.things.max': 3,
      'regards.things.name': 'common',
    });
    expect(await load({ REGARDS_CONFIG_URL: url, REGARDS_THINGS_MAX: '5' })).toMatchObject({ 'regards.things.max': 5 });
  });

  test('a variable gives a setting that rs-config does not serve', async () => {
    const { url } = await configServer();
    expect(await load({ REGARDS_CONFIG_URL: url, REGARDS_THINGS_NAME: 'mine' })).toMatchObject({
      'regards.things.name': 'mine',
    });
  });

  test('a value that breaks the contract is refused by name', async () => {
    const { url } = await configServer();
    answer.body = environmentOf(source('own', { 'regards.things.max': 'many' }));
    const failure = await load({ REGARDS_CONFIG_URL: url }).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(SettingsError);
    expect(String(failure)).toContain('regards.things.max');
  });

  test('a placeholder that leads nowhere is refused by name', async () => {
    const { url } = await configServer();
    answer.body = environmentOf(source('own', { 'regards.things.name': '${NOWHERE}', 'spring.unused': '${NOWHERE}' }));
    await expect(load({ REGARDS_CONFIG_URL: url })).rejects.toThrow(/regards.things.name names \$\{NOWHERE\}/);
    expect(await load({ REGARDS_CONFIG_URL: url, NOWHERE: 'here' })).toMatchObject({ 'regards.things.name': 'here' });
  });

  test('what rs-config refuses is not waited for', async () => {
    const { url } = await configServer();
    answer = { status: 422, body: { messages: ['regards.things.max: is no integer'] } };
    const failure = await load({ REGARDS_CONFIG_URL: url }).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(SettingsRefusedError);
    expect(String(failure)).toContain('regards.things.max: is no integer');
  });

  test('a service that starts first waits, and says for what', async () => {
    const { url, stop } = await configServer();
    await stop();
    const settings = load({ REGARDS_CONFIG_URL: url });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(said).toEqual([`waiting for rs-config at ${url}`]);
    await configServer(Number(new URL(url).port));
    expect(await settings).toEqual({ 'regards.things.max': 10, 'regards.things.name': 'none' });
  });

  test('waiting ends when the service is told to stop', async () => {
    const { url, stop } = await configServer();
    await stop();
    await expect(load({ REGARDS_CONFIG_URL: url }, AbortSignal.timeout(100))).rejects.toThrow(/aborted/);
  });
});

describe('the last good copy', () => {
  test('starts a service while rs-config is away, and is for its owner alone', async () => {
    const [{ url, stop }, stateFolder] = [await configServer(), await folder()];
    answer.body = environmentOf(source('own', { 'regards.things.max': '3' }));
    await load({ REGARDS_CONFIG_URL: url, REGARDS_STATE_FOLDER: stateFolder });
    expect((await stat(path.join(stateFolder, 'settings-rs-things.json'))).mode & 0o777).toBe(0o600);
    await stop();
    expect(await load({ REGARDS_CONFIG_URL: url, REGARDS_STATE_FOLDER: stateFolder })).toMatchObject({
      'regards.things.max': 3,
    });
    expect(said.at(-1)).toMatch(/rs-config at .* is away: starting with the last good copy/);
  });

  test('is not replaced by settings that break the contract', async () => {
    const [{ url, stop }, stateFolder] = [await configServer(), await folder()];
    answer.body = environmentOf(source('own', { 'regards.things.max': '3' }));
    const environment = { REGARDS_CONFIG_URL: url, REGARDS_STATE_FOLDER: stateFolder };
    await load(environment);
    answer.body = environmentOf(source('own', { 'regards.things.max': 'many' }));
    await expect(load(environment)).rejects.toThrow(SettingsError);
    await stop();
    expect(await load(environment)).toMatchObject({ 'regards.things.max': 3 });
  });
});
