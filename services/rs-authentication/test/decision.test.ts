/** Who gets a token, as values: REGARDS's order of refusals. */
import { describe, expect, test } from '@jest/globals';
import { decide, type Attempt } from '../src/tokens/domain.ts';

const healthy: Attempt = {
  scope: 'demo',
  isRoot: false,
  account: { status: 'ACTIVE', passwordValid: true },
  user: { status: 'ACCESS_GRANTED', role: 'EXPLOIT' },
};
const wrong = { status: 'ACTIVE', passwordValid: false } as const;
const error = (attempt: Partial<Attempt>) => {
  const decision = decide({ ...healthy, ...attempt });
  return decision.granted ? 'granted' : decision.error;
};

test('a person gets the role they have in the project', () => {
  expect(decide(healthy)).toEqual({ granted: true, role: 'EXPLOIT' });
});

test('an account that is not there and a wrong password read alike', () => {
  expect(error({ account: undefined, user: undefined })).toBe('ACCOUNT_UNKNOWN');
  expect(error({ account: wrong })).toBe('ACCOUNT_UNKNOWN');
});

test.each([
  ['PENDING', 'ACCOUNT_PENDING'],
  ['EMAIL_VERIFICATION', 'ACCOUNT_PENDING'],
  ['INACTIVE', 'ACCOUNT_INACTIVE'],
  ['INACTIVE_PASSWORD', 'ACCOUNT_INACTIVE_PASSWORD'],
  ['LOCKED', 'ACCOUNT_LOCKED'],
] as const)('an account that is %s reads %s, whatever the password', (status, told) => {
  expect(error({ account: { status, passwordValid: true } })).toBe(told);
  expect(error({ account: { status, passwordValid: false } })).toBe(told);
});

test.each([
  ['WAITING_ACCOUNT_ACTIVE', 'USER_UNKNOWN'],
  ['WAITING_ACCESS', 'USER_WAITING_ACCESS'],
  ['WAITING_EMAIL_VERIFICATION', 'USER_WAITING_EMAIL_VERIFICATION'],
  ['ACCESS_DENIED', 'USER_ACCESS_DENIED'],
  ['ACCESS_INACTIVE', 'USER_ACCESS_INACTIVE'],
] as const)('a user who is %s reads %s, to whoever knows the password', (status, told) => {
  expect(error({ user: { status, role: 'EXPLOIT' } })).toBe(told);
  expect(error({ user: { status, role: 'EXPLOIT' }, account: wrong })).toBe('ACCOUNT_UNKNOWN');
});

test('a person who is not in the project is unknown there', () => {
  expect(error({ user: undefined })).toBe('USER_UNKNOWN');
  expect(error({ user: undefined, account: wrong })).toBe('ACCOUNT_UNKNOWN');
});

describe('the instance', () => {
  test('lets nobody in but root', () => {
    expect(error({ scope: 'instance', user: undefined })).toBe('INSTANCE_ACCESS_DENIED');
    expect(error({ scope: 'instance', user: undefined, account: wrong })).toBe('ACCOUNT_UNKNOWN');
  });

  test.each(['instance', 'demo'])('is administered by root, in scope %s too', (scope) => {
    const root = { ...healthy, scope, isRoot: true, user: undefined };
    expect(decide(root)).toEqual({ granted: true, role: 'INSTANCE_ADMIN' });
    expect(error({ ...root, account: wrong })).toBe('ACCOUNT_UNKNOWN');
    expect(error({ ...root, account: { status: 'LOCKED', passwordValid: true } })).toBe('ACCOUNT_LOCKED');
  });
});
