/** Who manages and borrows which role, as values. */
import { describe, expect, test } from '@jest/globals';
import { borrowableRoles, keptRoles, managedRoles } from '../src/roles/domain/roles.ts';
import { nativeTree } from './roles.ts';

const roles = nativeTree().toReversed();
const names = (found: readonly { name: string }[]): string[] => found.map(({ name }) => name);
const everyRole = ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'];

describe('a caller manages their own role and those below', () => {
  test.each([
    ['PUBLIC', 1],
    ['REGISTERED_USER', 2],
    ['EXPLOIT', 3],
    ['ADMIN', 4],
    ['PROJECT_ADMIN', 5],
    ['INSTANCE_ADMIN', 5],
    ['ROLE_SYS_rs-fem', 5],
    ['UNHEARD_OF', 0],
  ])('as %s the first %i', (role, count) => {
    expect(names(managedRoles(role, roles))).toEqual(everyRole.slice(0, count));
  });
});

describe('a caller borrows', () => {
  test.each(['PUBLIC', 'REGISTERED_USER', 'EXPLOIT'])('as %s nothing but that', (role) => {
    expect(names(borrowableRoles(role, roles))).toEqual([role]);
  });

  test.each([
    ['ADMIN', 4],
    ['PROJECT_ADMIN', 5],
    ['INSTANCE_ADMIN', 5],
  ])('as %s the first %i', (role, count) => {
    expect(names(borrowableRoles(role, roles))).toEqual(everyRole.slice(0, count));
  });
});

test('every role but the first and the administrator has its parent before it', () => {
  expect(keptRoles.map(({ parent }) => parent)).toEqual([undefined, 'PUBLIC', 'REGISTERED_USER', 'EXPLOIT', undefined]);
});
