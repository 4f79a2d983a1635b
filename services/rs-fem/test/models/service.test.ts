/** Models that are kept, and read again when they must be. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AttributeRule } from '../../src/models/domain/attribute.ts';
import { modelService } from '../../src/models/service.ts';
import type { ModelService } from '../../src/models/service.ts';

const context = { tenant: 'demo', correlationId: 'test' };
let there: string[];
let readings: number;
let failure: Error | undefined;
let models: ModelService;

beforeEach(() => {
  [there, readings, failure] = [['A'], 0, undefined];
  models = modelService({
    async read() {
      readings += 1;
      await Promise.resolve();
      if (failure) throw failure;
      return new Map(there.map((name): [string, AttributeRule[]] => [name, []]));
    },
    compileSchema: () => () => undefined,
  });
});

const names = async (...wanted: string[]): Promise<string[]> => [...(await models.find(context, wanted)).keys()];

describe('models are read', () => {
  test('once for all who ask for what is known', async () => {
    expect(await Promise.all([names('A'), names('A', 'A')])).toEqual([['A'], ['A']]);
    expect(await names('A')).toEqual(['A']);
    expect(readings).toBe(1);
  });

  test('again when one is not known that was imported a moment ago', async () => {
    await names('A');
    there.push('B');
    expect(await Promise.all([names('B'), names('A', 'B')])).toEqual([['B'], ['A', 'B']]);
    expect(readings).toBe(2);
  });

  test('not twice for one that is not there at all', async () => {
    expect(await names('B')).toEqual([]);
    expect(readings).toBe(1);
  });

  test('again when something changed', async () => {
    await names('A');
    there = ['C'];
    models.forget('demo');
    expect(await names('A', 'C')).toEqual(['C']);
  });

  test('again after a reading that failed, which whoever asked is told of', async () => {
    failure = new Error('rs-dam is away');
    await expect(names('A')).rejects.toThrow('rs-dam is away');
    failure = undefined;
    expect(await names('A')).toEqual(['A']);
  });

  test('for each project by itself', async () => {
    await names('A');
    await models.find({ ...context, tenant: 'other' }, ['A']);
    expect(readings).toBe(2);
  });
});
