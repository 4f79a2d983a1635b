/** What the generated validators take and what they say. */
import { describe, expect, test } from '@jest/globals';
import { validators } from './fixtures/generated/rs-example/validators.ts';

describe('validators', () => {
  const thing = {
    name: 'one',
    state: 'NEW',
    parent: { name: 'two' },
    since: '2026-01-01T00:00:00Z',
    properties: { a: [1] },
    unknown: true,
  };

  test('take a value that keeps its schema, members it does not name included', () => {
    expect(validators.Thing(thing)).toEqual({ valid: true, value: thing });
  });

  test.each([
    [{ ...thing, metadata: { session: 7 } }, '[type] must be string at metadata.session: rejected value [7].'],
    [{ ...thing, metadata: {} }, '[required] must be present at metadata.session: rejected value [null].'],
    [{ ...thing, state: 'OLD' }, '[enum] must be one of NEW, DONE at state: rejected value [OLD].'],
    [{ ...thing, since: 'now' }, '[format] must match format "date-time" at since: rejected value [now].'],
    [{ ...thing, tags: ['a', 7] }, '[type] must be string at tags.1: rejected value [7].'],
    ['thing', '[type] must be object at the whole: rejected value [thing].'],
  ])('of %j say which field and why', (value, fault) => {
    expect(validators.Thing(value)).toEqual({ valid: false, faults: [fault] });
  });

  test('say every fault at once', () => {
    const result = validators.Thing({ name: '', tags: 'a', since: 1 });
    expect(result.valid ? [] : result.faults.map((fault) => / at (\w+):/.exec(fault)?.[1])).toEqual([
      'name',
      'since',
      'tags',
    ]);
  });

  test('turn nothing into something else and fill nothing in', () => {
    const value = { name: 'one', id: null };
    expect(validators.Thing(value)).toEqual({ valid: true, value: { name: 'one', id: null } });
    expect(validators.ThingChangedEvent({ id: '1', state: 'NEW' }).valid).toBe(false);
  });

  test('follow references into the schema itself', () => {
    expect(
      validators.ThingRequestEvent({ thing: { name: 'one', parent: { name: 'two', parent: { name: 3 } } } }).valid,
    ).toBe(false);
  });

  test('are there for what comes in, and not for envelopes and forms', () => {
    expect(Object.keys(validators)).toEqual([
      'Counts',
      'Thing',
      'ThingChangedEvent',
      'ThingRequestEvent',
      'ThingRequestHeaders',
      'ThingState',
    ]);
  });
});
