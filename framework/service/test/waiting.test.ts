import { expect, test } from '@jest/globals';
import { createEnding } from '../src/ending.ts';
import { createWaiting } from '../src/waiting.ts';
import { spokenLog } from './support/spoken-log.ts';

const never = new AbortController().signal;

test('what is missing is tried again, told once, and known while it is missing', async () => {
  const log = spokenLog();
  const waiting = createWaiting(log, never);
  let tries = 0;
  const got = waiting.until('the moon', async () => {
    tries += 1;
    if (tries < 3) throw new Error('not up yet');
    return 'moon';
  });
  expect(waiting.waitingFor()).toEqual(['the moon']);
  expect(await got).toBe('moon');
  expect([waiting.waitingFor(), log.lines]).toEqual([[], ['info: waiting for the moon']]);
});

test('what time does not mend is thrown at once', async () => {
  const waiting = createWaiting(spokenLog(), never);
  let tries = 0;
  const wrong = new Error('wrong password');
  await expect(
    waiting.until(
      'the door',
      async () => {
        tries += 1;
        throw wrong;
      },
      (failure) => failure === wrong,
    ),
  ).rejects.toBe(wrong);
  expect(tries).toBe(1);
});

test('waiting ends when the start is given up, also within an attempt that waits by itself', async () => {
  const ending = new AbortController();
  const waiting = createWaiting(spokenLog(), ending.signal);
  const got = waiting.until('the moon', () => new Promise<never>(() => {}));
  ending.abort(new Error('given up'));
  await expect(got).rejects.toThrow('given up');
});

test('an end undoes everything, the last first, whatever fails on the way', async () => {
  const done: string[] = [];
  const log = spokenLog();
  const ending = createEnding(log);
  ending.last('one', async () => done.push('one'));
  ending.last('two', async () => {
    throw new Error('stuck');
  });
  ending.last('three', async () => done.push('three'));
  ending.first(async () => done.push(`drained ${ending.signal.aborted ? 'too late' : 'first'}`));
  await Promise.all([ending.end(), ending.end()]);
  expect(done).toEqual(['drained first', 'three', 'one']);
  expect([ending.signal.aborted, log.lines]).toEqual([true, ['warn: the end of two was no good one']]);
});
