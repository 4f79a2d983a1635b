/** What becomes of rights when one is given or taken, as values. */
import { describe, expect, test } from '@jest/globals';
import type { ResourceRole } from '@regards/generated/rs-admin/types';
import { followed, given, holdersByDefault, parentOf, refusalOfChange, taken } from '../src/roles/domain/rights.ts';
import type { Granted, Rights } from '../src/roles/domain/rights.ts';
import { nativeTree, roleOf } from './roles.ts';

const native = nativeTree();
const named = (name: string) => [...native, own].find((role) => role.name === name) ?? own;
const own = roleOf(
  'OPERATOR',
  native.find(({ name }) => name === 'EXPLOIT'),
);
const rights = (granted: Record<string, number[]> = {}): Rights => ({
  roles: [...native, own],
  granted: new Map(Object.entries(granted).map(([name, ids]) => [name, new Set(ids)])),
});
const holders = (granted: Granted): string[] =>
  [...granted].flatMap(([name, ids]) => (ids.has(1) ? [name] : [])).toSorted();
const resource = (defaultRole: ResourceRole = 'EXPLOIT') => ({
  id: 1,
  description: '',
  microservice: 'rs-dam',
  controllerSimpleName: 'ModelsController',
  resource: '/models',
  verb: 'GET' as const,
  defaultRole,
});

test.each([
  ['PUBLIC', ['ADMIN', 'EXPLOIT', 'OPERATOR', 'PUBLIC', 'REGISTERED_USER']],
  ['REGISTERED_USER', ['ADMIN', 'EXPLOIT', 'OPERATOR', 'REGISTERED_USER']],
  ['EXPLOIT', ['ADMIN', 'EXPLOIT', 'OPERATOR']],
  ['ADMIN', ['ADMIN']],
  ['OPERATOR', ['OPERATOR']],
])('what is given to %s is given to %j', (name, expected) => {
  expect(holders(given(named(name), 1, rights()))).toEqual(expected);
});

const everyone = { PUBLIC: [1], REGISTERED_USER: [1], EXPLOIT: [1], ADMIN: [1], OPERATOR: [1] };
test.each([
  ['PUBLIC', ['ADMIN', 'EXPLOIT', 'OPERATOR', 'REGISTERED_USER']],
  ['EXPLOIT', ['ADMIN', 'OPERATOR']],
  ['ADMIN', ['OPERATOR']],
  ['OPERATOR', ['ADMIN', 'EXPLOIT', 'PUBLIC', 'REGISTERED_USER']],
])('what is taken from %s is left to %j', (name, expected) => {
  expect(holders(taken(named(name), 1, rights(everyone)))).toEqual(expected);
});

test.each([
  [{ OPERATOR: [1, 2, 3], PUBLIC: [1], REGISTERED_USER: [1], EXPLOIT: [1, 2], ADMIN: [1, 2, 4] }, 'EXPLOIT'],
  [{ OPERATOR: [1, 3], PUBLIC: [1], REGISTERED_USER: [1], EXPLOIT: [1, 2], ADMIN: [1, 2, 4] }, 'REGISTERED_USER'],
  [{ OPERATOR: [1, 2, 4], PUBLIC: [1], REGISTERED_USER: [1], EXPLOIT: [1, 2], ADMIN: [1, 2, 4] }, 'ADMIN'],
  [{ OPERATOR: [3], PUBLIC: [1], REGISTERED_USER: [1], EXPLOIT: [1, 2], ADMIN: [1, 2, 4] }, undefined],
])('with rights %j a role has the parent %s', (granted, parent) => {
  expect(parentOf('OPERATOR', rights(granted).granted)).toBe(parent);
});

test.each([
  ['PUBLIC', 5],
  ['EXPLOIT', 3],
  ['PROJECT_ADMIN', 0],
  ['INSTANCE_ADMIN', 0],
])('what is declared for %s is granted to %i of the roles that projects can change', (role, count) => {
  expect(holdersByDefault(role, rights().roles)).toHaveLength(count);
});

describe('a new default role', () => {
  test('is followed where nobody changed the rights', () => {
    const before = rights({ EXPLOIT: [1], ADMIN: [1], OPERATOR: [1] });
    expect(holders(followed(resource(), 'ADMIN', before))).toEqual(['ADMIN']);
    expect(holders(followed(resource(), 'PROJECT_ADMIN', before))).toEqual([]);
    expect(holders(followed(resource(), 'REGISTERED_USER', before))).toEqual([
      'ADMIN',
      'EXPLOIT',
      'OPERATOR',
      'REGISTERED_USER',
    ]);
  });

  test('changes nothing where somebody had', () => {
    const before = rights({ ADMIN: [1] });
    expect(followed(resource(), 'PUBLIC', before)).toBe(before.granted);
  });
});

test.each([
  ['PROJECT_ADMIN', 'EXPLOIT', 'EXPLOIT', true],
  ['PROJECT_ADMIN', 'EXPLOIT', 'PROJECT_ADMIN', true],
  ['PROJECT_ADMIN', 'EXPLOIT', 'INSTANCE_ADMIN', false],
  ['INSTANCE_ADMIN', 'EXPLOIT', 'INSTANCE_ADMIN', false],
  ['INSTANCE_ADMIN', 'PROJECT_ADMIN', 'EXPLOIT', false],
  ['ADMIN', 'EXPLOIT', 'EXPLOIT', true],
  ['ADMIN', 'ADMIN', 'EXPLOIT', false],
  ['ADMIN', 'OPERATOR', 'EXPLOIT', false],
  ['OPERATOR', 'EXPLOIT', 'PROJECT_ADMIN', false],
  ['NOBODY', 'PUBLIC', 'PUBLIC', false],
] as const)('%s gives %s what is declared for %s: %j', (caller, role, declared, may) => {
  const held = rights({ ADMIN: [1] });
  expect(refusalOfChange(caller, named(role), resource(declared), held) === undefined).toBe(may);
});
