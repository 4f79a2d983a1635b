/** The one assertion: what it calls lost, doubled and passed. */
import { expect, test } from '@jest/globals';
import { judge } from '../src/judging.ts';
import type { Books } from '../src/scenario.ts';

const books = (places: Books['places'], asked = ['1', '2']): Books => ({ asked, places, ends: () => ['effect'] });

test.each([
  ['everything in its place', books({ effect: ['1', '2'], outbox: [] }), { passed: true, lost: 0, doubled: 0 }],
  ['one that is nowhere', books({ effect: ['1'], outbox: [] }), { passed: false, lost: 1, doubled: 0 }],
  ['one that is there twice', books({ effect: ['1', '2', '2'] }), { passed: false, lost: 0, doubled: 1 }],
  ['one in two places', books({ effect: ['1', '2'], outbox: ['2'] }), { passed: false, lost: 0, doubled: 1 }],
  ['one that nobody asked for', books({ effect: ['1', '2', '3'] }), { passed: false, lost: 0, doubled: 1 }],
  ['one in the wrong place', books({ effect: ['1'], outbox: ['2'] }), { passed: false, lost: 1, doubled: 1 }],
])('%s', (_name, given, expected) => {
  expect(judge({ books: given })).toMatchObject({ ...expected, asked: 2 });
});

test('a check that does not hold fails a repetition whose books are right, and says so', () => {
  const verdict = judge({ books: books({ effect: ['1', '2'] }), checks: [{ what: 'within 10 s', held: false }] });
  expect(verdict).toMatchObject({ passed: false, lost: 0, doubled: 0, faults: ['not so: within 10 s'] });
});
