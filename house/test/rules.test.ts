/** The rules of the house, each broken once on purpose. */
import { describe, expect, test } from '@jest/globals';
import { checkFile, findCycles } from '../src/check.ts';
import { rooms, vendorRooms } from '../src/rules.ts';
import { targetOf } from '../src/targets.ts';

const workspaces = {
  '@regards/core': 'framework/core',
  '@regards/db': 'framework/db',
  '@regards/http': 'framework/http',
  '@regards/generated': 'generated',
  'rs-fem': 'services/rs-fem',
};
const root = new URL('../..', import.meta.url).pathname;
const resolve = (specifier: string, importer: string): string => targetOf(specifier, importer, workspaces, root);
const faults = (file: string, text: string): string[] => checkFile(file, text, resolve).map(({ message }) => message);

const core = 'framework/core/src/call.ts';
const settings = 'framework/settings/src/settings.ts';
const domain = 'services/rs-dam/src/models/domain.ts';
const service = 'services/rs-dam/src/models/service.ts';
const rest = 'services/rs-dam/src/models/rest.ts';
const amqp = 'services/rs-dam/src/models/amqp/changes.ts';
const dao = 'services/rs-dam/src/models/dao.ts';
const composition = 'services/rs-dam/src/rs-dam.ts';

describe('forbidden imports are found', () => {
  test.each([
    ['core knows no other room of the framework', core, `import { x } from '@regards/http';`],
    ['core knows no vendor', core, `import pg from 'pg';`],
    ['a room of the framework knows no other', settings, `import { x } from '@regards/http';`],
    ['a room of the framework knows no service', settings, `import { rsFem } from 'rs-fem';`],
    [
      'a room of the framework knows nothing generated',
      settings,
      `import type { Model } from '@regards/generated/rs-dam/types';`,
    ],
    ['generated code knows no service', 'generated/rs-dam/server.ts', `import { rsFem } from 'rs-fem';`],
    ['a domain reads no files', domain, `import { readFile } from 'node:fs/promises';`],
    ['a domain knows no database', domain, `import type { Rows } from '@regards/db';`],
    ['a domain knows no service above it', domain, `import { find } from './service.ts';`],
    [
      'a domain takes types alone of what is generated',
      domain,
      `import { validate } from '@regards/generated/rs-dam/types';`,
    ],
    ['a service knows no dao', service, `import { modelDao } from './dao.ts';`],
    ['a service knows no rest', service, `import type { Body } from './rest.ts';`],
    [
      'a service knows generated clients by type alone',
      service,
      `import { rsFemClient } from '@regards/generated/rs-fem/client';`,
    ],
    ['a service knows no web server', service, `import express from 'express';`],
    ['rest goes past no service to a dao', rest, `import { modelDao } from './dao.ts';`],
    ['rest knows no rest of another module', rest, `import { x } from '../datasets/rest.ts';`],
    ['amqp goes past no service to a dao', amqp, `import { modelDao } from '../dao.ts';`],
    ['a dao knows no rest', dao, `import type { Body } from './rest.ts';`],
    ['a dao knows no generated client', dao, `import { rsFemClient } from '@regards/generated/rs-fem/client';`],
    ['a dao opens no connection of its own', dao, `import pg from 'pg';`],
    ['a module knows no dao of another', service, `import type { Row } from '../datasets/dao.ts';`],
    ['a service imports no other service', composition, `import { rsFem } from 'rs-fem';`],
    ['not by a path either', composition, `import { rsFem } from '../../rs-fem/src/rs-fem.ts';`],
    ['not by import()', composition, `const { rsFem } = await import('rs-fem');`],
    ['not by export from', composition, `export { rsFem } from 'rs-fem';`],
    ['not its types', composition, `import type { Fem } from 'rs-fem';`],
    [
      "a service's tests import no other service",
      'services/rs-dam/test/models.test.ts',
      `import { rsFem } from 'rs-fem';`,
    ],
    ['the gateway knows no service', 'gateway/src/server.ts', `import { rsFem } from 'rs-fem';`],
    [
      'the gateway knows no generated client',
      'gateway/src/server.ts',
      `import { rsFemClient } from '@regards/generated/rs-fem/client';`,
    ],
    ['the command-line tool knows no service', 'cli/src/main.ts', `import { rsFem } from 'rs-fem';`],
  ])('%s', (_rule, file, text) => {
    expect(faults(file, text)).toHaveLength(1);
  });

  test.each(Object.entries(vendorRooms))('%s is imported in %j alone', (vendor, homes) => {
    const text = `import x from '${vendor}';`;
    expect(faults('framework/service/src/instance.ts', text)).toEqual([
      expect.stringContaining(`${vendor} is imported in`),
    ]);
    const home = homes[0]?.replace('**', 'a.ts') ?? '';
    expect(faults(home, text)).toEqual([]);
  });

  test('a vendor that nobody gave a room is refused everywhere', () => {
    expect(faults('framework/http/src/a.ts', `import x from 'left-pad';`)).toEqual([
      expect.stringContaining('left-pad has no room yet'),
    ]);
  });

  test('a file outside of every room is refused', () => {
    expect(faults('services/rs-dam/scripts/x.ts', '')).toEqual([expect.stringContaining('stands in no room')]);
  });
});

