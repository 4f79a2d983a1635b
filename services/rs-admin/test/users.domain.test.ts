/** What a project keeps of people and who may change it, as values. */
import { describe, expect, test } from '@jest/globals';
import {
  changedContent,
  changesContent,
  newUser,
  refusalOfChanging,
  refusalOfContent,
  refusalOfDeleting,
  refusalOfGiving,
  type KeptUser,
} from '../src/users/domain.ts';
import { managedRoles } from '../src/roles/domain/roles.ts';
import { nativeTree } from './roles.ts';

const day = new Date('2026-01-01T00:00:00Z');
const ada: KeptUser = {
  ...newUser({ email: 'ada@example.org', firstName: 'Ada', lastName: 'Kit' }, 'EXPLOIT'),
  id: 7,
  currentQuota: 0,
  licenseAccepted: false,
  created: day,
  lastUpdate: day,
};

describe('a person who is taken in', () => {
  test('is granted access, without limit, in the group of everyone', () => {
    expect(newUser({ email: 'ada@example.org' }, 'PUBLIC')).toEqual({
      email: 'ada@example.org',
      firstName: 'ada@example.org',
      lastName: 'ada@example.org',
      origin: 'Regards',
      status: 'ACCESS_GRANTED',
      role: 'PUBLIC',
      accessGroups: ['Public'],
      maxQuota: -1,
      metadata: [],
    });
  });

  test('is in every group named, and in none twice', () => {
    const { accessGroups } = newUser({ email: 'a@b', accessGroups: ['Public', 'team', 'team'] }, 'PUBLIC');
    expect(accessGroups).toEqual(['Public', 'team']);
  });

  test('has metadata that can be read unless said otherwise', () => {
    const metadata = [
      { key: 'a', value: null },
      { id: 3, key: 'b', value: '1', visibility: 'HIDDEN' as const },
    ];
    expect(newUser({ email: 'a@b', metadata }, 'PUBLIC').metadata).toEqual([
      { key: 'a', visibility: 'READABLE' },
      { key: 'b', value: '1', visibility: 'HIDDEN' },
    ]);
  });
});

describe('a change', () => {
  test('leaves as it is what it does not name', () => {
    const { role, accessGroups, maxQuota, metadata } = ada;
    const content = { role, accessGroups, maxQuota, metadata };
    expect(changedContent(ada, { id: 7, maxQuota: null }, ada.role)).toEqual(content);
    expect(changesContent({ id: 7, lastConnection: '2026-01-01T00:00:00Z' })).toBe(false);
    expect(changesContent({ maxQuota: 0 })).toBe(true);
  });

  test.each([
    [{ maxQuota: -1 }, []],
    [{ maxQuota: 0 }, []],
    [{ maxQuota: -2 }, ['maxQuota']],
    [{ accessGroups: ['Public', 'team'] }, []],
    [{ accessGroups: ['team'] }, ['accessGroups']],
    [{ accessGroups: ['Public', ' '] }, ['accessGroups']],
    [{ metadata: [{ key: 'a' }, { key: 'a' }] }, ['metadata']],
    [{ maxQuota: -5, accessGroups: [] }, ['maxQuota', 'accessGroups']],
  ])('to %j has its faults named: %j', (changes, fields) => {
    const faults = refusalOfContent(changedContent(ada, changes, ada.role))?.messages ?? [];
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(fields);
  });

  test('of another number than the path has is a mismatch', () => {
    expect(refusalOfChanging(as('PROJECT_ADMIN'), ada, { id: 8 })).toMatchObject({ code: 'identifier-mismatch' });
    expect(refusalOfChanging(as('PROJECT_ADMIN'), ada, { id: 7 })).toBeUndefined();
    expect(refusalOfChanging(as('PROJECT_ADMIN'), ada, {})).toBeUndefined();
  });
});

const as = (role: string) => ({ role, manages: new Set(managedRoles(role, nativeTree()).map(({ name }) => name)) });

describe('nobody rises above themselves', () => {
  test.each([
    ['EXPLOIT', 'EXPLOIT', true],
    ['EXPLOIT', 'ADMIN', false],
    ['ADMIN', 'PROJECT_ADMIN', false],
    ['PROJECT_ADMIN', 'PROJECT_ADMIN', true],
    ['PROJECT_ADMIN', 'INSTANCE_ADMIN', false],
    ['ROLE_SYS_rs-authentication', 'PROJECT_ADMIN', true],
  ])('a caller in role %s gives role %s: %j', (caller, role, may) => {
    expect(refusalOfGiving(as(caller), role) === undefined).toBe(may);
    expect(refusalOfChanging(as(caller), { ...ada, role }, {}) === undefined).toBe(may);
  });

  test.each([
    ['EXPLOIT', 'REGISTERED_USER', true],
    ['EXPLOIT', 'EXPLOIT', false],
    ['ADMIN', 'PROJECT_ADMIN', false],
    ['PROJECT_ADMIN', 'PROJECT_ADMIN', false],
    ['INSTANCE_ADMIN', 'PROJECT_ADMIN', true],
  ])('a caller in role %s takes out a person in role %s: %j', (caller, role, may) => {
    expect(refusalOfDeleting(as(caller), { ...ada, role }) === undefined).toBe(may);
  });
});
