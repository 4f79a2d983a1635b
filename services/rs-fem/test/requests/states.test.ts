/** The life of a request. */
import { expect, test } from '@jest/globals';
import { after, keptAs, transitions } from '../../src/requests/domain/states.ts';

test('a request that waits or has failed can be given up; a denied or done one has no way on', () => {
  expect(after('WAITING', 'giveUp')).toBe('FORGOTTEN');
  expect(after('FAILED', 'giveUp')).toBe('FORGOTTEN');
  expect([transitions.DENIED, transitions.SUCCESS, transitions.FORGOTTEN]).toEqual([{}, {}, {}]);
});

test('only what failed is tried again', () => {
  expect(after('FAILED', 'retry')).toBe('WAITING');
  // @ts-expect-error a request that waits is not tried again
  expect(after('WAITING', 'retry')).toBeUndefined();
});

test("what is kept has REGARDS's names", () => {
  expect(keptAs).toEqual({
    WAITING: { state: 'GRANTED', step: 'LOCAL_DELAYED' },
    FAILED: { state: 'ERROR', step: 'LOCAL_ERROR' },
  });
});