describe('allowed imports pass', () => {
  test.each([
    [
      domain,
      `import type { Model } from '@regards/generated/rs-dam/types';\nimport { notFound } from '@regards/core';`,
    ],
    [
      service,
      `import { check } from './domain.ts';\nimport type { RsFemClient } from '@regards/generated/rs-fem/client';`,
    ],
    [service, `import { x } from '../datasets/service.ts';`],
    [
      rest,
      `import { models } from './service.ts';\nimport type { RsDamServer } from '@regards/generated/rs-dam/server';`,
    ],
    [dao, `import type { ModelStore } from './service.ts';\nimport { x } from '@regards/db';`],
    [composition, `import { modelDao } from './models/dao.ts';`],
  ])('%s: %s', (file, text) => {
    expect(faults(file, text)).toEqual([]);
  });
});

describe('telling expressions are found', () => {
  test.each([
    ['the environment is read in one file', service, `const x = process.env['HOME'];`],
    ['… also under quotes', service, `const x = process['env'];`],
    ['a domain has no clock', domain, `const x = Date.now();`],
    ['a domain has no clock under another name', domain, `const x = new Date();`],
    ['a domain rolls no dice', domain, `const x = Math.random();`],
  ])('%s', (_rule, file, text) => {
    expect(faults(file, text)).toEqual([expect.stringMatching(/^holds /)]);
  });

  test('a given date is no clock', () => {
    expect(faults(domain, `const x = new Date('2026-01-01');`)).toEqual([]);
  });

  test('the settings read the environment', () => {
    expect(faults('framework/settings/src/bootstrap.ts', `const x = process.env;`)).toEqual([]);
  });
});

test('a line of more than 120 characters is found, but not in generated code', () => {
  const line = `// ${'x'.repeat(120)}`;
  expect(faults(service, line)).toEqual(['is 123 characters long, 120 at most']);
  expect(faults('generated/rs-dam/types.ts', line)).toEqual([]);
  expect(faults(service, `const text = '${'x'.repeat(120)}';`)).toEqual([]);
});

test('modules that need each other in a ring are found', () => {
  const edges = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c'])],
    ['c', new Set(['b'])],
  ]);
  expect(findCycles(edges)).toEqual([['b', 'c', 'b']]);
  expect(
    findCycles(
      new Map([
        ['a', new Set(['b', 'c'])],
        ['b', new Set(['c'])],
      ]),
    ),
  ).toEqual([]);
});

test('every rule says why', () => {
  expect(rooms.filter(({ because }) => because.length < 20)).toEqual([]);
});
