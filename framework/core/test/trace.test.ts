/** Traces as W3C Trace Context says them. */
import { expect, test } from '@jest/globals';
import { currentTrace, sharedTrace, traceOf, traceparentOf, withinTrace } from '../src/index.ts';

const id = '4bf92f3577b34da6a3ce929d0e0e4736';
const header = `00-${id}-00f067aa0ba902b7-01`;

test('a header is continued with a hop of its own', () => {
  expect(traceOf(header)).toEqual({ id, flags: '01' });
  const sent = traceparentOf({ id, flags: '01' });
  expect(sent).toMatch(new RegExp(`^00-${id}-[0-9a-f]{16}-01$`));
  expect(sent).not.toBe(header);
});

test.each([
  undefined,
  7,
  '',
  `01-${id}-00f067aa0ba902b7-01`,
  `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
  `00-${id}-${'0'.repeat(16)}-01`,
  `${header}-more`,
])('%j is none', (given) => {
  expect(traceOf(given)).toBeUndefined();
});

test('several of one trace share it, of two they share a new one', () => {
  expect(sharedTrace([header, `00-${id}-00f067aa0ba902b8-01`]).id).toBe(id);
  for (const given of [[header, undefined], [header, header.replace('4', '5')], [], ['x']]) {
    const trace = sharedTrace(given);
    expect([traceOf(traceparentOf(trace)), trace.id === id]).toEqual([trace, false]);
  }
});

test('work belongs to its trace, however late', async () => {
  const seen = withinTrace({ id, flags: '01' }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return currentTrace();
  });
  expect([currentTrace(), await seen]).toEqual([undefined, { id, flags: '01' }]);
});
