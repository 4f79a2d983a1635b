/** Settings as contracts describe them: text values by dotted key, read once and checked. */
import type { SettingsContract } from './contract.ts';

/** What is known of one setting besides its name: the words of JSON Schema that settings use. */
export interface SettingRules {
  readonly type?: string;
  readonly values?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly default?: unknown;
  /** Without it the service cannot start. */
  readonly required?: boolean;
  /** Never shown. */
  readonly secret?: boolean;
  /** A running instance takes a new value at once. */
  readonly live?: boolean;
}

/** Thrown with one sentence for each setting that breaks its contract. */
export class SettingsError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`settings that break their contract: ${faults.join('; ')}`);
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

/** The settings contract of generated rules, one a key; keys that no rule names are passed over. */
export const settingsContract = <Settings>(
  rules: Readonly<Record<string, SettingRules>>,
): SettingsContract<Settings> => ({
  keys: Object.keys(rules),
  rules,
  read(values) {
    const faults: string[] = [];
    const settings: Record<string, unknown> = {};
    for (const [key, rule] of Object.entries(rules)) {
      const text = values[key];
      if (text === undefined) {
        settings[key] = rule.default;
        if (rule.required) faults.push(`${key}: is missing`);
        continue;
      }
      const read = valueOf(text, rule);
      const fault = read === undefined ? `is no ${rule.type ?? 'text'}` : broken(read, rule);
      if (fault === undefined) settings[key] = read;
      else faults.push(`${key}: ${fault}`);
    }
    if (faults.length > 0) throw new SettingsError(faults);
    return settings as Settings;
  },
});

function valueOf(text: string, { type }: SettingRules): unknown {
  if (type === 'integer' || type === 'number') {
    const number = text.trim() === '' ? Number.NaN : Number(text);
    return Number.isFinite(number) && (type === 'number' || Number.isSafeInteger(number)) ? number : undefined;
  }
  if (type === 'boolean') return { true: true, false: false }[text.trim().toLowerCase()];
  if (type === 'array')
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return text;
}

function broken(value: unknown, { values, minimum, maximum, minLength, pattern }: SettingRules): string | undefined {
  if (values && !values.includes(value)) return `must be one of ${values.join(', ')}`;
  if (typeof value === 'number' && minimum !== undefined && value < minimum) return `must be at least ${minimum}`;
  if (typeof value === 'number' && maximum !== undefined && value > maximum) return `must be at most ${maximum}`;
  if (typeof value === 'string' && minLength !== undefined && value.length < minLength)
    return `must have ${minLength} characters or more`;
  if (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern).test(value))
    return `must match ${pattern}`;
  return undefined;
}
