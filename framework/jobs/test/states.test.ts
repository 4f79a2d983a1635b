import { expect, test } from '@jest/globals';
import { after, IllegalTransitionError, isFinal, states, transitions } from '../src/index.ts';
import type { JobTrigger } from '../src/index.ts';

const triggers = [...new Set(Object.values(transitions).flatMap((of) => Object.keys(of)))] as JobTrigger[];
const all = states.flatMap((from) =>
  triggers.map((trigger) => ({
    from,
    trigger,
    to: new Map<string, string>(Object.entries(transitions[from])).get(trigger),
  })),
);

test.each(all.filter(({ to }) => to !== undefined))(
  '$from has $trigger, which leads to $to',
  ({ from, trigger, to }) => {
    expect(after(from, trigger)).toBe(to);
  },
);

test.each(all.filter(({ to }) => to === undefined))('$from has no $trigger', ({ from, trigger }) => {
  expect(() => after(from, trigger)).toThrow(IllegalTransitionError);
});

test('nothing follows of itself on success, failure and abortion', () => {
  expect(states.filter(isFinal)).toEqual(['SUCCEEDED', 'FAILED', 'ABORTED']);
});

test('every state can be reached from the two in which jobs are asked for', () => {
  const reached = new Set<string>(['PENDING', 'QUEUED']);
  for (const from of reached)
    for (const [of, to] of Object.entries(transitions))
      if (of === from) for (const one of Object.values(to)) reached.add(one);
  expect([...reached].toSorted()).toEqual([...states].toSorted());
});
