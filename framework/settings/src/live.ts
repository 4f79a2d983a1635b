/** Settings that change while an instance runs: those that the contract calls live, and no others. */
import type { SettingRules } from '@regards/core';

export interface LiveSettings<Settings> {
  /** The same object for good: whoever reads a live setting when it is needed has its newest value. */
  readonly settings: Settings;
  /** Takes over what is live. Gives the keys of all others that differ, which count at the next start. */
  readonly take: (next: Settings) => string[];
}

export function liveSettings<Settings extends object>(
  first: Settings,
  rules: Readonly<Record<string, SettingRules>>,
): LiveSettings<Settings> {
  const settings = { ...first };
  return {
    settings,
    take(next) {
      const present = new Map<string, unknown>(Object.entries(settings));
      const differing = Object.entries(next).filter(
        ([key, value]) => JSON.stringify(present.get(key)) !== JSON.stringify(value),
      );
      const isLive = ([key]: readonly [string, unknown]): boolean => rules[key]?.live === true;
      Object.assign(settings, Object.fromEntries(differing.filter(isLive)));
      return differing.filter((one) => !isLive(one)).map(([key]) => key);
    },
  };
}
