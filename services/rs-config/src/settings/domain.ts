/** Settings as administrators see them: which value counts, why, and what became of it. */
import type { SettingRules } from '@regards/core';
import type { EffectiveSetting, SettingChange } from '@regards/generated/rs-config/types';

export interface Source {
  readonly name: string;
  readonly source: Readonly<Record<string, string>>;
}

/** A value as it may be shown, undefined where it may not. */
export type Show = (key: string, value: string) => string | undefined;

export type Values = Readonly<Record<string, string>>;

/** Each key of the contract and of the sources, of which the first that has a key wins. */
export function effectiveSettings(
  sources: readonly Source[],
  rules: Readonly<Record<string, SettingRules>>,
  show: Show,
): EffectiveSetting[] {
  const keys = new Set([...Object.keys(rules), ...sources.flatMap(({ source }) => Object.keys(source))]);
  return [...keys].toSorted().map((key) => {
    const rule = rules[key] ?? {};
    const given = [...sources.map(({ name, source }) => ({ name, value: source[key] })), defaultOf(rule)];
    const [counting, ...hidden] = given.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
    return {
      key,
      secret: rule.secret === true || (counting !== undefined && show(key, counting.value) === undefined),
      live: rule.live === true,
      source: counting?.name ?? 'nothing',
      ...valueOf(key, counting?.value, show),
      hidden: hidden.map(({ name, value }) => ({ source: name, ...valueOf(key, value, show) })),
    };
  });
}

const defaultOf = ({ default: standard }: SettingRules) => ({
  name: 'default',
  value: standard === undefined ? undefined : textOf(standard),
});

/** As it would be written in a file. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(',') : JSON.stringify(value);
};

const valueOf = (key: string, value: string | undefined, show: Show): { value?: string } => {
  const shown = value === undefined ? undefined : show(key, value);
  return shown === undefined ? {} : { value: shown };
};

/** What is different, by key. */
export function changesBetween(before: Values, after: Values, source: string, show: Show): SettingChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => before[key] !== after[key],
  );
  return keys.toSorted().map((key) => {
    const [was, is] = [before[key], after[key]];
    const [shownBefore, shownAfter] = [was, is].map((value) => (value === undefined ? undefined : show(key, value)));
    return {
      key,
      source,
      secret: (was !== undefined && shownBefore === undefined) || (is !== undefined && shownAfter === undefined),
      ...(shownBefore === undefined ? {} : { before: shownBefore }),
      ...(shownAfter === undefined ? {} : { after: shownAfter }),
    };
  });
}

/** `values` with those of `wanted` set, and those that are null there unset. */
export function withSettings(values: Values, wanted: Readonly<Record<string, string | null>>): Values {
  const next = Object.entries({ ...values, ...wanted });
  return Object.fromEntries(next.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
