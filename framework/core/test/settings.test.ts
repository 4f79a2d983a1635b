import { describe, expect, test } from '@jest/globals';
import { SettingsError, settingsContract } from '../src/settings.ts';

const contract = settingsContract<Record<string, unknown>>({
  size: { type: 'integer', minimum: 1, maximum: 10, default: 5 },
  ratio: { type: 'number' },
  strict: { type: 'boolean', default: false },
  level: { type: 'string', values: ['low', 'high'], default: 'low' },
  hosts: { type: 'array', default: [] },
  name: { type: 'string', minLength: 2, pattern: '^[a-z]+$' },
});

describe('settings', () => {
  test('that are not given have their defaults, or none', () => {
    expect(contract.read({})).toEqual({
      size: 5,
      ratio: undefined,
      strict: false,
      level: 'low',
      hosts: [],
      name: undefined,
    });
  });

  test.each([
    ['size', '7', 7],
    ['ratio', '0.25', 0.25],
    ['strict', ' TRUE ', true],
    ['level', 'high', 'high'],
    ['hosts', 'a, b,,c', ['a', 'b', 'c']],
    ['name', 'abc', 'abc'],
  ])('%s is read from %j', (key, text, value) => {
    expect(contract.read({ [key]: text })[key]).toEqual(value);
  });

  test.each([
    ['size', '7.5', 'size: is no integer'],
    ['size', '', 'size: is no integer'],
    ['size', '0', 'size: must be at least 1'],
    ['size', '11', 'size: must be at most 10'],
    ['ratio', 'half', 'ratio: is no number'],
    ['strict', 'perhaps', 'strict: is no boolean'],
    ['level', 'loud', 'level: must be one of low, high'],
    ['name', 'a', 'name: must have 2 characters or more'],
    ['name', 'A1', 'name: must match ^[a-z]+$'],
  ])('%s cannot be %j', (key, text, fault) => {
    expect(() => contract.read({ [key]: text })).toThrow(fault);
  });

  test('that are wrong are all named at once', () => {
    const read = () => contract.read({ size: 'x', ratio: 'y', strict: 'z' });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/size.*ratio.*strict/);
  });

  test('that nobody knows are passed over', () => {
    expect(contract.read({ 'server.port': '80' })).not.toHaveProperty(['server.port']);
  });

  test('are known by their keys', () => {
    expect(contract.keys).toEqual(['size', 'ratio', 'strict', 'level', 'hosts', 'name']);
  });

  test('that are required are missed', () => {
    expect(() => settingsContract({ url: { type: 'string', required: true } }).read({})).toThrow(/url/);
  });
});
