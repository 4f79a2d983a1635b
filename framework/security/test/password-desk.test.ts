/** Many passwords at a time: those that find no place are refused, the others are tried. */
import { expect, test } from '@jest/globals';
import { RefusedError } from '@regards/core';
import { createPasswordDesk, hashPassword } from '../src/index.ts';

test('a flood is refused with 429, what found a place is answered, and the desk is free afterwards', async () => {
  const stored = await hashPassword('password', { logN: 4, r: 8, p: 1 });
  const desk = createPasswordDesk();
  const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => desk.matches('password', stored)));
  const [answered, refused] = [
    outcomes.filter(({ status }) => status === 'fulfilled'),
    outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])),
  ];
  expect(answered).toHaveLength(65);
  expect(refused).toHaveLength(35);
  for (const reason of refused) expect(reason instanceof RefusedError && reason.refusal.code).toBe('too-many-requests');
  expect(await desk.matches('password', stored)).toBe(true);
});
