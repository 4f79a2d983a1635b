/** What may be done to a project, as values. */
import { describe, expect, test } from '@jest/globals';
import { isTenantName } from '@regards/core';
import { deletionChanges, projectContent, refusalOfChange, refusalOfName } from '../src/projects/domain.ts';

const described = { name: 'demo', label: 'Demo', description: 'for a test' };
const project = { ...projectContent(described), id: 1, isDeleted: false };

describe('a name of a project', () => {
  test.each(['a', 'demo', 'With-Capitals_and-digits-1', 'x'.repeat(30)])('%s may be one', (name) => {
    expect(isTenantName(name)).toBe(true);
    expect(refusalOfName(name)).toBeUndefined();
  });

  test.each(['', ' ', 'with space', 'x'.repeat(31), 'é', 'a/b', 'a"b', 'a\0', 'a\n'])('%j may be none', (name) => {
    expect(isTenantName(name)).toBe(false);
    expect(refusalOfName(name)).toMatchObject({ code: 'entity-invalid' });
  });

  test.each(['instance', 'Instance', 'INSTANCE'])('%s is reserved', (name) => {
    expect(refusalOfName(name)?.messages).toEqual([`name: "${name}" is reserved`]);
  });
});

test('what a description leaves out is what REGARDS takes', () => {
  expect(projectContent({ ...described, icon: null, crs: null, isPublic: null })).toEqual({
    ...described,
    isPublic: false,
    isAccessible: false,
    crs: 'WGS_84',
    isPoleToBeManaged: false,
  });
});

test('a project keeps its name', () => {
  expect(refusalOfChange(project, { ...described, label: 'Another' })).toBeUndefined();
  expect(refusalOfChange(project, { ...described, name: 'Demo' })).toMatchObject({ code: 'entity-invalid' });
});

test('a deleted project is not changed any more, and deleting it again changes nothing', () => {
  const deleted = { ...project, isDeleted: true };
  expect(refusalOfChange(deleted, described)).toMatchObject({ code: 'operation-forbidden' });
  expect(deletionChanges(project)).toBe(true);
  expect(deletionChanges(deleted)).toBe(false);
});
