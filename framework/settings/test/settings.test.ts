import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { settingsContract, SettingsError } from '@regards/core';
import type { Log } from '@regards/core';
import { createTestKeys, until } from '@regards/testing';
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
  const keyOf = async (): Promise<string> => {
    const keys = await createTestKeys();
    closing.push(() => keys.remove());
    return keys.serviceKeyFile;
  };
  /** A service that has started once, of which rs-config is away now. */
  const startedBefore = async (max = '3') => {
    const [{ url, stop }, stateFolder, key] = [await configServer(), await folder(), await keyOf()];
    answer.body = { ...environmentOf(source('own', { 'regards.things.max': max })), version: 'v1' };
    const environment = {
      REGARDS_CONFIG_URL: url,
      REGARDS_STATE_FOLDER: stateFolder,
      REGARDS_SECURITY_SERVICE_KEY: key,
    };
    await load(environment);
    await stop();
    return { environment, file: path.join(stateFolder, 'settings-rs-things.json'), port: Number(new URL(url).port) };
  };

  test('C2: starts services while rs-config is away, says so, and is for its owner alone', async () => {
    const services = [];
    for (let number = 0; number < 10; number += 1) services.push(await startedBefore(String(number + 1)));
    for (const { file } of services) expect((await stat(file)).mode & 0o777).toBe(0o600);
    const started = await Promise.all(services.map(({ environment }) => load(environment)));
    expect(started.map((settings) => settings['regards.things.max'])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const told = said.filter((one) => /rs-config at .* is away: starting with the last good copy/.test(one));
    expect(told).toHaveLength(10);
  });

  const damaged: Readonly<Record<string, (text: string) => string>> = {
    'a value changed': (text) => text.replace('"3"', '"4"'),
    'a value added': (text) => text.replace('"values":{', '"values":{"regards.things.name":"forged",'),
    'one bit fallen over': (text) => String.fromCharCode(text.charCodeAt(0) ^ 1) + text.slice(1),
    'its end cut off': (text) => text.slice(0, text.length / 2),
    'no signature': (text) => `${text.split('\n')[0] ?? ''}\n`,
    'a signature that is no such thing': (text) => `${text.split('\n')[0] ?? ''}\nsigned\n`,
    'a changed signature': (text) => text.replace(/.(.{4}\n)$/, (_all, end: string) => `A${end}`),
    'nothing in it': () => '',
    'the form of former versions': () => '{"regards.things.max":"4"}',
    'two copies in it': (text) => text.replace('{', '{}{'),
  };

  test('C10: is refused by its signature with a clear message when it is damaged; rs-config is waited for', async () => {
    const cases = [];
    for (const damage of Object.values(damaged)) {
      const before = await startedBefore();
      const text = await readFile(before.file, 'utf8');
      expect(damage(text)).not.toBe(text);
      await writeFile(before.file, damage(text));
      cases.push(before);
    }
    const starts = cases.map(({ environment }) => load(environment));
    await until(() => said.filter((one) => one.includes('is refused')).length === cases.length);
    for (const { file } of cases) {
      expect(said).toContain(
        `the last good copy of the settings, ${file}, is refused: its signature is not that of this platform; ` +
          'it was damaged, changed or made elsewhere; rs-config is waited for',
      );
    }
    for (const { port } of cases) await configServer(port);
    for (const settings of await Promise.all(starts)) expect(settings).toMatchObject({ 'regards.things.max': 3 });
  });

  test('C10: of another platform, another service or another profile is refused too', async () => {
    const [own, other, profiled] = [await startedBefore(), await startedBefore('9'), await startedBefore()];
    await copyFile(other.file, own.file);
    const load5 = (environment: Record<string, string>) => load(environment, AbortSignal.timeout(7_000));
    await Promise.all([
      expect(load5(own.environment)).rejects.toThrow(),
      expect(load5({ ...profiled.environment, REGARDS_PROFILE: 'test' })).rejects.toThrow(),
    ]);
    expect(said.filter((one) => one.includes('its signature is not that of this platform'))).toHaveLength(1);
    expect(said.filter((one) => one.includes('with the profile production'))).toHaveLength(1);
  });

  test('is not kept without a key to sign it', async () => {
    const [{ url }, stateFolder] = [await configServer(), await folder()];
    await load({ REGARDS_CONFIG_URL: url, REGARDS_STATE_FOLDER: stateFolder });
    await expect(stat(path.join(stateFolder, 'settings-rs-things.json'))).rejects.toThrow('ENOENT');
  });

  test('is not replaced by settings that break the contract', async () => {
    const { environment, file, port } = await startedBefore();
    const before = await readFile(file, 'utf8');
    await configServer(port);
    answer.body = environmentOf(source('own', { 'regards.things.max': 'many' }));
    await expect(load(environment)).rejects.toThrow(SettingsError);
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});
