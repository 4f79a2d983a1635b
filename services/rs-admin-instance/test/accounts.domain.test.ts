/** When an account may be, and when it locks, as values. */
import { describe, expect, test } from '@jest/globals';
import { afterAttempt, firstStatus, isEmail, refusalOfAccount, statusAt } from '../src/accounts/domain.ts';
import type { LockingPolicy, Standing } from '../src/accounts/domain.ts';

const policy: LockingPolicy = { failuresBorne: 2, rootLogin: 'Root@example.org', rootPauseMs: 60_000 };
const noon = new Date('2026-01-01T12:00:00Z');
const after = (ms: number): Date => new Date(noon.getTime() + ms);
const ada: Standing = { email: 'ada@example.org', status: 'ACTIVE', failures: 0 };
const root: Standing = { email: 'root@example.org', status: 'ACTIVE', failures: 0 };

const afterWrong = (standing: Standing, times: number, at = noon): Standing =>
  Array.from({ length: times }).reduce<Standing>((now) => afterAttempt(now, false, at, policy), standing);

describe('wrong passwords', () => {
  test('are borne up to the limit', () => {
    expect(afterWrong(ada, 2)).toEqual({ ...ada, failures: 2, lastFailure: noon });
  });

  test('lock the account beyond it, and the right password opens it no more', () => {
    const locked = afterWrong(ada, 3);
    expect(locked).toMatchObject({ status: 'LOCKED', failures: 3 });
    expect(afterAttempt(locked, true, after(3_600_000), policy)).toBe(locked);
  });

  test('are forgotten after a right one', () => {
    expect(afterAttempt(afterWrong(ada, 2), true, noon, policy)).toEqual(ada);
  });

  test.each(['INACTIVE', 'INACTIVE_PASSWORD', 'PENDING', 'LOCKED', 'EMAIL_VERIFICATION'] as const)(
    'change nothing of an account that is %s',
    (status) => {
      const standing = { ...ada, status };
      expect(afterWrong(standing, 5)).toBe(standing);
    },
  );
});

describe('root', () => {
  const paused = afterWrong(root, 3);

  test('is locked for the pause only', () => {
    expect(paused.status).toBe('ACTIVE');
    expect(statusAt(paused, after(59_999), policy)).toBe('LOCKED');
    expect(statusAt(paused, after(60_000), policy)).toBe('ACTIVE');
  });

  test('cannot be kept locked by attempts during the pause', () => {
    expect(afterWrong(paused, 100, after(30_000))).toBe(paused);
  });

  test('has one attempt after the pause before the next', () => {
    const again = afterWrong(paused, 1, after(60_000));
    expect(statusAt(again, after(60_001), policy)).toBe('LOCKED');
  });

  test('starts anew with the right password', () => {
    expect(afterAttempt(paused, true, after(60_000), policy)).toEqual(root);
  });
});

describe('a new account', () => {
  const account = { email: 'ada@example.org', firstName: 'Ada', lastName: 'Kit' };
  const rule = { pattern: /^.{8,}$/u, sentence: 'A password has 8 characters or more.' };

  test('needs an e-mail address', () => {
    expect(refusalOfAccount({ ...account, email: 'ada' }, 'long enough', rule)?.messages[0]).toContain('account.email');
  });

  test('needs a password that keeps the rule', () => {
    expect(refusalOfAccount(account, 'long enough', rule)).toBeUndefined();
    expect(refusalOfAccount(account, 'short', rule)?.messages).toEqual([`password: ${rule.sentence}`]);
    expect(refusalOfAccount(account, undefined, rule)).toMatchObject({ code: 'entity-invalid' });
  });

  test('needs no password when somebody else vouches for the person', () => {
    expect(refusalOfAccount({ ...account, origin: 'company' }, undefined, rule)).toBeUndefined();
  });

  test('waits for nothing', () => {
    expect([undefined, null, 'PENDING' as const, 'EMAIL_VERIFICATION' as const].map(firstStatus)).toEqual(
      Array.from({ length: 4 }).fill('ACTIVE'),
    );
    expect(firstStatus('INACTIVE')).toBe('INACTIVE');
  });
});

test.each([
  ['ada@example.org', true],
  ['ada@localhost', true],
  ['a.d+a@e-x.ample.org', true],
  ['not-an-address', false],
  ['@example.org', false],
  ['ada@', false],
  ['ada@.org', false],
  ['ada@example..org', false],
  ['a da@example.org', false],
  ['ada\0@example.org', false],
  [`${'x'.repeat(128)}@example.org`, false],
])('%j is an e-mail address: %j', (text, is) => {
  expect(isEmail(text)).toBe(is);
});
