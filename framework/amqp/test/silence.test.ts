/** Confirms that come slowly are no silence. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { watchSilence } from '../src/silence.ts';

beforeAll(() => void jest.useFakeTimers());
afterAll(() => void jest.useRealTimers());

test('silence is told once, when nothing was heard for its time', () => {
  let told = 0;
  watchSilence(100, () => void (told += 1));
  jest.advanceTimersByTime(99);
  expect(told).toBe(0);
  jest.advanceTimersByTime(1_000);
  expect(told).toBe(1);
});

test('as long as something is heard again and again there is none', () => {
  let told = 0;
  const silence = watchSilence(100, () => void (told += 1));
  for (let turn = 0; turn < 20; turn += 1) {
    jest.advanceTimersByTime(90);
    silence.isBroken();
  }
  expect(told).toBe(0);
  jest.advanceTimersByTime(101);
  expect(told).toBe(1);
});

test('what has ended tells nothing', () => {
  let told = 0;
  watchSilence(100, () => void (told += 1)).end();
  jest.advanceTimersByTime(1_000);
  expect(told).toBe(0);
});
