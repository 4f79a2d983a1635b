/** Which version a product becomes (rs-fem §6). */
import { describe, expect, test } from '@jest/globals';
import { formatUrn, nameBasedUuid } from '@regards/core';
import { planVersions, wrongLast } from '../../src/features/domain/versions.ts';
import type { Version, Wanted } from '../../src/features/domain/versions.ts';

const urnOf = (providerId: string, version: number): string =>
  formatUrn({ identifier: 'FEATURE', entityType: 'DATA', tenant: 'demo', uuid: nameBasedUuid(providerId), version });
const known = (providerId: string, ...versions: number[]): Version[] =>
  versions.map((version) => ({
    urn: urnOf(providerId, version),
    providerId,
    version,
    last: version === Math.max(...versions),
  }));
const wanted = (providerId: string, more: Partial<Wanted> = {}): Wanted => ({
  providerId,
  entityType: 'DATA',
  override: false,
  ...more,
});
const plan = (all: readonly Wanted[], before: readonly Version[] = [], taken: readonly string[] = []) =>
  planVersions('demo', all, before, new Set(taken));
const versions = (
  all: readonly Wanted[],
  before: readonly Version[] = [],
  taken: readonly string[] = [],
): (number | string)[] =>
  plan(all, before, taken).decisions.map((decision) => ('refused' in decision ? decision.refused : decision.version));

describe('a product becomes', () => {
  test("version 1 when its provider's identifier is new", () => {
    expect(plan([wanted('a')]).decisions).toEqual([{ urn: urnOf('a', 1), version: 1 }]);
  });

  test('the next version when there are others, whichever of them are left', () => {
    expect(versions([wanted('a')], known('a', 2, 7))).toEqual([8]);
  });

  test('one version after the other when it comes several times at once', () => {
    const { decisions, last } = plan([wanted('a'), wanted('b'), wanted('a')]);
    expect(decisions.map((decision) => 'version' in decision && decision.version)).toEqual([1, 1, 2]);
    expect(last).toEqual(
      new Map([
        ['a', urnOf('a', 2)],
        ['b', urnOf('b', 1)],
      ]),
    );
  });

  test('the version of its URN when that is greater than all others', () => {
    expect(versions([wanted('a', { urn: urnOf('a', 9) }), wanted('a')], known('a', 3))).toEqual([9, 10]);
  });

  test('the first version whose URN nobody else has', () => {
    expect(versions([wanted('a')], known('a', 1), [urnOf('a', 2), urnOf('a', 3)])).toEqual([4]);
  });
});

describe('a product is refused', () => {
  test.each<[string, Wanted, Version[], string[], string]>([
    ['whose URN is there', wanted('a', { urn: urnOf('a', 1) }), known('a', 1), [], 'URN already exists'],
    ['whose URN another product has', wanted('a', { urn: urnOf('b', 1) }), [], [urnOf('b', 1)], 'URN already exists'],
    ['whose version is below the others', wanted('a', { urn: urnOf('a', 2) }), known('a', 3), [], 'Version is invalid'],
    [
      'whose URN names no version',
      wanted('a', { urn: urnOf('a', 1).replace(/V1$/, 'LAST') }),
      [],
      [],
      'Version is invalid',
    ],
    ['that would be version 1000', wanted('a'), known('a', 999), [], 'Version is invalid'],
  ])('%s', (_name, one, before, taken, reason) => {
    expect(versions([one], before, taken)).toEqual([expect.stringContaining(reason)]);
  });

  test('whose URN one before it at the same time has', () => {
    expect(versions([wanted('a', { urn: urnOf('a', 1) }), wanted('a', { urn: urnOf('a', 1) })])).toEqual([
      1,
      expect.stringContaining('URN already exists'),
    ]);
  });
});

describe('versions that are overridden', () => {
  test('are all before, also those of the same moment', () => {
    const { overridden, last } = plan(
      [wanted('a'), wanted('a', { override: true }), wanted('b', { override: true })],
      known('a', 1, 2),
    );
    expect([...overridden]).toEqual([
      [urnOf('a', 1), 1],
      [urnOf('a', 2), 1],
      [urnOf('a', 3), 1],
    ]);
    expect(last.get('a')).toBe(urnOf('a', 4));
  });

  test('are none when what overrides them is refused', () => {
    expect(plan([wanted('a', { override: true, urn: urnOf('a', 1) })], known('a', 1)).overridden.size).toBe(0);
  });
});

test('the greatest version that is left is the last one', () => {
  const left = [...known('a', 1, 2).map((one) => ({ ...one, last: false })), ...known('b', 1)];
  expect(wrongLast(left)).toEqual([{ urn: urnOf('a', 2), last: true }]);
});
