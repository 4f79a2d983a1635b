/** What the peer's rows become. */
import { expect, test } from '@jest/globals';
import { resultsOf } from '../src/catalogue/peer.ts';

const templates = ['bbox_time_cloud_sort', 'bbox_large', 'bbox_empty', 'attribute_rare'];

function rows(count: number, told: string): string {
  const of = (who: string, figure: number): string[] => [
    ...templates.map((name) => `latency\t${name}\t${who}\t5\tok\t${figure}\t0\t0\t0`),
    `all\t${who}\t19\t${figure}\t${figure}\t0\t0\t0\t0\t${figure}`,
    `memory\t${who}\tMiB per root pid:\t${figure}\t1`,
    `paging\tround 2\t${who}\t${1000 / figure} items/s\t3000 items\t0 twice`,
  ];
  const verified = [
    'verify\tbbox_large\tours\t5/5 as oracle',
    `verify\tids\tours\t${told}`,
    'verify\tids\tpeer\t0/5 as oracle',
  ];
  return [...of('peer', 100), ...of('ours', 10), ...verified].map((row) => `label\t${count}\t${row}`).join('\n');
}

test('a figure stands beside the one of the peer, and is held to its goal where the items are many', () => {
  const [answers, p50] = resultsOf(rows(1_000_000, '5/5 as oracle'), 1_000_000);
  expect(answers).toMatchObject({ value: 2, met: true });
  expect(p50).toMatchObject({ value: 10, yardstick: 100, ratio: 0.1, goal: '≤ 0.25', met: true });
  const [, few] = resultsOf(rows(10_000, '5/5 as oracle'), 10_000);
  expect(few).not.toHaveProperty('goal');
});

test('a query that is answered otherwise than brute force does is not met', () => {
  const [answers] = resultsOf(rows(10_000, '4/5 as oracle'), 10_000);
  expect(answers).toMatchObject({ value: 1, unit: 'of 2', met: false });
});

test('paging counts in items, memory in all processes', () => {
  const results = resultsOf(rows(1_000_000, '5/5 as oracle'), 1_000_000);
  expect(results.at(-2)).toMatchObject({ value: 100, yardstick: 10, ratio: 10, met: true });
  expect(results.at(-1)).toMatchObject({ value: 11, yardstick: 101, met: true });
});
