import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startService } from '@regards/service';
import type { RunningInstance } from '@regards/service';
import { createTestKeys, request } from '@regards/testing';
import { parse } from 'yaml';
import { rsConfig } from '../src/index.ts';

const label = 'regards-oss-backend';
const files = {
  [`${label}/application.properties`]:
    'regards.log.level=warn\nshared=common\nhost=${HOST:localhost}\nurl=http://${host}/\n',
  [`${label}/application-blue.properties`]: 'shared=common blue\n',
  [`${label}/rs-admin.properties`]: 'shared=own\nregards.database.pool.max=7\n',
  [`${label}/rs-admin.yml`]: 'shared: own yml\nnested:\n  list: [1, two]\n  yes: 012\n  empty:\n',
  [`${label}/rs-admin-blue.yml`]: 'shared: own blue\n',
  [`${label}/rs-admin-green.yml`]: 'shared: own green\n',
  [`${label}/rs-dam.properties`]: 'regards.database.pool.max=many\nregards.log.level=loud\n',
  [`${label}/rs-fem.properties`]: 'regards.database.pool.max=${POOL}\n',
  [`${label}/rs-catalog.yml`]: 'password: hidden\na: [ hidden\n',
  'other/application.properties': 'shared=other\n',
  'secret.properties': 'password=root\n',
};

let folder: string;
let instance: RunningInstance;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rs-config-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  instance = await startService(rsConfig, {
    settings: {
      'regards.config.folder': folder,
      'regards.config.open.names': '*',
      'regards.http.validate.responses': true,
      'regards.log.level': 'error',
    },
  });
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true });
});

interface Environment {
  readonly propertySources: readonly { readonly name: string; readonly source: Readonly<Record<string, string>> }[];
}
const ask = (address: string) => request('GET', `${instance.url}/${address}`);
const environment = async (address: string): Promise<Environment> => {
  const { status, body } = await ask(address);
  expect(status).toBe(200);
  return body as Environment;
};
const fileNames = ({ propertySources }: Environment): string[] =>
  propertySources.map(({ name }) => path.basename(name));

describe('an environment', () => {
  test('has the shape that clients of Spring Cloud Config read', async () => {
    expect(await environment(`rs-admin/production/${label}`)).toEqual({
      name: 'rs-admin',
      profiles: ['production'],
      label,
      version: expect.stringMatching(/^[0-9a-f]{40}$/),
      state: null,
      propertySources: [
        {
          name: `file:${folder}/${label}/rs-admin.properties`,
          source: { shared: 'own', 'regards.database.pool.max': '7' },
        },
        {
          name: `file:${folder}/${label}/rs-admin.yml`,
          source: {
            shared: 'own yml',
            'nested.list[0]': '1',
            'nested.list[1]': 'two',
            'nested.yes': '012',
            'nested.empty': '',
          },
        },
        {
          name: `file:${folder}/${label}/application.properties`,
          source: { 'regards.log.level': 'warn', shared: 'common', host: '${HOST:localhost}', url: 'http://${host}/' },
        },
      ],
    });
  });

  test('is that of the default label when none is named', async () => {
    expect(await environment('rs-admin/production')).toEqual(await environment(`rs-admin/production/${label}`));
  });

  test('of a service without a file has the common one alone', async () => {
    expect(fileNames(await environment(`rs-nobody/production/${label}`))).toEqual(['application.properties']);
  });

  test('of several profiles has the later first, and files of profiles before those of none', async () => {
    expect(fileNames(await environment(`rs-admin/green,blue/${label}`))).toEqual([
      'rs-admin-blue.yml',
      'application-blue.properties',
      'rs-admin-green.yml',
      'rs-admin.properties',
      'rs-admin.yml',
      'application.properties',
    ]);
  });

  test('of another label comes from another folder', async () => {
    expect((await environment('rs-admin/production/other')).propertySources.map(({ source }) => source)).toEqual([
      { shared: 'other' },
    ]);
  });

  test('of an unknown label has no source', async () => {
    expect((await environment('rs-admin/production/nowhere')).propertySources).toEqual([]);
  });
});

describe('values that break the contract of their service', () => {
  test('are refused with each key', async () => {
    const { status, body } = await ask(`rs-dam/production/${label}`);
    expect(status).toBe(422);
    expect((body as { messages: string[] }).messages).toEqual([
      expect.stringMatching(/^rs-dam: regards.database.pool.max: is no integer/),
      expect.stringMatching(/^rs-dam: regards.log.level: must be one of/),
    ]);
  });

  test('are not looked for in placeholders, which the service resolves', async () => {
    expect(fileNames(await environment(`rs-fem/production/${label}`))).toContain('rs-fem.properties');
  });

  test('that nobody can read are refused with the file', async () => {
    const { status, text } = await ask(`rs-catalog/production/${label}`);
    expect(status).toBe(422);
    expect(text).toContain('rs-catalog.yml cannot be read');
    expect(text).not.toContain('hidden');
  });
});

test.each([
  'rs-admin/production/..',
  'rs-admin/production/..%2F..%2Fetc',
  'rs-admin/production/(_)..(_)etc',
  '..%2Fsecret/production',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd/production',
  'rs-admin/..%2F..%2Fsecret/other',
  '..%2Fsecret-production.properties',
])('%s leads out of no folder', async (address) => {
  const { status, text } = await ask(address);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(text).not.toContain('password');
});

describe('settings as one file', () => {
  const merged = { shared: 'own', url: 'http://localhost/' };

  test('are properties', async () => {
    const { status, text } = await ask('rs-admin-production.properties');
    expect(status).toBe(200);
    expect(text).toContain('shared=own\n');
    expect(text).toContain('url=http://localhost/\n');
  });

  test('are YAML', async () => {
    expect(parse((await ask('rs-admin-production.yml')).text)).toMatchObject({
      ...merged,
      nested: { list: ['1', 'two'] },
    });
  });

  test('are JSON', async () => {
    expect((await ask('rs-admin-production.json')).body).toMatchObject({ ...merged, nested: { list: ['1', 'two'] } });
  });

  test('are of the profile behind the last hyphen', async () => {
    expect((await ask('rs-admin-blue.json')).body).toMatchObject({ shared: 'own blue' });
  });

  test.each(['application.properties', 'rs-admin-production.xml', 'favicon.ico'])('%s is not there', async (file) => {
    expect((await ask(file)).status).toBe(404);
  });
});

test('without the keys of rs-authentication nobody changes anything, and services are served all the same', async () => {
  const keys = await createTestKeys();
  const token = await keys.userToken({ tenant: 'instance', role: 'INSTANCE_ADMIN' });
  const headers = { 'If-Match': `"${'0'.repeat(40)}"` };
  const body = { settings: { 'regards.log.level': 'debug' } };
  const address = `${instance.url}/settings/rs-admin`;
  expect((await request('GET', address, { token })).status).toBe(503);
  expect((await request('PATCH', address, { token, headers, body })).status).toBe(503);
  expect((await ask(`rs-admin/production/${label}`)).status).toBe(200);
  await keys.remove();
});

test('it tells that it is up', async () => {
  expect((await ask('actuator/health')).body).toMatchObject({ status: 'UP' });
});

test('cloud-config-client reads what is served', async () => {
  const { default: client } = await import('cloud-config-client');
  const config = await client.load({ endpoint: instance.url, name: 'rs-admin', profiles: 'production', label });
  expect(config.get('shared')).toBe('own');
  expect(config.get('nested.list[1]')).toBe('two');
  expect(config.get('regards.log.level')).toBe('warn');
});
